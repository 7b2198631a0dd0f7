import type { WorkCalendar } from '../calendar/work-calendar';
import { addDays, dayOf, startOfDay, type Day } from '../common/day';

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1_440;

/** Quiet hours in minutes after midnight in Asia/Shanghai: none before DAY_BEGINS, at noon, or from DAY_ENDS on. */
export const QUIET_HOURS = { dayBegins: 510, noonBegins: 720, noonEnds: 840, dayEnds: 1_260 } as const;

/** A part of the day in minutes after midnight in Asia/Shanghai, the end not included. */
export interface DaySlot {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** When a person may be written to. */
export interface MessageHours {
  /** Her own part of the day, as shift workers name one; null = the usual hours. */
  readonly slot: DaySlot | null;
  /** True where she also wants messages on days off. */
  readonly onDaysOff: boolean;
}

/** The hours of somebody who chose none. */
export const USUAL_HOURS: MessageHours = { slot: null, onDaysOff: false };

/** ORDINARY waits for the hours of its reader; SHORT_NOTICE is a change of a lesson or an interview within 24 hours. */
export type MessageUrgency = 'ORDINARY' | 'SHORT_NOTICE';

const SHORT_NOTICE_MS = 24 * 60 * MS_PER_MINUTE;

/** The urgency of a notice about something that begins at `beginsAt`: up to and including 24 hours ahead it cannot wait. */
export const urgencyOf = (beginsAt: Date, now: Date): MessageUrgency =>
  beginsAt.getTime() - now.getTime() <= SHORT_NOTICE_MS ? 'SHORT_NOTICE' : 'ORDINARY';

/** Says whether the slot lies within one day and is not empty. */
export const isDaySlot = ({ fromMinute, toMinute }: DaySlot): boolean =>
  [fromMinute, toMinute].every(Number.isSafeInteger) &&
  fromMinute >= 0 &&
  toMinute <= MINUTES_PER_DAY &&
  fromMinute < toMinute;

/**
 * The first instant from `now` on at which the message may leave: `now` itself outside quiet time, else the end of the
 * quiet span (14:00, or 08:30 of the next working day, or the beginning of the reader's own slot). A short notice goes
 * between 08:30 and 21:00 on any day, whatever was chosen.
 */
export function mayLeaveAt(now: Date, urgency: MessageUrgency, hours: MessageHours, calendar: WorkCalendar): Date {
  const spans = urgency === 'SHORT_NOTICE' ? [WAKING] : spansOf(hours.slot);
  const isOpen = (day: Day): boolean => urgency === 'SHORT_NOTICE' || hours.onDaysOff || calendar.isWorkday(day);
  const today = dayOf(now);
  const minute = (now.getTime() - startOfDay(today).getTime()) / MS_PER_MINUTE;
  for (const { fromMinute, toMinute } of isOpen(today) ? spans : []) {
    if (minute < fromMinute) return at(today, fromMinute);
    if (minute < toMinute) return now;
  }
  let day = addDays(today, 1);
  while (!isOpen(day)) day = addDays(day, 1);
  return at(day, (spans[0] ?? WAKING).fromMinute);
}

const WAKING: DaySlot = { fromMinute: QUIET_HOURS.dayBegins, toMinute: QUIET_HOURS.dayEnds };

const USUAL: readonly DaySlot[] = [
  { fromMinute: QUIET_HOURS.dayBegins, toMinute: QUIET_HOURS.noonBegins },
  { fromMinute: QUIET_HOURS.noonEnds, toMinute: QUIET_HOURS.dayEnds },
];

const spansOf = (slot: DaySlot | null): readonly DaySlot[] => (slot === null ? USUAL : [slot]);

const at = (day: Day, minute: number): Date => new Date(startOfDay(day).getTime() + minute * MS_PER_MINUTE);
