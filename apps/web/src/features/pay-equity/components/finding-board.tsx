import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PayFindingBoardDocument, type FindingRowFragment, type PayFindingStatus } from '@contract/gql';
import { Card } from '../../../components/card';
import { useFindingWords } from '../../../components/figures/use-finding-words';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { FindingLink } from './finding-link';

/** Whose turn it is, from the first look to the end. */
const COLUMNS = {
  supervisor: ['ESCALATED', 'REFERRED'],
  caseworker: ['DETECTED', 'TRIAGE', 'RESPONDED', 'NO_RESPONSE', 'UNDER_REVIEW'],
  client: ['AWAITING_CLIENT_CONSENT'],
  enterprise: ['NOTIFIED', 'REMEDY_PENDING'],
} as const satisfies Record<string, readonly PayFindingStatus[]>;
type Column = keyof typeof COLUMNS;

/** Open findings in columns by whose turn it is; in each what is due first stands above, what is late with its day. */
export function FindingBoard(): ReactNode {
  const { t } = useTranslation('findingSteps');
  const read = useRead(PayFindingBoardDocument, {});
  return (
    <Loaded of={read}>
      {({ payFindingBoard: rows }) => (
        <Card title={t('board.title')} count={t('board.due', { count: rows.filter(isPressing).length })}>
          {rows.length === 0 ? (
            <EmptyState title={t('board.none')} text={t('board.noneText')} />
          ) : (
            <div className="finding-board cb">
              {(Object.keys(COLUMNS) as Column[]).map((column) => (
                <BoardColumn
                  key={column}
                  column={column}
                  rows={rows.filter(({ status }) => (COLUMNS[column] as readonly PayFindingStatus[]).includes(status))}
                />
              ))}
            </div>
          )}
        </Card>
      )}
    </Loaded>
  );
}

const isPressing = ({ isLate }: FindingRowFragment): boolean => isLate;

interface BoardColumnProps {
  readonly column: Column;
  readonly rows: readonly FindingRowFragment[];
}

function BoardColumn({ column, rows }: BoardColumnProps): ReactNode {
  const { t } = useTranslation('findingSteps');
  return (
    <section aria-label={t(`board.column.${column}`)}>
      <h3 className="s13 b">
        {t(`board.column.${column}`)} <span className="mut">{rows.length}</span>
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

function BoardItem({ row }: { readonly row: FindingRowFragment }): ReactNode {
  const { t } = useTranslation('findingSteps');
  const format = useFormat();
  const words = useFindingWords();
  const { dueOn, isLate, status, client, enterprise, period } = row;
  return (
    <li className="stack g4">
      <FindingLink id={row.id}>{words.short(row)}</FindingLink>
      <span className="s13 mut">
        {client.name} · {enterprise.name} · {format.month(period)}
      </span>
      <span className="row g4 wrap">
        <StatusChip kind="finding" state={status} />
        {dueOn === null ? null : (
          <span className={isLate ? 'st clay' : 'tag'}>
            {t(isLate ? 'board.late' : 'board.by', { day: format.day(dueOn) })}
          </span>
        )}
      </span>
    </li>
  );
}
