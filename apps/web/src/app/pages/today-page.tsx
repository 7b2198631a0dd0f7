import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DueAid } from '../../features/aid';
import { CorrectionRequests, ErasureRequests } from '../../features/data-requests';
import { ContactDrawer, SnoozeDrawer, TaskLines } from '../../features/follow-up';
import { TodayBoard } from '../../features/today';

/** The caseworker's first screen. */
export function TodayPage(): ReactNode {
  const { t } = useTranslation('today');
  return (
    <>
      <TodayBoard
        actions={
          <Link className="btn" to="/imports">
            {t('import')}
          </Link>
        }
        tasks={(rows) => (
          <Suspense fallback={null}>
            <TaskLines rows={rows} />
          </Suspense>
        )}
        postpone={(followUp, onClose) => (
          <Suspense fallback={null}>
            <SnoozeDrawer key={followUp.id} milestone={followUp} clientName={followUp.client.name} onClose={onClose} />
          </Suspense>
        )}
        recordContact={({ id, client }, onClose) => (
          // Its texts come when it first opens; the page stays where it is meanwhile.
          <Suspense fallback={null}>
            <ContactDrawer key={id} milestoneId={id} clientName={client.name} onClose={onClose} />
          </Suspense>
        )}
      />
      <DueAid />
      <CorrectionRequests isHiddenWhenEmpty />
      <ErasureRequests isHiddenWhenEmpty />
    </>
  );
}
