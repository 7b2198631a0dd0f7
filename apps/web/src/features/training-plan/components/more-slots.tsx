import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { TwoLines } from '../../../components/two-lines';
import type { Plan, PlanRead } from '../hooks/use-plan';
import { PlaceStepper } from './place-stepper';

type Row = Plan['positions'][number];

interface MoreSlotsProps {
  readonly plan: Plan;
  readonly read: PlanRead;
}

/** The positions where a slot more would place somebody more: whom to ask next. */
export function MoreSlots({ plan, read }: MoreSlotsProps): ReactNode {
  const { t } = useTranslation('trainingPlan');
  if (plan.positions.length === 0) return null;
  const columns: readonly Column<Row>[] = [
    {
      key: 'position',
      title: t('position'),
      cell: ({ position }) => <TwoLines first={position.title} second={position.enterprise.name} />,
    },
    { key: 'slots', title: t('slots'), cell: ({ openSlots, placed }) => t('slotsOf', { placed, openSlots }) },
    {
      key: 'worth',
      title: t('worth'),
      cell: ({ oneMoreSlot }) =>
        oneMoreSlot === null ? t('common:unknown') : t(oneMoreSlot > 0 ? 'slotCounts' : 'slotIdle'),
    },
    {
      key: 'more',
      title: t('whatIf.title'),
      cell: ({ position }) => (
        <PlaceStepper
          kind="slots"
          name={position.title}
          value={read.slots[position.id] ?? 0}
          onChange={(places) => read.setSlots(position.id, places)}
        />
      ),
    },
  ];
  return (
    <Card title={t('moreSlots')}>
      <DataTable
        caption={t('moreSlots')}
        columns={columns}
        rows={plan.positions}
        rowKey={({ position }) => position.id}
      />
    </Card>
  );
}
