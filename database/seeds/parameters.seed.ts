import { getDayDetail } from 'chinese-days';
import type { Client } from 'pg';
import { WorkCalendar } from '#domain/calendar/work-calendar';
import { addDays, weekdayOf, type Day } from '#domain/common/day';
import { TONGCHENG_COUNTY_CODE, tongchengTravelTimes } from '#domain/geography/tongcheng';
import { HUBEI_MINIMUM_WAGES, type TierMinimumWage } from '#domain/placements/hubei-minimum-wages';
import { SCORE_VERSION, SCORE_WEIGHTS_V1 } from '#domain/matching/score-weights';
import { copyRows } from './copy-rows';
import type { Random } from './random';

/** The years whose official notice the library knew when this was written; a later year is added with its notice. */
const LISTED_YEARS = [2024, 2025, 2026] as const;

/** Tongcheng is very likely tier 3, which is for the county to confirm; what it was before 2024 is not known. */
const TONGCHENG_TIER = 3;
const TONGCHENG_FROM = '2024-02-01';

/** The rows of the county itself, unverified because of the tier, oldest first. */
const TONGCHENG_MINIMUM_WAGES = HUBEI_MINIMUM_WAGES.filter(
  ({ tier, effectiveFrom }) => tier === TONGCHENG_TIER && effectiveFrom >= TONGCHENG_FROM,
).reverse();

/** Region code of a tier of the province: for reference, no county has it. */
const tierRegion = (tier: number): string => `420000-${tier}`;

const tierRowId = ({ effectiveFrom, tier }: TierMinimumWage): string =>
  `42000000-0000-4000-8000-${effectiveFrom.replaceAll('-', '')}000${tier}`;

/** One entry of the holiday table. */
interface HolidayEntry {
  readonly day: Day;
  readonly year: number;
  readonly isOff: boolean;
}

/** Days that are not what their weekday says. */
export function holidayEntries(): HolidayEntry[] {
  return LISTED_YEARS.flatMap((year) => {
    const entries: HolidayEntry[] = [];
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      const isWeekend = [0, 6].includes(weekdayOf(day));
      const isWork = getDayDetail(day).work;
      if (isWork === isWeekend) entries.push({ day, year, isOff: !isWork });
    }
    return entries;
  });
}

/** The calendar on these entries. */
export const calendarOf = (entries: readonly HolidayEntry[]): WorkCalendar =>
  new WorkCalendar({
    isOff: new Map(entries.map(({ day, isOff }) => [day, isOff])),
    listedYears: new Set<number>(LISTED_YEARS),
  });

/** Fills the global tables, once for the deployment. */
export async function seedGlobalParameters(
  client: Client,
  random: Random,
  holidays: readonly HolidayEntry[],
): Promise<void> {
  await copyRows(
    client,
    'holiday',
    holidays.map(({ day, year, isOff }) => ({ day, year, is_off: isOff, source: 'chinese-days 1.5', verified: true })),
  );
  await copyRows(client, 'minimum_wage', [
    ...TONGCHENG_MINIMUM_WAGES.map((wage) => ({
      id: random.uuid(),
      region_code: TONGCHENG_COUNTY_CODE,
      ...minimumWageRow(wage),
      source_doc: `${wage.source}(第三档)`,
      verified: false,
    })),
    ...HUBEI_MINIMUM_WAGES.filter(({ hourlyFen }) => hourlyFen !== null).map((wage) => ({
      id: tierRowId(wage),
      region_code: tierRegion(wage.tier),
      ...minimumWageRow(wage),
    })),
  ]);
}

const minimumWageRow = (wage: TierMinimumWage) => ({
  effective_from: wage.effectiveFrom,
  monthly_fen: wage.monthlyFen,
  hourly_fen: wage.hourlyFen,
  excludes_employee_si: false,
  source_doc: wage.source,
  published_on: wage.publishedOn,
  verified: wage.isVerified,
});

/** Fills the county's own parameters: travel times (invented, not verified) and weights of score version 1. */
export async function seedCountyParameters(client: Client, random: Random, countyId: string): Promise<void> {
  await copyRows(
    client,
    'travel_time',
    tongchengTravelTimes().map(({ fromCode, toCode, minutes, verified }) => ({
      county_id: countyId,
      id: random.uuid(),
      from_township: fromCode,
      to_township: toCode,
      minutes,
      verified,
    })),
  );
  const {
    SKILLS: skills,
    OCCUPATION: occupation,
    COMMUTE: commute,
    PAY: pay,
    SHIFT_AND_HOURS: shift_and_hours,
    BENEFITS: benefits,
  } = SCORE_WEIGHTS_V1;
  await copyRows(client, 'score_weights', [
    {
      county_id: countyId,
      id: random.uuid(),
      version: SCORE_VERSION,
      effective_from: '2026-01-01',
      skills,
      occupation,
      commute,
      pay,
      shift_and_hours,
      benefits,
    },
  ]);
}
