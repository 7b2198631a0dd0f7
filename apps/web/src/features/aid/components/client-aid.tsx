import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientAidDocument, type AidFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { AidActs } from './aid-acts';
import { NoteAidDrawer } from './aid-drawers';
import { useNextStep } from './use-next-step';

interface ClientAidProps {
  readonly clientId: string;
  readonly canAct: boolean;
}

/** What a client asked other offices for: what is open, whose turn it is, the next step. */
export function ClientAid({ clientId, canAct }: ClientAidProps): ReactNode {
  const { t } = useTranslation('aid');
  const read = useRead(ClientAidDocument, { id: clientId });
  const [isNoting, setIsNoting] = useState(false);
  const columns = useColumns(canAct);
  return (
    <Loaded of={read}>
      {({ client }) => {
        const rows = client?.aidRequests ?? [];
        const open = rows.filter(({ nextLookOn }) => nextLookOn !== null).length;
        return (
          <Card
            title={t('title')}
            count={t('open', { count: open })}
            more={
              canAct ? (
                <button type="button" className="btn sm" onClick={() => setIsNoting(true)}>
                  {t('note')}
                </button>
              ) : null
            }
          >
            {rows.length === 0 ? (
              <EmptyState title={t('none')} text={t('noneText')} />
            ) : (
              <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
            )}
            <p className="li mut s13">{t('what')}</p>
            {isNoting ? <NoteAidDrawer clientId={clientId} onClose={() => setIsNoting(false)} /> : null}
          </Card>
        );
      }}
    </Loaded>
  );
}

function useColumns(canAct: boolean): readonly Column<AidFragment>[] {
  const { t } = useTranslation('aid');
  const format = useFormat();
  const nextStep = useNextStep();
  const columns: readonly Column<AidFragment>[] = [
    {
      key: 'kind',
      title: t('column.kind'),
      cell: ({ kind, notedOn }) => (
        <TwoLines first={t(`kind.${kind}`)} second={t('noted', { day: format.day(notedOn) })} />
      ),
    },
    { key: 'state', title: t('column.state'), cell: ({ status }) => <StatusChip kind="aid" state={status} /> },
    {
      key: 'office',
      title: t('column.office'),
      cell: ({ referredTo, referredOn }) =>
        referredTo === null || referredOn === null ? (
          t('noOffice')
        ) : (
          <TwoLines first={t(`office.${referredTo}`)} second={t('taken', { day: format.day(referredOn) })} />
        ),
    },
    {
      key: 'turn',
      title: t('column.turn'),
      cell: (row) => <TwoLines first={t(`turn.${row.turn}`)} second={nextStep(row)} />,
    },
  ];
  if (!canAct) return columns;
  return [
    ...columns,
    {
      key: 'act',
      title: t('column.act'),
      isTitleHidden: true,
      isNumber: true,
      cell: (row) => <AidActs request={row} />,
    },
  ];
}
