import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { FindingBoard, FindingList, PayCheckRuns, SlotDecisions } from '../../features/pay-equity';

/** The supervisor's equal-pay screen: the runs, and what they found. */
export function EqualPayPage(): ReactNode {
  const { t } = useTranslation('payEquity');
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')} />
      <PayCheckRuns />
      <FindingBoard />
      <SlotDecisions />
      <FindingList canOpenClient />
    </>
  );
}
