import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { Note } from '../../../components/note';
import type { Plan, PlanRead } from '../hooks/use-plan';

interface PlanFiguresProps {
  readonly read: PlanRead;
  readonly plan: Plan;
}

/** In plain words: how many the seats place, whether more could be placed, and what the what-if does. */
export function PlanFigures({ read, plan }: PlanFiguresProps): ReactNode {
  const { t } = useTranslation('trainingPlan');
  const { figures, clientsWaiting: waiting, clientsPlanned: planned } = plan;
  return (
    <Card title={t('figures')}>
      <div className="cb stack g8">
        {planned < waiting ? <p className="s13 mut">{t('onlySome', { planned, waiting })}</p> : null}
        {figures === null ? (
          <p role="status">{t('working')}</p>
        ) : (
          <>
            <p className="b">
              {t('placed', {
                waiting: planned,
                without: figures.withoutTraining,
                placed: figures.placed,
                count: figures.placed - figures.withoutTraining,
              })}
            </p>
            <p className="s13" role="status">
              <Proof plan={plan} figures={figures} isWorking={read.isWorking} />
            </p>
            <Without plan={plan} />
          </>
        )}
        {read.isWhatIf ? <WhatIf read={read} plan={plan} /> : null}
      </div>
    </Card>
  );
}

interface ProofProps {
  readonly plan: Plan;
  readonly figures: NonNullable<Plan['figures']>;
  readonly isWorking: boolean;
}

function Proof({ plan, figures, isWorking }: ProofProps): ReactNode {
  const { t } = useTranslation('trainingPlan');
  const gap = figures.bound - figures.placed;
  if (gap === 0) return t('proven');
  if (plan.state !== 'SETTLED' || isWorking) return t('looking', { bound: figures.bound, count: gap });
  return t('gap', { bound: figures.bound, count: gap });
}

function Without({ plan }: { readonly plan: Plan }): ReactNode {
  const { t } = useTranslation('trainingPlan');
  if (plan.withoutPlace.length === 0) return null;
  return (
    <ul className="stack g4 s13 mut">
      {plan.withoutPlace.map(({ reason, count }) => (
        <li key={reason}>{t(`without.${reason}`, { count })}</li>
      ))}
    </ul>
  );
}

function WhatIf({ read, plan }: PlanFiguresProps): ReactNode {
  const { t } = useTranslation('trainingPlan');
  const sum = (more: Readonly<Record<string, number>>): number => Object.values(more).reduce((all, n) => all + n, 0);
  const asked = { seats: sum(read.seats), slots: sum(read.slots) };
  const before = plan.figures?.withoutMore ?? null;
  const after = plan.figures?.placed ?? 0;
  const isShown = before !== null && !read.isWorking;
  const effect = isShown ? (after > before ? 'whatIf.gain' : 'whatIf.none') : 'whatIf.working';
  return (
    <Note tone="iris" role="status">
      {t(effect, { ...asked, before, after, count: isShown ? after - before : 0 })}{' '}
      <button type="button" className="link" onClick={read.asItIs}>
        {t('whatIf.back')}
      </button>
    </Note>
  );
}
