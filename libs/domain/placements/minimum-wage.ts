import type { Fen } from '../common/money';
import { isPartTime } from './employment-law';

/** One dated row of the minimum-wage table. */
export interface MinimumWageRow {
  readonly monthlyFen: Fen;
  readonly hourlyFen: Fen;
}

const WEEKS_PER_YEAR = 52n;
const MONTHS_PER_YEAR = 12n;

/**
 * The least monthly pay for these weekly hours. Full-time work gets the whole monthly minimum also when fewer than
 * 40 hours were agreed (最低工资规定 3: normal work in the agreed hours); part-time work the hourly minimum for its
 * hours (最低工资规定 5), rounded up to fen, a month being 52/12 weeks.
 */
export function leastMonthlyPayFen(weeklyHours: number, row: MinimumWageRow): Fen {
  if (!isPartTime(weeklyHours)) return row.monthlyFen;
  const perYear = BigInt(row.hourlyFen) * BigInt(weeklyHours) * WEEKS_PER_YEAR;
  return Number((perYear + MONTHS_PER_YEAR - 1n) / MONTHS_PER_YEAR);
}

/** Says whether monthly pay reaches the minimum wage for the weekly hours. */
export const reachesMinimumWage = (monthlyPayFen: Fen, weeklyHours: number, row: MinimumWageRow): boolean =>
  monthlyPayFen >= leastMonthlyPayFen(weeklyHours, row);
