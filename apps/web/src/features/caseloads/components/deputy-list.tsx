import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DeputiesDocument, EndDeputyDocument, type DeputiesQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { ActButton } from '../../../components/desk/act-button';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { DeputyDrawer } from './deputy-drawer';

type Row = DeputiesQuery['deputies'][number];

interface DeputyListProps {
  /** A supervisor says for whom; a caseworker names a deputy for herself. */
  readonly isSupervisor: boolean;
}

/** Who stands in for whom, now and later. */
export function DeputyList({ isSupervisor }: DeputyListProps): ReactNode {
  const { t } = useTranslation('caseloads');
  const [isNaming, setIsNaming] = useState(false);
  const read = useRead(DeputiesDocument, {});
  const columns = useColumns();
  return (
    <Card
      title={t('deputy.title')}
      more={
        <button type="button" className="btn sm" onClick={() => setIsNaming(true)}>
          {t('deputy.name')}
        </button>
      }
    >
      <Loaded of={read}>
        {({ deputies }) =>
          deputies.length === 0 ? (
            <EmptyState title={t('deputy.none')} text={t('deputy.noneText')} />
          ) : (
            <DataTable caption={t('deputy.title')} columns={columns} rows={deputies} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
      {isNaming ? <DeputyDrawer isSupervisor={isSupervisor} onClose={() => setIsNaming(false)} /> : null}
    </Card>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('caseloads');
  const format = useFormat();
  return [
    { key: 'away', title: t('deputy.away'), cell: ({ caseworkerName }) => caseworkerName },
    { key: 'deputy', title: t('deputy.deputy'), cell: ({ deputyName }) => deputyName },
    {
      key: 'days',
      title: t('deputy.days'),
      cell: ({ fromOn, toOn }) => (
        <TwoLines
          first={t('deputy.fromTo', { from: format.day(fromOn), to: format.day(toOn) })}
          second={fromOn > format.today ? t('deputy.later') : t('deputy.now')}
        />
      ),
    },
    { key: 'act', title: t('act'), isTitleHidden: true, isNumber: true, cell: (row) => <EndButton row={row} /> },
  ];
}

function EndButton({ row }: { readonly row: Row }): ReactNode {
  const { t } = useTranslation('caseloads');
  const { run, isRunning } = useCommand(EndDeputyDocument);
  return (
    <ActButton
      label={t('deputy.endOf', { name: row.deputyName })}
      className="btn sm txt"
      isRunning={isRunning}
      confirm={t('deputy.endHelp')}
      act={() => run({ id: row.id })}
      doneText={t('deputy.ended')}
    >
      {t('deputy.end')}
    </ActButton>
  );
}
