import type { WorkCalendar } from '../calendar/work-calendar';
import type { Day } from '../common/day';
import { OPEN_MILESTONE_STATES, type MilestoneStatus } from './milestone-lifecycle';
import { LADDER_RUNGS, rungDay, waitsFrom, type LadderMilestone, type Rung } from './reminder-ladder';

/** The time of the daily digest in Asia/Shanghai, as hours and minutes. */
export const DIGEST_AT = { hour: 9, minute: 0 } as const;

/** The part of a milestone by which a supervisor is told of it. */
export interface EscalatedMilestone extends LadderMilestone {
  readonly id: string;
  readonly status: MilestoneStatus;
  /** The day on which a supervisor was last told; null when she was not. */
  readonly escalatedOn: Day | null;
}

/** The part of a milestone by which the caseworkers' digests are put together. */
export interface DigestMilestone extends EscalatedMilestone {
  readonly caseworkerId: string;
  /** The day of the last reminder to the caseworker; null when there was none. */
  readonly lastRemindedOn: Day | null;
}

/** One mail: everything of one caseworker that became due and was not yet put before her. */
export interface Digest {
  readonly caseworkerId: string;
  readonly day: Day;
  readonly milestoneIds: readonly string[];
}

/** When an open milestone waits for a contact, and how late it is. */
export interface OpenMilestone {
  readonly status: MilestoneStatus;
  readonly dueOn: Day;
  readonly snoozedUntil: Day | null;
}

/** Says whether the milestone waits for a contact that is due today or earlier. */
export const isDue = (milestone: OpenMilestone, today: Day): boolean =>
  OPEN_MILESTONE_STATES.includes(milestone.status) && waitsFrom(milestone) <= today;

/** Says whether the last mail to somebody lies before the newest of these rungs that has come. */
function isOwed(
  milestone: EscalatedMilestone,
  rungs: readonly Rung[],
  lastOn: Day | null,
  { today, calendar }: { readonly today: Day; readonly calendar: WorkCalendar },
): boolean {
  if (!isDue(milestone, today)) return false;
  const days = rungs.map((rung) => rungDay(milestone, rung, calendar)).filter((day) => day <= today);
  return days.some((day) => lastOn === null || lastOn < day);
}

/**
 * The caseworkers' digests of a day: at most one each, none on a day off; each milestone on its day and once more a
 * working day later. What an earlier day should have sent and did not is in it too.
 */
export function digestsFor(
  milestones: readonly DigestMilestone[],
  today: Day,
  calendar: WorkCalendar,
): readonly Digest[] {
  if (!calendar.isWorkday(today)) return [];
  const ids = new Map<string, string[]>();
  const waiting = milestones.filter((one) =>
    isOwed(one, LADDER_RUNGS.caseworker, one.lastRemindedOn, { today, calendar }),
  );
  for (const { caseworkerId, id } of waiting) {
    ids.set(caseworkerId, [...(ids.get(caseworkerId) ?? []), id]);
  }
  return [...ids.keys()].sort().map((caseworkerId) => ({
    caseworkerId,
    day: today,
    milestoneIds: (ids.get(caseworkerId) ?? []).sort(),
  }));
}

/** The milestones of which a supervisor is told today: when they reach her digest, and when they reach her list. */
export function escalatedOn(
  milestones: readonly EscalatedMilestone[],
  today: Day,
  calendar: WorkCalendar,
): readonly string[] {
  if (!calendar.isWorkday(today)) return [];
  const told = milestones.filter((one) => isOwed(one, LADDER_RUNGS.supervisor, one.escalatedOn, { today, calendar }));
  return [...new Set(told.map(({ id }) => id))].sort();
}

/** Working days by which an open milestone is late; 0 when it is not. */
export function workingDaysLate(milestone: OpenMilestone, today: Day, calendar: WorkCalendar): number {
  if (!isDue(milestone, today)) return 0;
  return calendar.workingDaysBetween(waitsFrom(milestone), today);
}
