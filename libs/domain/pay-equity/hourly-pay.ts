import { fractionOf, minus, over, rational, times, type Rational } from '../common/rational';
import type { Fen } from '../common/money';
import { PAID_HOURS_PER_MONTH } from '../placements/employment-law';
import {
  attendanceOf,
  generalAllowancesFen,
  hundredthsOfDays,
  isPartTimeLine,
  objectiveAllowancesFen,
} from './line-amounts';
import type { PayrollLine } from './payroll-line';

const MINUTES_PER_HOUR = 60;

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

/** Two whole numbers whose products are the numerator and the denominator of the hourly pay. */
interface HourlyTerms {
  readonly payFen: Fen;
  /** Hundredths of scheduled days, or 60 minutes. */
  readonly times: number;
  /** 174 hours, or 1. */
  readonly hours: number;
  /** Hundredths of days present, or minutes worked. */
  readonly over: number;
}

/** h = pay·s/(174·(s − u − k)), part-time pay·60/minutes; null when an input is missing or no hour is left. */
function hourlyTerms(line: PayrollLine): HourlyTerms | null {
  const payFen = comparablePayFen(line);
  if (payFen === null) return null;
  if (isPartTimeLine(line)) {
    const minutes = line.normalMinutes;
    if (minutes === null || minutes === undefined || minutes <= 0) return null;
    return { payFen, times: MINUTES_PER_HOUR, hours: 1, over: minutes };
  }
  const days = hundredthsOfDays(line);
  if (days === null) return null;
  const present = days.scheduled - days.unpaid - days.sick;
  return present <= 0 ? null : { payFen, times: days.scheduled, hours: PAID_HOURS_PER_MONTH, over: present };
}

/** Says whether comparable hourly pay can be told. */
export const hasHourlyPay = (line: PayrollLine): boolean => hourlyTerms(line) !== null;

/** Comparable hourly pay h in fen, exact; null when an input is missing. */
export function hourlyPay(line: PayrollLine): Rational | null {
  const terms = hourlyTerms(line);
  return terms === null ? null : fractionOf(terms.payFen, terms.times, terms.hours, terms.over);
}

/** The double next to the hourly pay: the quotient of two whole numbers that doubles hold exactly, else of the exact fraction. */
export function hourlyPayAsDouble(line: PayrollLine): number | null {
  const terms = hourlyTerms(line);
  if (terms === null) return null;
  const numerator = terms.payFen * terms.times;
  const denominator = terms.hours * terms.over;
  if (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)) return numerator / denominator;
  const exact = fractionOf(terms.payFen, terms.times, terms.hours, terms.over);
  return Number(exact.numerator) / Number(exact.denominator);
}
