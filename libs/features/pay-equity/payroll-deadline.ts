import type { WorkCalendar } from '#domain/calendar/work-calendar';
import { addDays, addMonths, firstDayOf, monthOf, type Day, type Month } from '#domain/common/day';

const DEADLINE_DAY = 20;
const MISSING_DAY = 25;
const RUN_AFTER_WORKING_DAYS = 5;

/** The month before or after. */
export const monthsFrom = (period: Month, months: number): Month => monthOf(addMonths(firstDayOf(period), months));

/** The last day for a month's payroll: day 20 of the next month. */
export const payrollDeadline = (period: Month): Day => addDays(firstDayOf(monthsFrom(period, 1)), DEADLINE_DAY - 1);

/** The latest month whose payroll should have come: its deadline is past. */
export function latestDuePayroll(today: Day): { readonly period: Month; readonly deadline: Day } {
  const last = monthsFrom(monthOf(today), -1);
  const period = today > payrollDeadline(last) ? last : monthsFrom(last, -1);
  return { period, deadline: payrollDeadline(period) };
}

/** The latest month whose monthly run is due: it runs on the fifth working day after the deadline. */
export function latestPeriodToRun(today: Day, calendar: WorkCalendar): Month {
  const last = monthsFrom(monthOf(today), -1);
  const isDue = today >= calendar.addWorkingDays(payrollDeadline(last), RUN_AFTER_WORKING_DAYS);
  return isDue ? last : monthsFrom(last, -1);
}

/** The latest month that is missing where nothing came in: day 25 of the next month is there. */
export function latestPeriodOverdue(today: Day): Month {
  const last = monthsFrom(monthOf(today), -1);
  const isOverdue = today >= addDays(firstDayOf(monthOf(today)), MISSING_DAY - 1);
  return isOverdue ? last : monthsFrom(last, -1);
}
