import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { ImportKind } from '@contract/gql';
import { Card } from '../../components/card';
import { PageHead } from '../../components/page-head';
import { ImportForm, ImportRunList, ImportRunView } from '../../features/imports';

type Kinds = readonly [ImportKind, ...ImportKind[]];

const KINDS: Kinds = ['CLIENTS', 'POSITIONS'];
const POSITIONS_FIRST: Kinds = ['POSITIONS', 'CLIENTS'];

const pathOf = (runId: string): string => `/imports/${runId}`;

/** The caseworker's imports: a new one, those before, and one in full. */
export function ImportsPage(): ReactNode {
  const { t } = useTranslation('imports');
  const { id } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const started = (runId: string): void => void navigate(pathOf(runId));
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
        <ImportRunView runId={id} backTo="/imports" backLabel={t('back')} />
      )}
    </>
  );
}
