import Check from '@ant-design/icons-svg/es/asn/CheckCircleOutlined';
import ClockCircle from '@ant-design/icons-svg/es/asn/ClockCircleOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PayrollMonthsDocument, type PayrollMonthsQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { Note } from '../../../components/note';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { ToneChip } from '../../../components/status/tone-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';

type Month = PayrollMonthsQuery['payrollMonths'][number];

/** An enterprise's months: what is due, what is missing or came late, and where to send it. */
export function PayrollMonths(): ReactNode {
  const { t } = useTranslation('payroll');
  const read = useRead(PayrollMonthsDocument, {});
  const columns = useColumns();
  return (
    <>
      <Loaded of={read}>
        {({ payrollMonths, minimumWages }) => (
          <>
            <Card title={t('months')}>
              {payrollMonths.length === 0 ? (
                <EmptyState title={t('none')} text={t('noneText')} />
              ) : (
                <DataTable
                  caption={t('months')}
                  columns={columns}
                  rows={payrollMonths}
                  rowKey={({ period }) => period}
                />
              )}
            </Card>
            <MinimumWageInForce wages={minimumWages} />
          </>
        )}
      </Loaded>
      <Note tone="slate">{t('comparators')}</Note>
    </>
  );
}

function MinimumWageInForce({ wages }: { readonly wages: PayrollMonthsQuery['minimumWages'] }): ReactNode {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const wage = wages.find(({ effectiveFrom }) => effectiveFrom <= format.today);
  if (wage === undefined) return null;
  return (
    <Card title={t('parameters')} count={t('since', { day: format.day(wage.effectiveFrom) })}>
      <dl className="cb facts">
        <div className="contents">
          <dt>{t('minimumMonthly')}</dt>
          <dd>{format.money(wage.monthly)}</dd>
        </div>
        <div className="contents">
          <dt>{t('minimumHourly')}</dt>
          <dd>{format.money(wage.hourly)}</dd>
        </div>
        <div className="contents">
          <dt>{t('confirmation')}</dt>
          <dd>{t(wage.isVerified ? 'confirmed' : 'notConfirmed')}</dd>
        </div>
      </dl>
    </Card>
  );
}

function useColumns(): readonly Column<Month>[] {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const state = ({ receivedAt, isMissing, isLate }: Month): ReactNode => {
    if (receivedAt !== null)
      return (
        <ToneChip tone={isLate ? 'wheat' : 'sage'} icon={isLate ? ClockCircle : Check}>
          {t(isLate ? 'receivedLate' : 'received', { day: format.dayOfInstant(receivedAt) })}
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
    { key: 'versions', title: t('versions'), isNumber: true, cell: ({ declarations }) => format.count(declarations) },
    {
      key: 'act',
      title: t('act'),
      isTitleHidden: true,
      isNumber: true,
      cell: (month) => (
        <Link
          className="btn sm"
          to={`/payroll/month/${month.period}`}
          aria-label={`${t(month.receivedAt === null ? 'upload' : 'again')} ${format.month(month.period)}`}
        >
          {t(month.receivedAt === null ? 'upload' : 'again')}
        </Link>
      ),
    },
  ];
}
