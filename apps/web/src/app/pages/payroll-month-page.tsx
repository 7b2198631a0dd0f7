import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Segments } from '../../components/desk/segments';
import { useQueryState } from '../../components/desk/use-query-state';
import { PageHead } from '../../components/page-head';
import { NotHere } from '../../components/states/error-state';
import { DeclaredLines, LineForm, PayrollUpload } from '../../features/payroll';
import { useFormat } from '../../lib/format/use-format';

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** One month of an enterprise's payroll: a file or single lines, checked before they are sent. */
export function PayrollMonthPage(): ReactNode {
  const { month = '' } = useParams();
  return MONTH.test(month) ? <Month period={month} /> : <NotHere />;
}

function Month({ period }: { readonly period: string }): ReactNode {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const navigate = useNavigate();
  const [way, setWay] = useQueryState('by');
  const choices = ['', 'line', 'lines'].map((value) => ({ value, label: t(`way.${value === '' ? 'file' : value}`) }));
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('monthTitle', { month: format.month(period) })} sub={t('monthSub')} />
      <p>
        <Segments label={t('wayLabel')} value={way} choices={choices} onChange={setWay} />
      </p>
      {way === '' ? <PayrollUpload period={period} onStarted={(runId) => void navigate(`/payroll/${runId}`)} /> : null}
      {way === 'line' ? <LineForm period={period} /> : null}
      {way === 'lines' ? <DeclaredLines period={period} /> : null}
      <Link to="/payroll">{t('back')}</Link>
    </>
  );
}
