import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ResumeNewSlotsDocument,
  SlotDecisionsDocument,
  SuspendNewSlotsDocument,
  type SlotDecisionsQuery,
} from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { ActButton } from '../../../components/desk/act-button';
import { Loaded } from '../../../components/states/loaded';
import { TwoLines } from '../../../components/two-lines';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

type Row = SlotDecisionsQuery['slotDecisions'][number];

/** Enterprises about whose new slots a supervisor decides; nothing where the repeat rule names none. */
export function SlotDecisions(): ReactNode {
  const { t } = useTranslation('findingSteps');
  const read = useRead(SlotDecisionsDocument, {});
  const columns: readonly Column<Row>[] = [
    {
      key: 'who',
      title: t('slots.enterprise'),
      cell: ({ enterprise, isSuspended }) => (
        <TwoLines first={enterprise.name} second={isSuspended ? t('slots.suspended') : ''} />
      ),
    },
    {
      key: 'why',
      title: t('slots.why'),
      cell: ({ confirmed, hasUnremediedCritical }) => (
        <TwoLines
          first={t('slots.confirmed', { count: confirmed })}
          second={hasUnremediedCritical ? t('slots.unremedied') : ''}
        />
      ),
    },
    { key: 'act', title: t('slots.act'), isTitleHidden: true, isNumber: true, cell: (row) => <Act row={row} /> },
  ];
  return (
    <Loaded of={read}>
      {({ slotDecisions: rows }) =>
        rows.length === 0 ? null : (
          <Card title={t('slots.title')}>
            <DataTable
              caption={t('slots.title')}
              columns={columns}
              rows={rows}
              rowKey={({ enterprise }) => enterprise.id}
            />
          </Card>
        )
      }
    </Loaded>
  );
}

function Act({ row: { enterprise, isSuspended } }: { readonly row: Row }): ReactNode {
  const { t } = useTranslation('findingSteps');
  const suspend = useCommand(SuspendNewSlotsDocument);
  const resume = useCommand(ResumeNewSlotsDocument);
  const { run, isRunning } = isSuspended ? resume : suspend;
  return (
    <ActButton
      label={t(isSuspended ? 'slots.resume' : 'slots.suspend')}
      confirm={t(isSuspended ? 'slots.resumeText' : 'slots.suspendText')}
      isRunning={isRunning}
      act={() => run({ organisationId: enterprise.id })}
      doneText={t('done')}
    />
  );
}
