import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { ComplaintList } from '../../features/complaints';

/** The administrator's page: filled only where no supervisor but the one complained about is there. */
export function ComplaintsPage(): ReactNode {
  const { t } = useTranslation('complaints');
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('adminSub')} />
      <ComplaintList />
    </>
  );
}
