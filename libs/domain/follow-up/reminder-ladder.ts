import type { WorkCalendar } from '../calendar/work-calendar';
import type { Day } from '../common/day';

/** The rungs of the ladder: who hears of a milestone that waits for a contact. */
export const Rung = {
  CASEWORKER: 'CASEWORKER',
  CASEWORKER_AGAIN: 'CASEWORKER_AGAIN',
  SUPERVISOR_DIGEST: 'SUPERVISOR_DIGEST',
  COORDINATOR_LIST: 'COORDINATOR_LIST',
} as const;

/** One of the rungs. */
export type Rung = (typeof Rung)[keyof typeof Rung];

/** The rungs in order, by who is told. */
export const LADDER_RUNGS = {
  caseworker: [Rung.CASEWORKER, Rung.CASEWORKER_AGAIN],
  supervisor: [Rung.SUPERVISOR_DIGEST, Rung.COORDINATOR_LIST],
} as const;

/** The part of a milestone on which its ladder stands. */
export interface LadderMilestone {
  readonly code: string;
  readonly dueOn: Day;
  /** The day to which it was put off last; null = never. The ladder begins anew there. */
  readonly snoozedUntil: Day | null;
}

/** Working days after the ladder's beginning on which each rung is reached (follow-up specification). */
const AFTER_WORKING_DAYS: Readonly<Record<Rung, number>> = {
  CASEWORKER: 0,
  CASEWORKER_AGAIN: 1,
  SUPERVISOR_DIGEST: 2,
  COORDINATOR_LIST: 5,
};

/** The first days of a job do not wait: a supervisor hears a working day later. */
const FIRST_DAYS: ReadonlySet<string> = new Set(['PRE', 'D1', 'D3']);
const SUPERVISOR_AFTER_FIRST_DAYS = 1;

/** The day from which a milestone waits for a contact: its due day, or the day to which it was put off. */
export const waitsFrom = ({ dueOn, snoozedUntil }: Pick<LadderMilestone, 'dueOn' | 'snoozedUntil'>): Day =>
  snoozedUntil ?? dueOn;

/** The day on which a milestone that nobody meets reaches a rung. */
export function rungDay(milestone: LadderMilestone, rung: Rung, calendar: WorkCalendar): Day {
  const isEarly = rung === Rung.SUPERVISOR_DIGEST && FIRST_DAYS.has(milestone.code);
  const after = isEarly ? SUPERVISOR_AFTER_FIRST_DAYS : AFTER_WORKING_DAYS[rung];
  return calendar.addWorkingDays(waitsFrom(milestone), after);
}

/** The highest rung that a waiting milestone has reached by a day; null before its day. */
export function rungReached(milestone: LadderMilestone, today: Day, calendar: WorkCalendar): Rung | null {
  const reached = Object.values(Rung).filter((rung) => rungDay(milestone, rung, calendar) <= today);
  return reached.at(-1) ?? null;
}
