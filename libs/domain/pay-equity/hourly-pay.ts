import { minus, over, rational, times, type Rational } from '../common/rational';
import type { Fen } from '../common/money';
import { PAID_HOURS_PER_MONTH } from '../placements/employment-law';
import { attendanceOf, generalAllowancesFen, isPartTimeLine, objectiveAllowancesFen } from './line-amounts';
import type { PayrollLine } from './payroll-line';

/** Pay that is compared between colleagues: base + general allowances + bonus − objective components; null when unknown. */
export function comparablePayFen(line: PayrollLine): Fen | null {
  const { baseFen } = line;
  if (baseFen === null || baseFen === undefined) return null;
  if (isPartTimeLine(line)) return baseFen;
  return baseFen + generalAllowancesFen(line) + (line.bonusFen ?? 0) - objectiveAllowancesFen(line);
}

/** Hours that the compared pay stands for: 174 × (s − u − k)/s, part-time the hours worked; null when unknown or none. */
export function comparableHours(line: PayrollLine): Rational | null {
  if (isPartTimeLine(line)) {
    const minutes = line.normalMinutes;
    return minutes === null || minutes === undefined || minutes <= 0 ? null : rational(BigInt(minutes), 60n);
  }
  const days = attendanceOf(line);
  if (days === null) return null;
  const present = minus(minus(days.scheduled, days.unpaid), days.sick);
  if (present.numerator <= 0n) return null;
  return over(times(rational(BigInt(PAID_HOURS_PER_MONTH)), present), days.scheduled);
}

// A colleague's line is asked for by every client of the post: the same line has the same answer.
const known = new WeakMap<PayrollLine, Rational | null>();

/** Comparable hourly pay h in fen, exact; null when an input is missing. */
export function hourlyPay(line: PayrollLine): Rational | null {
  const before = known.get(line);
  if (before !== undefined) return before;
  const hourly = hourlyPayOf(line);
  known.set(line, hourly);
  return hourly;
}

function hourlyPayOf(line: PayrollLine): Rational | null {
  const payFen = comparablePayFen(line);
  const hours = comparableHours(line);
  if (payFen === null || hours === null) return null;
  return over(rational(BigInt(payFen)), hours);
}
