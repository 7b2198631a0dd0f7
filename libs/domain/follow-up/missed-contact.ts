import type { WorkCalendar } from '../calendar/work-calendar';
import type { Day } from '../common/day';
import type { ContactChannel } from './contact-codes';
import { MilestoneStatus } from './milestone-lifecycle';

/** A try to reach somebody that had no answer. */
export interface Attempt {
  readonly on: Day;
  readonly channel: ContactChannel;
}

/** From when on somebody counts as not reached (follow-up specification). */
export const UNREACHED_AFTER = { attempts: 3, days: 2, channels: 2, withinWorkingDays: 5 } as const;

/** Says whether some of these attempts are enough: three, on two days, over two channels, the last at most 5 working days after the first. */
export function isUnreached(attempts: readonly Attempt[], calendar: WorkCalendar): boolean {
  return attempts.some((first) => {
    const last = calendar.addWorkingDays(first.on, UNREACHED_AFTER.withinWorkingDays);
    const within = attempts.filter(({ on }) => on >= first.on && on <= last);
    return (
      within.length >= UNREACHED_AFTER.attempts &&
      new Set(within.map(({ on }) => on)).size >= UNREACHED_AFTER.days &&
      new Set(within.map(({ channel }) => channel)).size >= UNREACHED_AFTER.channels
    );
  });
}

/** How many milestones in a row without a contact bring a supervisor's supportive outreach. */
export const OUTREACH_AFTER_UNREACHED = 2;

/** The ends of a milestone that say whether there was a contact; the others neither count nor interrupt. */
const TELLING: readonly MilestoneStatus[] = [MilestoneStatus.DONE, MilestoneStatus.DECLINED, MilestoneStatus.UNREACHED];

/**
 * Says whether the last milestones of a placement, in the order of their due days, end in two without a contact. It
 * brings a helpful visit by the office and nothing else: no report, no score, no notice to anybody.
 */
export function needsOutreach(statuses: readonly MilestoneStatus[]): boolean {
  const last = statuses.filter((status) => TELLING.includes(status)).slice(-OUTREACH_AFTER_UNREACHED);
  return last.length === OUTREACH_AFTER_UNREACHED && last.every((status) => status === MilestoneStatus.UNREACHED);
}
