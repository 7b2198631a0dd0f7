import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { ImportKind } from '@contract/gql';
import { Card } from '../../components/card';
import { PageHead } from '../../components/page-head';
import { ImportForm, ImportRunList, ImportRunView, type StartedImport } from '../../features/imports';
import { isTrial, trialState } from './trial-state';

type Kinds = readonly [ImportKind, ...ImportKind[]];

const KINDS: Kinds = ['CLIENTS', 'POSITIONS'];
const POSITIONS_FIRST: Kinds = ['POSITIONS', 'CLIENTS'];

const pathOf = (runId: string): string => `/imports/${runId}`;

/** The caseworker's imports: a new one, those before, and one in full. */
export function ImportsPage(): ReactNode {
  const { t } = useTranslation('imports');
  const { id } = useParams();
  const [params] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const started = (run: StartedImport): void => void navigate(pathOf(run.runId), { state: trialState(run) });
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')} />
      {id === undefined ? (
        <>
          <Card title={t('newTitle')}>
            <div className="cb narrow">
              <ImportForm kinds={params.get('kind') === 'POSITIONS' ? POSITIONS_FIRST : KINDS} onStarted={started} />
            </div>
          </Card>
          <ImportRunList pathOf={pathOf} />
        </>
      ) : (
        <ImportRunView runId={id} backTo="/imports" backLabel={t('back')} isTrial={isTrial(location.state)} />
      )}
    </>
  );
}
