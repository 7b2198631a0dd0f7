import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { OpeningReviews } from '../../features/caseloads';
import { ComplaintList } from '../../features/complaints';
import { ConsentReviews } from '../../features/consents';
import { CorrectionRequests, ErasureRequests } from '../../features/data-requests';
import { TaskCard } from '../../features/follow-up';
import { SecondPersonNote } from '../../features/second-person';

/** What waits for a supervisor's second look. */
export function TeamTasksPage(): ReactNode {
  const { t } = useTranslation(['shell', 'caseloads']);
  return (
    <>
      <title>{t('caseloads:team.pageTitle')}</title>
      <PageHead title={t('entry.teamTasks')} sub={t('caseloads:team.sub')} />
      <SecondPersonNote />
      <TaskCard />
      <ComplaintList />
      <CorrectionRequests />
      <ErasureRequests />
      <OpeningReviews />
      <ConsentReviews />
    </>
  );
}
