import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { PageHead } from '../../components/page-head';
import { ImportForm, ImportRunView, type StartedImport } from '../../features/imports';
import { PayrollMonths } from '../../features/payroll';
import { isTrial, trialState } from './trial-state';

/** An enterprise's payroll: the months, and what became of a file. */
export function PayrollPage(): ReactNode {
  const { t } = useTranslation('payroll');
  const { id } = useParams();
  const location = useLocation();
  const navigate = useNavigate();
  const started = (run: StartedImport): void => void navigate(`/payroll/${run.runId}`, { state: trialState(run) });
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')} />
      {id === undefined ? (
        <PayrollMonths form={(period) => <ImportForm kinds={['PAYROLL']} period={period} onStarted={started} />} />
      ) : (
        <ImportRunView runId={id} backTo="/payroll" backLabel={t('back')} isTrial={isTrial(location.state)} />
      )}
    </>
  );
}
