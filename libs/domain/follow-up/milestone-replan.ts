import type { WorkCalendar } from '../calendar/work-calendar';
import type { Day } from '../common/day';
import type { ContactChannel } from './contact-codes';
import { OPEN_MILESTONE_STATES, type MilestoneStatus } from './milestone-lifecycle';
import { planMilestones, type PlannedMilestone } from './milestone-plan';
import { DEFAULT_MILESTONE_TEMPLATE, type MilestoneTemplateRow } from './milestone-template';

/** A milestone as it stands. */
export interface StandingMilestone {
  readonly id: string;
  readonly code: string;
  readonly status: MilestoneStatus;
  readonly rawOn: Day;
  readonly dueOn: Day;
  readonly isProvisional: boolean;
  readonly windowWorkingDays: number;
  readonly channel: ContactChannel;
}

/** What a milestone is to become. */
export interface MilestoneChange {
  readonly id: string;
  readonly rawOn: Day;
  readonly dueOn: Day;
  readonly isProvisional: boolean;
  readonly windowWorkingDays: number;
  readonly channel: ContactChannel;
  readonly status: PlannedMilestone['status'];
}

/**
 * Plans anew what is still to come, by another start, another calendar or another template; what the template no longer
 * has is called off. Whatever has come due, was done or is over stays as it is; one is covered only by another that is
 * open, so that nothing is left to a contact that took place long before.
 */
export function replanned(
  standing: readonly StandingMilestone[],
  start: Day,
  calendar: WorkCalendar,
  today: Day,
  template: readonly MilestoneTemplateRow[] = DEFAULT_MILESTONE_TEMPLATE,
): readonly MilestoneChange[] {
  const planOf = new Map<string, PlannedMilestone>(
    planMilestones(start, calendar, today, template).map((planned) => [planned.code, planned]),
  );
  const open = new Set(standing.filter(({ status }) => OPEN_MILESTONE_STATES.includes(status)).map(({ code }) => code));
  return standing.flatMap((milestone) => {
    if (milestone.status !== 'SCHEDULED') return [];
    const planned = planOf.get(milestone.code);
    if (planned === undefined) return [{ ...daysOf(milestone), id: milestone.id, status: 'CANCELLED' }];
    const isCoveredByOpen = planned.coveredBy !== null && open.has(planned.coveredBy);
    const status = planned.status === 'COVERED' && !isCoveredByOpen ? 'SCHEDULED' : planned.status;
    const change: MilestoneChange = { ...daysOf(planned), id: milestone.id, status };
    return isSame(milestone, change) ? [] : [change];
  });
}

type Days = Omit<MilestoneChange, 'id' | 'status'>;

const daysOf = ({ rawOn, dueOn, isProvisional, windowWorkingDays, channel }: Days): Days => ({
  rawOn,
  dueOn,
  isProvisional,
  windowWorkingDays,
  channel,
});

const isSame = (milestone: StandingMilestone, change: MilestoneChange): boolean =>
  milestone.rawOn === change.rawOn &&
  milestone.dueOn === change.dueOn &&
  milestone.isProvisional === change.isProvisional &&
  milestone.windowWorkingDays === change.windowWorkingDays &&
  milestone.channel === change.channel &&
  milestone.status === change.status;
