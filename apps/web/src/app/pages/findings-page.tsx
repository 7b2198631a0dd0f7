import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { FindingList } from '../../features/pay-equity';

/** The caseworker's pay findings. */
export function FindingsPage(): ReactNode {
  const { t } = useTranslation('payEquity');
  return (
    <>
      <title>{t('caseworkerPageTitle')}</title>
      <PageHead title={t('caseworkerTitle')} sub={t('sub')} />
      <FindingList canOpenClient />
    </>
  );
}
