import { Injectable } from '@nestjs/common';
import { getDayDetail } from 'chinese-days';
import {
  checkedHolidayYear,
  HOLIDAY_YEARS,
  type HolidayDay,
  type HolidayYearCode,
} from '#domain/calendar/holiday-year';
import { addDays, weekdayOf, type Day } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { HolidaysLoaded } from './parameters.jobs';

/** A year of the table. */
export interface HolidayYearRow {
  readonly year: number;
  readonly daysOff: number;
  readonly makeUpDays: readonly Day[];
  readonly source: string;
}

/** A year that is to be loaded. */
export interface HolidayYearInput {
  readonly year: number;
  /** Null = from the package that the software brings, where it knows the year's notice. */
  readonly days: readonly HolidayDay[] | null;
  /** The notice; null where the days come from the package. */
  readonly source: string | null;
}

/** Why a year is not loaded. */
export type HolidaysCode = HolidayYearCode | 'YEAR_NOT_KNOWN' | 'YEAR_LOADED' | 'REQUIRED' | 'TOO_LONG' | 'NOT_ALLOWED';

const PACKAGE = 'chinese-days 1.5';
const SOURCE_LENGTH = 200;
const WEEKEND: readonly number[] = [0, 6];

/**
 * The days of a year by the package; null where it does not know the year's notice. Of a year that it does not know it
 * answers plain weekdays, so it is believed only where New Year's Day and the National Day are days off on it.
 */
export function holidaysByPackage(year: number): readonly HolidayDay[] | null {
  const isKnown = [`${year}-01-01`, `${year}-10-01`].every((day) => !getDayDetail(day).work);
  if (!isKnown || year > HOLIDAY_YEARS.to) return null;
  const days: HolidayDay[] = [];
  let differs = false;
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const isWork = getDayDetail(day).work;
    const isWeekend = WEEKEND.includes(weekdayOf(day));
    if (isWork === isWeekend) differs ||= isWork;
    if (isWork === isWeekend || (!isWork && isFixed(day))) days.push({ day, isOff: !isWork });
  }
  return differs ? days : null;
}

const FIXED = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
const isFixed = (day: Day): boolean => FIXED.includes(day.slice(5));

/** Keeps the table of working days: years are added with their notice and stay as they are. */
@Injectable()
export class HolidaysService {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** The years that are there, latest first. */
  years(tx: Tx): Promise<HolidayYearRow[]> {
    return tx.query(
      `select h.year, count(*) filter (where h.is_off)::int as "daysOff", min(h.source) as source,
              coalesce(array_agg(h.day::text order by h.day) filter (where not h.is_off), '{}') as "makeUpDays"
         from holiday h group by h.year order by h.year desc`,
    );
  }

  /** Loads a year; plans whose days were provisional are made anew. */
  async load(tx: Tx, { year, days, source }: HolidayYearInput): Promise<Outcome<{ id: string }, HolidaysCode>> {
    const listed = days ?? holidaysByPackage(year);
    if (listed === null) return refused(refusal('YEAR_NOT_KNOWN', ['input', 'days']));
    const document = days === null ? PACKAGE : (source ?? '').trim();
    if (document === '') return refused(refusal('REQUIRED', ['input', 'source']));
    if ([...document].length > SOURCE_LENGTH)
      return refused(refusal('TOO_LONG', ['input', 'source'], { max: SOURCE_LENGTH }));
    const checked = checkedHolidayYear({ year, days: listed });
    if (!checked.ok) return checked;
    if ((await this.years(tx)).some((row) => row.year === year))
      return refused(refusal('YEAR_LOADED', ['input', 'year']));
    const [row] = await tx.query<{ loaded: boolean }>('select app.load_holidays($1, $2::jsonb, $3) as loaded', [
      year,
      JSON.stringify(listed.map(({ day, isOff }) => ({ day, is_off: isOff }))),
      document,
    ]);
    if (row?.loaded !== true) return refused(refusal('NOT_ALLOWED', ['input', 'year']));
    await this.outbox.add(tx, HolidaysLoaded, { subjectId: tx.actor.countyId, data: { year } });
    await this.audit.record(tx, {
      action: 'holidays.loaded',
      subjectType: 'county',
      subjectId: tx.actor.countyId,
      fields: ['year', 'days', 'source'],
    });
    return done({ id: tx.actor.countyId });
  }
}
