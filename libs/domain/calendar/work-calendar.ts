import { addDays, weekdayOf, type Day } from '../common/day';

/** The holiday table that a calendar computes on. */
export interface HolidayTable {
  /** True: a day off on a weekday; false: a make-up working day (调休) on a weekend. Other days are left out. */
  readonly isOff: ReadonlyMap<Day, boolean>;
  /** The years whose official notice is in the table, e.g. 2026; all others are provisional. */
  readonly listedYears: ReadonlySet<number>;
}

/** A day found by counting, and whether it may still move when a year's notice is loaded. */
export interface CountedDay {
  readonly day: Day;
  readonly isProvisional: boolean;
}

// 全国年节及纪念日放假办法 (in force from 2025-01-01) art. 2: the legal holidays with a fixed date in the solar calendar.
/** The legal holidays with a fixed date in the solar calendar, as month and day. */
export const FIXED_HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

const SATURDAY = 6;
const SUNDAY = 0;

/** Working days in Asia/Shanghai: the table's entry where there is one, else Monday to Friday. */
export class WorkCalendar {
  constructor(private readonly table: HolidayTable) {}

  /** Says whether people work on this day. */
  isWorkday(day: Day): boolean {
    const isOff = this.table.isOff.get(day);
    if (isOff !== undefined) return !isOff;
    if (this.isProvisional(day) && FIXED_HOLIDAYS.has(day.slice(5))) return false;
    const weekday = weekdayOf(day);
    return weekday !== SATURDAY && weekday !== SUNDAY;
  }

  /** Says whether the day's year has no official table yet, so that only fixed dates and weekends are known. */
  isProvisional(day: Day): boolean {
    return !this.table.listedYears.has(Number(day.slice(0, 4)));
  }

  /** The working day n working days later, the day itself not counted; negative n counts back, 0 gives the day itself. */
  addWorkingDays(day: Day, n: number): Day {
    return this.countWorkingDays(day, n).day;
  }

  /** Like addWorkingDays, and says whether any day passed over lies in a year without a table. */
  countWorkingDays(day: Day, n: number): CountedDay {
    if (!Number.isSafeInteger(n)) throw new Error(`Not a number of days: ${n}`);
    const step = n < 0 ? -1 : 1;
    let current = day;
    let isProvisional = this.isProvisional(day);
    for (let left = Math.abs(n); left > 0;) {
      current = addDays(current, step);
      isProvisional ||= this.isProvisional(current);
      if (this.isWorkday(current)) left -= 1;
    }
    return { day: current, isProvisional };
  }

  /** The day itself when people work on it, else the next working day. */
  nextWorkday(day: Day): Day {
    return this.isWorkday(day) ? day : this.addWorkingDays(day, 1);
  }

  /** The day itself when people work on it, else the working day before. */
  previousWorkday(day: Day): Day {
    return this.isWorkday(day) ? day : this.addWorkingDays(day, -1);
  }

  /** Working days after `from` up to and including `to`; 0 on the same day, negative when `to` lies before. */
  workingDaysBetween(from: Day, to: Day): number {
    if (to < from) return -this.workingDaysBetween(to, from);
    let count = 0;
    for (let day = from; day < to;) {
      day = addDays(day, 1);
      if (this.isWorkday(day)) count += 1;
    }
    return count;
  }
}
