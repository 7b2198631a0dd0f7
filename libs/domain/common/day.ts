/** A calendar day 'YYYY-MM-DD' in Asia/Shanghai; days compare as strings. */
export type Day = string;

/** A calendar month 'YYYY-MM'. */
export type Month = string;

const MS_PER_DAY = 86_400_000;
// The zone has had one offset, and no summer time, since 1991.
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

function midnightUtc(day: Day): number {
  const match = DAY_PATTERN.exec(day);
  if (match === null) throw new Error(`Not a calendar day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`);
}

const toDay = (utcMs: number): Day => new Date(utcMs).toISOString().slice(0, 10);

/** Says whether the text is a day that exists, in the form 'YYYY-MM-DD'. */
export function isDay(text: string): boolean {
  if (!DAY_PATTERN.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && toDay(ms) === text;
}

/** The day n days later; n may be negative. */
export const addDays = (day: Day, n: number): Day => toDay(midnightUtc(day) + n * MS_PER_DAY);

/** The same day of the month n months later, held to the month's last day (31 January + 1 = 28 or 29 February). */
export function addMonths(day: Day, n: number): Day {
  const [year, month, date] = parts(day);
  const months = year * 12 + (month - 1) + n;
  const target = Math.floor(months / 12);
  const targetMonth = months - target * 12;
  const lastDate = new Date(Date.UTC(target, targetMonth + 1, 0)).getUTCDate();
  return toDay(Date.UTC(target, targetMonth, Math.min(date, lastDate)));
}

/** Days from a to b: 0 on the same day, negative when b lies before a. */
export const daysBetween = (a: Day, b: Day): number => Math.round((midnightUtc(b) - midnightUtc(a)) / MS_PER_DAY);

/** The calendar day in Asia/Shanghai on which the instant falls. */
export const dayOf = (instant: Date): Day => toDay(instant.getTime() + SHANGHAI_OFFSET_MS);

/** The instant at which the day begins in Asia/Shanghai. */
export const startOfDay = (day: Day): Date => new Date(midnightUtc(day) - SHANGHAI_OFFSET_MS);

/** The month of a day. */
export const monthOf = (day: Day): Month => day.slice(0, 7);

/** The first day of a month. */
export const firstDayOf = (month: Month): Day => `${month}-01`;

/** The last day of a month. */
export const lastDayOf = (month: Month): Day => addDays(addMonths(firstDayOf(month), 1), -1);

/** Says whether the text is a month 'YYYY-MM' that exists. */
export const isMonth = (text: string): boolean => isDay(`${text}-01`);

/** The day of the week, 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: Day): number => new Date(midnightUtc(day)).getUTCDay();

function parts(day: Day): [number, number, number] {
  const date = new Date(midnightUtc(day));
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}
