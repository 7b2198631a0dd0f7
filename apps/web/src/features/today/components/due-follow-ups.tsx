import Coffee from '@ant-design/icons-svg/es/asn/CoffeeOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientLink } from '../../../components/client-link';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { EmptyState } from '../../../components/states/empty-state';
import { StatusChip } from '../../../components/status/status-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import type { TodayData } from './today-data';

export type DueFollowUp = TodayData['dueFollowUps'][number];

interface DueFollowUpsProps {
  readonly rows: readonly DueFollowUp[];
  readonly currentIndex: number;
  readonly onRecord: (row: DueFollowUp) => void;
}

/** The follow-ups that are due or late, the most pressing one current. */
export function DueFollowUps({ rows, currentIndex, onRecord }: DueFollowUpsProps): ReactNode {
  const { t } = useTranslation('today');
  const columns = useColumns(rows[currentIndex], onRecord);
  return (
    <Card title={t('group.dueFollowUps')} count={t('items', { count: rows.length })} id="dueFollowUps">
      {rows.length === 0 ? (
        <EmptyState icon={Coffee} title={t('empty.dueFollowUps')} text={t('empty.dueFollowUpsText')} />
      ) : (
        <DataTable
          caption={t('group.dueFollowUps')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          currentIndex={currentIndex}
        />
      )}
    </Card>
  );
}

function useColumns(
  current: DueFollowUp | undefined,
  onRecord: (row: DueFollowUp) => void,
): readonly Column<DueFollowUp>[] {
  const { t } = useTranslation(['today', 'followUp']);
  const format = useFormat();
  const due = ({ dueOn }: DueFollowUp): ReactNode => (
    <TwoLines first={dueOn === format.today ? t('dayToday') : format.day(dueOn)} second={format.weekday(dueOn)} />
  );
  return [
    { key: 'due', title: t('column.due'), cell: due },
    {
      key: 'state',
      title: t('column.state'),
      cell: (row) => <StatusChip kind="milestone" state={row.isLate ? 'LATE' : row.status} count={row.daysLate} />,
    },
    {
      key: 'client',
      title: t('column.client'),
      cell: ({ client, code }) => (
        <TwoLines first={<ClientLink client={client} />} second={t(`followUp:code.${code}`, { defaultValue: code })} />
      ),
    },
    {
      key: 'work',
      title: t('column.work'),
      cell: ({ placement }) => <TwoLines first={placement.enterpriseName} second={placement.position?.title} />,
    },
    {
      key: 'reminded',
      title: t('column.reminded'),
      cell: ({ lastRemindedAt }) => (lastRemindedAt === null ? t('notReminded') : format.instant(lastRemindedAt)),
    },
    {
      key: 'act',
      title: t('column.act'),
      isTitleHidden: true,
      isNumber: true,
      cell: (row) => <RecordButton row={row} isCurrent={row === current} onRecord={onRecord} />,
    },
  ];
}

interface RecordButtonProps {
  readonly row: DueFollowUp;
  readonly isCurrent: boolean;
  readonly onRecord: (row: DueFollowUp) => void;
}

function RecordButton({ row, isCurrent, onRecord }: RecordButtonProps): ReactNode {
  const { t } = useTranslation('today');
  const label = t('recordFor', { name: row.client.name });
  return isCurrent ? (
    <button type="button" className="btn sm pri" aria-label={label} onClick={() => onRecord(row)}>
      {t('record')}
      <kbd aria-hidden="true">C</kbd>
    </button>
  ) : (
    <button type="button" className="link" aria-label={label} onClick={() => onRecord(row)}>
      {t('recordShort')}
    </button>
  );
}
