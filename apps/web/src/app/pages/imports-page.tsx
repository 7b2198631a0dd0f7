import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Card } from '../../components/card';
import { PageHead } from '../../components/page-head';
import { ImportForm, ImportRunList, ImportRunView } from '../../features/imports';

const pathOf = (runId: string): string => `/imports/${runId}`;

/** The caseworker's imports: a new one, those before, and one in full. */
export function ImportsPage(): ReactNode {
  const { t } = useTranslation('imports');
  const { id } = useParams();
  const navigate = useNavigate();
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')} />
      {id === undefined ? (
        <>
          <Card title={t('newTitle')}>
            <div className="cb narrow">
              <ImportForm kinds={['CLIENTS', 'POSITIONS']} onStarted={(runId) => void navigate(pathOf(runId))} />
            </div>
          </Card>
          <ImportRunList pathOf={pathOf} />
        </>
      ) : (
        <ImportRunView runId={id} backTo="/imports" />
      )}
    </>
  );
}
