import type { WorkCalendar } from '../calendar/work-calendar';
import type { Day } from '../common/day';
import { OPEN_MILESTONE_STATES, type MilestoneStatus } from './milestone-lifecycle';

/** The time of the daily digest in Asia/Shanghai, as hours and minutes. */
export const DIGEST_AT = { hour: 9, minute: 0 } as const;

/** The part of a milestone by which the digest is put together. */
export interface DigestMilestone {
  readonly id: string;
  readonly caseworkerId: string;
  readonly status: MilestoneStatus;
  readonly dueOn: Day;
  /** The day of the last reminder; null when there was none. */
  readonly lastRemindedOn: Day | null;
}

/** One mail: everything of one caseworker that became due and was not yet put before her. */
export interface Digest {
  readonly caseworkerId: string;
  readonly day: Day;
  readonly milestoneIds: readonly string[];
}

/** Says whether the milestone waits for a contact that is due today or earlier. */
export const isDue = (milestone: { status: MilestoneStatus; dueOn: Day }, today: Day): boolean =>
  OPEN_MILESTONE_STATES.includes(milestone.status) && milestone.dueOn <= today;

/**
 * The digests of a day: at most one per caseworker, none on a day off, each milestone once since it became due. What an
 * earlier day should have sent and did not is in it too.
 */
export function digestsFor(
  milestones: readonly DigestMilestone[],
  today: Day,
  calendar: WorkCalendar,
): readonly Digest[] {
  if (!calendar.isWorkday(today)) return [];
  const ids = new Map<string, string[]>();
  const waiting = milestones.filter(
    (one) => isDue(one, today) && (one.lastRemindedOn === null || one.lastRemindedOn < one.dueOn),
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

/** Working days by which an open milestone is late; 0 when it is not. */
export function workingDaysLate(
  milestone: { status: MilestoneStatus; dueOn: Day },
  today: Day,
  calendar: WorkCalendar,
): number {
  if (!isDue(milestone, today)) return 0;
  return calendar.workingDaysBetween(milestone.dueOn, today);
}
