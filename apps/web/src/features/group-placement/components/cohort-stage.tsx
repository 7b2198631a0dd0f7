import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SolvePlacementBatchDocument } from '@contract/gql';
import { ActButton } from '../../../components/desk/act-button';
import { Segments } from '../../../components/desk/segments';
import { useCommand } from '../../../lib/graphql/use-command';
import { may, type Batch } from '../rules/batch';
import { CandidatePicker } from './candidate-picker';
import { CapacityPreview } from './capacity-preview';
import { CohortList } from './cohort-list';

/** The cohort is chosen, and beside it stands what it would meet: seats, pairs, and who has none. */
export function CohortStage({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const canAdd = may(batch, 'ADD_CLIENTS');
  const [chosen, setChosen] = useState<'add' | 'in' | null>(null);
  const view = chosen ?? (canAdd && batch.ownClients === 0 ? 'add' : 'in');
  return (
    <div className="two-col">
      <div className="stack">
        {canAdd ? (
          <div className="row wrap">
            <Segments
              label={t('cohort.view')}
              value={view}
              onChange={(value) => setChosen(value === 'add' ? 'add' : 'in')}
              choices={[
                { value: 'add', label: t('cohort.add') },
                { value: 'in', label: t('cohort.in', { count: batch.ownClients }) },
              ]}
            />
          </div>
        ) : null}
        {view === 'add' && canAdd ? (
          <CandidatePicker batch={batch} onAdded={() => setChosen('in')} />
        ) : (
          <CohortList batch={batch} canRemove={canAdd} />
        )}
      </div>
      <div className="stack">
        <CapacityPreview batch={batch} />
        <SolveButton batch={batch} />
      </div>
    </div>
  );
}

function SolveButton({ batch }: { readonly batch: Batch }): ReactNode {
  const { t } = useTranslation('groupPlacement');
  const { run, isRunning } = useCommand(SolvePlacementBatchDocument);
  if (!may(batch, 'SOLVE')) return <p className="s13 mut">{t('solve.notYet')}</p>;
  return (
    <div className="stack g4">
      <ActButton label={t('solve.start')} className="btn pri" isRunning={isRunning} act={() => run({ id: batch.id })} />
      <p className="s12 mut">{t('solve.hint')}</p>
    </div>
  );
}
