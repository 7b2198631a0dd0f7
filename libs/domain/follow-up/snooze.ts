import type { WorkCalendar } from '../calendar/work-calendar';
import type { Day } from '../common/day';
import { mayBecome } from '../common/lifecycle';
import { refusal, refused, settled, type Outcome, type Refusal } from '../common/outcome';
import { MILESTONE_LIFECYCLE, MilestoneStatus } from './milestone-lifecycle';

/** How often and how far a milestone may be put off (follow-up specification). */
export const SNOOZE_LIMITS = { times: 2, workingDays: 3 } as const;

/** Why a milestone is put off: about work and time alone. */
export const SnoozeReason = {
  CLIENT_ASKED: 'CLIENT_ASKED',
  SHIFT_UNSUITABLE: 'SHIFT_UNSUITABLE',
  ON_LEAVE: 'ON_LEAVE',
  VISIT_ARRANGED: 'VISIT_ARRANGED',
  CASEWORKER_AWAY: 'CASEWORKER_AWAY',
} as const;

/** One of the reasons for putting off. */
export type SnoozeReason = (typeof SnoozeReason)[keyof typeof SnoozeReason];

/** Why a milestone is not put off. */
export type SnoozeCode = 'WRONG_STATE' | 'SNOOZED_OUT' | 'NOT_A_WORKDAY' | 'NOT_LATER' | 'TOO_FAR' | 'AFTER_WINDOW';

/** The part of a milestone that decides about putting it off. */
export interface SnoozedMilestone {
  readonly status: MilestoneStatus;
  readonly dueOn: Day;
  readonly windowWorkingDays: number;
  readonly snoozes: number;
}

/** The last day on which a contact still counts for a milestone. */
export const windowEnd = (
  { dueOn, windowWorkingDays }: Pick<SnoozedMilestone, 'dueOn' | 'windowWorkingDays'>,
  calendar: WorkCalendar,
): Day => calendar.addWorkingDays(dueOn, windowWorkingDays);

/** The last day to which a milestone may be put off today; null where it may not be at all. */
export function latestSnooze(milestone: SnoozedMilestone, today: Day, calendar: WorkCalendar): Day | null {
  const { status, snoozes } = milestone;
  if (!mayBecome(MILESTONE_LIFECYCLE, status, MilestoneStatus.SNOOZED) || snoozes >= SNOOZE_LIMITS.times) return null;
  const [farthest, end] = [calendar.addWorkingDays(today, SNOOZE_LIMITS.workingDays), windowEnd(milestone, calendar)];
  const latest = farthest < end ? farthest : end;
  return latest > today ? latest : null;
}

/** Says whether a milestone may be put off to this day: twice at most, three working days each, not past its window. */
export function checkedSnooze(
  milestone: SnoozedMilestone,
  until: Day,
  today: Day,
  calendar: WorkCalendar,
): Outcome<{ readonly until: Day }, SnoozeCode> {
  const { status, snoozes } = milestone;
  if (!mayBecome(MILESTONE_LIFECYCLE, status, MilestoneStatus.SNOOZED)) {
    return refused(refusal('WRONG_STATE', ['id'], { status }));
  }
  if (snoozes >= SNOOZE_LIMITS.times) return refused(refusal('SNOOZED_OUT', ['id'], { most: SNOOZE_LIMITS.times }));
  return settled(untilRefusals(milestone, until, today, calendar), { until });
}

function untilRefusals(
  milestone: SnoozedMilestone,
  until: Day,
  today: Day,
  calendar: WorkCalendar,
): readonly Refusal<SnoozeCode>[] {
  const at = ['input', 'until'];
  if (until <= today) return [refusal('NOT_LATER', at)];
  const end = windowEnd(milestone, calendar);
  const farthest = calendar.addWorkingDays(today, SNOOZE_LIMITS.workingDays);
  return [
    ...(calendar.isWorkday(until) ? [] : [refusal<SnoozeCode>('NOT_A_WORKDAY', at)]),
    ...(until > farthest ? [refusal<SnoozeCode>('TOO_FAR', at, { latest: farthest })] : []),
    ...(until > end ? [refusal<SnoozeCode>('AFTER_WINDOW', at, { latest: end })] : []),
  ];
}
