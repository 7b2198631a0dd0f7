import Check from '@ant-design/icons-svg/es/asn/CheckCircleOutlined';
import ClockCircle from '@ant-design/icons-svg/es/asn/ClockCircleOutlined';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PayrollMonthsDocument, type PayrollMonthsQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { Note } from '../../../components/note';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { ToneChip } from '../../../components/status/tone-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';

type Month = PayrollMonthsQuery['payrollMonths'][number];

interface PayrollMonthsProps {
  /** The form that takes the file of this month. */
  readonly form: (period: string) => ReactNode;
}

/** An enterprise's months: what is due, what came in, and where to send it. */
export function PayrollMonths({ form }: PayrollMonthsProps): ReactNode {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const [open, setOpen] = useState<Month | null>(null);
  const read = useRead(PayrollMonthsDocument, {});
  const columns = useColumns(setOpen);
  return (
    <>
      <Card title={t('months')}>
        <Loaded of={read}>
          {({ payrollMonths }) =>
            payrollMonths.length === 0 ? (
              <EmptyState title={t('none')} text={t('noneText')} />
            ) : (
              <DataTable caption={t('months')} columns={columns} rows={payrollMonths} rowKey={({ period }) => period} />
            )
          }
        </Loaded>
      </Card>
      <Note tone="slate">{t('comparators')}</Note>
      {open === null ? null : (
        <SideDrawer title={t('uploadOf', { month: format.month(open.period) })} onClose={() => setOpen(null)}>
          {form(open.period)}
        </SideDrawer>
      )}
    </>
  );
}

function useColumns(onUpload: (month: Month) => void): readonly Column<Month>[] {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const state = ({ receivedAt, isMissing }: Month): ReactNode => {
    if (receivedAt !== null)
      return (
        <ToneChip tone="sage" icon={Check}>
          {t('received', { day: format.dayOfInstant(receivedAt) })}
        </ToneChip>
      );
    return (
      <ToneChip tone={isMissing ? 'wheat' : 'line'} icon={ClockCircle}>
        {t(isMissing ? 'missing' : 'notDue')}
      </ToneChip>
    );
  };
  return [
    { key: 'month', title: t('month'), cell: ({ period }) => <b>{format.month(period)}</b> },
    { key: 'state', title: t('state'), cell: state },
    { key: 'deadline', title: t('deadline'), cell: ({ deadline }) => format.day(deadline) },
    { key: 'lines', title: t('lines'), isNumber: true, cell: ({ lines }) => format.count(lines) },
    {
      key: 'act',
      title: t('act'),
      isTitleHidden: true,
      isNumber: true,
      cell: (month) => (
        <button
          type="button"
          className="btn sm"
          aria-label={`${t(month.receivedAt === null ? 'upload' : 'again')} ${format.month(month.period)}`}
          onClick={() => onUpload(month)}
        >
          {t(month.receivedAt === null ? 'upload' : 'again')}
        </button>
      ),
    },
  ];
}
