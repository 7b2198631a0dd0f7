import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ClientList } from '../../features/clients';
import { useViewer } from '../../lib/session/viewer-context';

/** The list of clients; only caseworkers add and import. */
export function ClientsPage(): ReactNode {
  const { t } = useTranslation(['today', 'caseloads']);
  const isCaseworker = useViewer().role === 'CASEWORKER';
  return (
    <ClientList
      canAdd={isCaseworker}
      actions={
        <>
          <Link className="btn" to="/caseload">
            {t('caseloads:open')}
          </Link>
          <Link className="btn" to="/open-file">
            {t('caseloads:opening.title')}
          </Link>
          {isCaseworker ? (
            <Link className="btn" to="/imports">
              {t('import')}
            </Link>
          ) : null}
        </>
      }
    />
  );
}
