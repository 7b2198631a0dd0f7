import { isDay, weekdayOf, type Day } from '../common/day';
import { refusal, settled, type Outcome, type Refusal } from '../common/outcome';
import { FIXED_HOLIDAYS } from './work-calendar';

/** A day that is not what its weekday says. */
export interface HolidayDay {
  readonly day: Day;
  /** True = a day off; false = a make-up working day (调休). */
  readonly isOff: boolean;
}

/** A year's table as it is to be loaded. */
export interface HolidayYear {
  readonly year: number;
  readonly days: readonly HolidayDay[];
}

/** Why a year's table is not loaded. */
export type HolidayYearCode =
  'YEAR_OUT_OF_RANGE' | 'NOT_A_DATE' | 'OTHER_YEAR' | 'DAY_TWICE' | 'FIXED_HOLIDAY_MISSING' | 'MAKE_UP_ON_WEEKDAY';

/** The years whose table may be loaded. */
export const HOLIDAY_YEARS = { from: 2024, to: 2100 } as const;

const WEEKEND: readonly number[] = [0, 6];

/** Checks a year's table: days of that year, each once, with every legal holiday of fixed date, make-up days on weekends. */
export function checkedHolidayYear({ year, days }: HolidayYear): Outcome<HolidayYear, HolidayYearCode> {
  const at = (index: number): string[] => ['input', 'days', String(index)];
  const isYear = Number.isSafeInteger(year) && year >= HOLIDAY_YEARS.from && year <= HOLIDAY_YEARS.to;
  const refusals: Refusal<HolidayYearCode>[] = isYear
    ? []
    : [refusal('YEAR_OUT_OF_RANGE', ['input', 'year'], HOLIDAY_YEARS)];
  const seen = new Set<Day>();
  for (const [index, { day, isOff }] of days.entries()) {
    const code = codeOf(year, day, isOff, seen);
    if (code !== null) refusals.push(refusal(code, at(index), { day }));
    seen.add(day);
  }
  const off = new Set(days.filter(({ isOff }) => isOff).map(({ day }) => day));
  const missing = [...FIXED_HOLIDAYS].map((date) => `${year}-${date}`).find((day) => !off.has(day));
  if (missing !== undefined) refusals.push(refusal('FIXED_HOLIDAY_MISSING', ['input', 'days'], { day: missing }));
  return settled(refusals, { year, days });
}

function codeOf(year: number, day: Day, isOff: boolean, seen: ReadonlySet<Day>): HolidayYearCode | null {
  if (!isDay(day)) return 'NOT_A_DATE';
  if (Number(day.slice(0, 4)) !== year) return 'OTHER_YEAR';
  if (seen.has(day)) return 'DAY_TWICE';
  return !isOff && !WEEKEND.includes(weekdayOf(day)) ? 'MAKE_UP_ON_WEEKDAY' : null;
}
