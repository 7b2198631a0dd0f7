import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PayFindingBoardDocument, type FindingTurn, type PayFindingBoardQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { useFindingWords } from '../../../components/figures/use-finding-words';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { FindingClock } from './finding-clock';
import { FindingLink } from './finding-link';

type Row = PayFindingBoardQuery['payFindingBoard'][number];

const TURNS: readonly FindingTurn[] = ['OFFICE', 'CLIENT', 'ENTERPRISE', 'AUTHORITY'];

/** Open findings by whose turn it is; in each column what is due first stands above, each with its clock. */
export function FindingBoard(): ReactNode {
  const { t } = useTranslation('findingSteps');
  const read = useRead(PayFindingBoardDocument, {});
  return (
    <Loaded of={read}>
      {({ payFindingBoard: rows }) => (
        <Card title={t('board.title')} count={t('board.due', { count: rows.filter(({ isLate }) => isLate).length })}>
          {rows.length === 0 ? (
            <EmptyState title={t('board.none')} text={t('board.noneText')} />
          ) : (
            <div className="finding-board cb">
              {TURNS.map((turn) => (
                <BoardColumn key={turn} turn={turn} rows={rows.filter((row) => row.turn === turn)} />
              ))}
            </div>
          )}
        </Card>
      )}
    </Loaded>
  );
}

interface BoardColumnProps {
  readonly turn: FindingTurn;
  readonly rows: readonly Row[];
}

function BoardColumn({ turn, rows }: BoardColumnProps): ReactNode {
  const { t } = useTranslation('findingSteps');
  return (
    <section aria-label={t(`board.turn.${turn}`)}>
      <h3 className="s13 b">
        {t(`board.turn.${turn}`)} <span className="mut">{rows.length}</span>
      </h3>
      <ul className="stack g6">
        {rows.map((row) => (
          <BoardItem key={row.id} row={row} />
        ))}
      </ul>
      {rows.length === 0 ? <p className="s13 mut">{t('board.empty')}</p> : null}
    </section>
  );
}

function BoardItem({ row }: { readonly row: Row }): ReactNode {
  const format = useFormat();
  const words = useFindingWords();
  const { clock, status, client, enterprise, period } = row;
  return (
    <li className="stack g4">
      <FindingLink id={row.id}>{words.short(row)}</FindingLink>
      <span className="s13 mut">
        {client.name} · {enterprise.name} · {format.month(period)}
      </span>
      <span className="row g4 wrap">
        <StatusChip kind="finding" state={status} />
      </span>
      {clock === null ? null : <FindingClock clock={clock} />}
    </li>
  );
}
