import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PageHead } from '../../components/page-head';
import { ImportRunView } from '../../features/imports';
import { PayrollMonths } from '../../features/payroll';

/** An enterprise's payroll: the months, and what became of a file. */
export function PayrollPage(): ReactNode {
  const { t } = useTranslation('payroll');
  const { id } = useParams();
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')} />
      {id === undefined ? <PayrollMonths /> : <ImportRunView runId={id} backTo="/payroll" backLabel={t('back')} />}
    </>
  );
}
