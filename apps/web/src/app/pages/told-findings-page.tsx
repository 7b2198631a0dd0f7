import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { ToldFindings } from '../../features/enterprise-findings';

/** What an enterprise was told about its employees' pay, and its answers. */
export function ToldFindingsPage(): ReactNode {
  const { t } = useTranslation('enterpriseFindings');
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')} />
      <ToldFindings />
    </>
  );
}
