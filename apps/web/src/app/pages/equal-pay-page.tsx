import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import {
  FindingBoard,
  FindingList,
  PayCheckRuns,
  PayTasks,
  RunOverview,
  SlotDecisions,
} from '../../features/pay-equity';

/** The supervisor's equal-pay screen: what came in and what it says, whose turn it is, what she judges herself. */
export function EqualPayPage(): ReactNode {
  const { t } = useTranslation('payEquity');
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')} />
      <RunOverview />
      <FindingBoard />
      <PayTasks />
      <SlotDecisions />
      <FindingList canOpenClient />
      <PayCheckRuns />
    </>
  );
}
