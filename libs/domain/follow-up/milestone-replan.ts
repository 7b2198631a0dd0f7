import type { WorkCalendar } from '../calendar/work-calendar';
import type { Day } from '../common/day';
import { OPEN_MILESTONE_STATES, type MilestoneStatus } from './milestone-lifecycle';
import { planMilestones, type PlannedMilestone } from './milestone-plan';

/** A milestone as it stands. */
export interface StandingMilestone {
  readonly id: string;
  readonly code: string;
  readonly status: MilestoneStatus;
  readonly rawOn: Day;
  readonly dueOn: Day;
  readonly isProvisional: boolean;
}

/** What a milestone is to become. */
export interface MilestoneChange {
  readonly id: string;
  readonly rawOn: Day;
  readonly dueOn: Day;
  readonly isProvisional: boolean;
  readonly status: PlannedMilestone['status'];
}

/**
 * Plans anew what is still to come, by another start or another calendar. Whatever has come due, was done or is over stays
 * as it is; one is covered only by another that is open, so that nothing is left to a contact that took place long before.
 */
export function replanned(
  standing: readonly StandingMilestone[],
  start: Day,
  calendar: WorkCalendar,
  today: Day,
): readonly MilestoneChange[] {
  const planOf = new Map<string, PlannedMilestone>(
    planMilestones(start, calendar, today).map((planned) => [planned.code, planned]),
  );
  const open = new Set(standing.filter(({ status }) => OPEN_MILESTONE_STATES.includes(status)).map(({ code }) => code));
  return standing.flatMap((milestone) => {
    const planned = planOf.get(milestone.code);
    if (planned === undefined || milestone.status !== 'SCHEDULED') return [];
    const { rawOn, dueOn, isProvisional, coveredBy } = planned;
    const isCoveredByOpen = coveredBy !== null && open.has(coveredBy);
    const status = planned.status === 'COVERED' && !isCoveredByOpen ? 'SCHEDULED' : planned.status;
    const change: MilestoneChange = { id: milestone.id, rawOn, dueOn, isProvisional, status };
    return isSame(milestone, change) ? [] : [change];
  });
}

const isSame = (milestone: StandingMilestone, change: MilestoneChange): boolean =>
  milestone.rawOn === change.rawOn &&
  milestone.dueOn === change.dueOn &&
  milestone.isProvisional === change.isProvisional &&
  milestone.status === change.status;
