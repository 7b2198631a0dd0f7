import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingDetailFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';

type Event = FindingDetailFragment['events'][number];

interface FindingHistoryProps {
  readonly events: readonly Event[];
  readonly detectedAt: string;
}

/** Every step with its day, its reason and who took it, the latest above. */
export function FindingHistory({ events, detectedAt }: FindingHistoryProps): ReactNode {
  const { t } = useTranslation(['findingSteps', 'enterpriseFindings']);
  const format = useFormat();
  const word = (reason: string): string =>
    t(`step.${reason}`, { defaultValue: t(`enterpriseFindings:response.${reason}`, { defaultValue: '' }) });
  const who = ({ byName, byRole }: Event): string =>
    byName ?? t(`by.${byRole ?? 'SYSTEM'}`, { defaultValue: t('by.SYSTEM') });
  const columns: readonly Column<Event>[] = [
    { key: 'at', title: t('history.at'), cell: ({ occurredAt }) => format.instant(occurredAt) },
    {
      key: 'step',
      title: t('history.step'),
      cell: ({ toStatus, reason }) => (
        <TwoLines first={<StatusChip kind="finding" state={toStatus} />} second={reason === null ? '' : word(reason)} />
      ),
    },
    { key: 'by', title: t('history.by'), cell: who },
  ];
  return (
    <Card title={t('history.title')}>
      {events.length === 0 ? (
        <p className="li mut">{t('history.since', { day: format.dayOfInstant(detectedAt) })}</p>
      ) : null}
      {events.length === 0 ? null : (
        <DataTable
          caption={t('history.title')}
          columns={columns}
          rows={[...events].reverse()}
          rowKey={({ id }) => id}
        />
      )}
    </Card>
  );
}
