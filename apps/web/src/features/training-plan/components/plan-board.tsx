import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../components/page-head';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { useViewer } from '../../../lib/session/viewer-context';
import { useChosen, type Chosen } from '../hooks/use-chosen';
import { usePlan, type Plan, type PlanRead } from '../hooks/use-plan';
import { MoreSlots } from './more-slots';
import { PlanFigures } from './plan-figures';
import { ProposeTray } from './propose-tray';
import { SessionCard } from './session-card';

/** Which course seats place the most people: who would go where, why, and what more seats would do. */
export function PlanBoard(): ReactNode {
  const { t } = useTranslation('trainingPlan');
  const isCaseworker = useViewer().role === 'CASEWORKER';
  const plan = usePlan();
  const chosen = useChosen(plan.plan);
  const mayTick = isCaseworker && !plan.isWhatIf;
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t(isCaseworker ? 'sub' : 'subTeam')}>
        {mayTick && chosen.all.length > 0 ? (
          <button type="button" className="btn" onClick={chosen.takeAll}>
            {t('tickAll', { count: chosen.all.length })}
          </button>
        ) : null}
      </PageHead>
      {plan.plan === undefined ? (
        <Loaded of={plan.read} rows={8}>
          {() => null}
        </Loaded>
      ) : (
        <Board read={plan} plan={plan.plan} chosen={mayTick ? chosen : null} />
      )}
      {isCaseworker ? <ProposeTray chosen={chosen} isOpen={mayTick} /> : null}
    </>
  );
}

interface BoardProps {
  readonly read: PlanRead;
  readonly plan: Plan;
  /** Null where nobody ticks: a supervisor looks, and a what-if is not asked for. */
  readonly chosen: Chosen | null;
}

function Board({ read, plan, chosen }: BoardProps): ReactNode {
  const { t } = useTranslation('trainingPlan');
  if (plan.clientsWaiting === 0) return <EmptyState title={t('nobody')} text={t('nobodyText')} />;
  return (
    <>
      <PlanFigures read={read} plan={plan} />
      {plan.sessions.length === 0 && plan.state === 'SETTLED' ? (
        <EmptyState title={t('noSession')} text={t('noSessionText')} />
      ) : null}
      <div className="grid halves" aria-busy={read.isWorking}>
        {plan.sessions.map((planned) => (
          <SessionCard
            key={planned.session.id}
            planned={planned}
            more={read.seats[planned.session.id] ?? 0}
            onMore={(places) => read.setSeats(planned.session.id, places)}
            chosen={chosen}
          />
        ))}
      </div>
      <MoreSlots plan={plan} read={read} />
    </>
  );
}
