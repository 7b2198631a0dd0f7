import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { DeputyList, TransferList } from '../../features/caseloads';
import { useViewer } from '../../lib/session/viewer-context';

/** Who looks after whom while somebody is away, and who takes over. */
export function CaseloadPage(): ReactNode {
  const { t } = useTranslation('caseloads');
  const isSupervisor = useViewer().role === 'SUPERVISOR';
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')} />
      <DeputyList isSupervisor={isSupervisor} />
      <TransferList isSupervisor={isSupervisor} />
    </>
  );
}
