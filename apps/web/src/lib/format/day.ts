const ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : 'zh-CN');

/** The first instant of a calendar day in China. */
export const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** The calendar day of an instant in China. */
export const dayOf = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

export const addDays = (day: string, count: number): string => dayOf(new Date(startOf(day).getTime() + count * DAY_MS));

/** Days from one calendar day to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((startOf(to).getTime() - startOf(from).getTime()) / DAY_MS);

/** The Monday of the week that a day lies in. */
export const mondayOf = (day: string): string =>
  addDays(day, -(((startOf(day).getTime() / DAY_MS + 8 / 24 + 3) % 7) | 0));

/** What a date-and-time field holds, as an instant in China: 2026-07-10T14:00 → 2026-07-10T06:00:00Z. */
export const instantOf = (local: string): string => new Date(`${local}:00+08:00`).toISOString();

/** The opposite: an instant as a date-and-time field holds it. */
export const localOf = (instant: string): string =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

interface DayStyle {
  readonly language: string;
  /** The year is written where it is not this one. */
  readonly today: string;
  readonly withWeekday?: boolean;
}

/** 7月9日, with 周四 where asked, with the year where it differs from today's. */
export function dayText(day: string, { language, today, withWeekday = false }: DayStyle): string {
  const date = startOf(day);
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  const month = language === 'en' ? 'short' : 'long';
  const text = new Intl.DateTimeFormat(localeOf(language), {
    timeZone: ZONE,
    month,
    day: 'numeric',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(date);
  return withWeekday ? `${text} ${weekdayText(day, language)}` : text;
}

export const weekdayText = (day: string, language: string, width: 'short' | 'long' = 'short'): string =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone: ZONE, weekday: width }).format(startOf(day));

export const timeText = (instant: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false }).format(
    new Date(instant),
  );

/** 2026年6月 for the period 2026-06. */
export const monthText = (period: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    timeZone: ZONE,
    year: 'numeric',
    month: language === 'en' ? 'short' : 'long',
  }).format(startOf(`${period}-01`));
