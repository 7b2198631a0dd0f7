import type { Fen } from '../common/money';
import { fractionOf, minus, over, rational, times, toInteger, type Rational } from '../common/rational';
import type { PayParams, PayrollLine } from './payroll-line';

/** The days of a month as exact fractions. */
export interface Attendance {
  /** s: paid days of the month, above zero. */
  readonly scheduled: Rational;
  /** u: unpaid days. */
  readonly unpaid: Rational;
  /** k: days on sick pay. */
  readonly sick: Rational;
}

/** The days of a month in hundredths, as whole numbers. */
export interface HundredthsOfDays {
  readonly scheduled: number;
  readonly unpaid: number;
  readonly sick: number;
}

const hundredths = (days: number): number => Math.round(days * 100);

/** The days of a line in hundredths; null when they are missing or do not add up. Absent sick days are none. */
export function hundredthsOfDays(line: PayrollLine): HundredthsOfDays | null {
  const { scheduledDays: s, unpaidLeaveDays: u } = line;
  const k = line.sickLeaveDays ?? 0;
  if (s === null || s === undefined || u === null || u === undefined) return null;
  if (s <= 0 || u < 0 || k < 0 || u + k > s) return null;
  return { scheduled: hundredths(s), unpaid: hundredths(u), sick: hundredths(k) };
}

const daysOf = (hundredthsOfOne: number): Rational => fractionOf(hundredthsOfOne, 1, 100, 1);

/** The days of a line; null when they are missing or do not add up. Absent sick days are none. */
export function attendanceOf(line: PayrollLine): Attendance | null {
  const days = hundredthsOfDays(line);
  if (days === null) return null;
  return { scheduled: daysOf(days.scheduled), unpaid: daysOf(days.unpaid), sick: daysOf(days.sick) };
}

/** The share of the month at work and paid: f = (s − u)/s. */
export const attendanceShare = ({ scheduled, unpaid }: Attendance): Rational =>
  over(minus(scheduled, unpaid), scheduled);

/** Says whether the line is part-time work; dispatched work is treated as full-time. */
export const isPartTimeLine = (line: PayrollLine): boolean => line.employmentType === 'PART_TIME';

/** The hourly minimum wage for the hours of a part-time line, half up; null when they are missing. */
export function hourlyMinimumFen(line: PayrollLine, params: PayParams): Fen | null {
  const minutes = line.normalMinutes;
  if (minutes === null || minutes === undefined) return null;
  return toInteger(times(rational(BigInt(params.minWageHourlyFen), 60n), rational(BigInt(minutes))));
}

/** The minimum wage for the part of the month in work: M·f, half up; part-time by its hours. Null when an input is missing. */
export function floorOfMonthFen(line: PayrollLine, params: PayParams): Fen | null {
  if (isPartTimeLine(line)) return hourlyMinimumFen(line, params);
  const days = attendanceOf(line);
  if (days === null) return null;
  return toInteger(times(rational(BigInt(params.minWageMonthlyFen)), attendanceShare(days)));
}

/** General allowances of a line. */
export const generalAllowancesFen = (line: PayrollLine): Fen =>
  (line.allowances ?? []).reduce((sum, { kind, fen }) => (kind === 'GENERAL' ? sum + fen : sum), 0);

/** General allowances that pay for years or skill by the enterprise's published pay rules. */
export const objectiveAllowancesFen = (line: PayrollLine): Fen =>
  (line.allowances ?? []).reduce(
    (sum, { kind, objective, fen }) =>
      kind === 'GENERAL' && (objective === 'TENURE' || objective === 'SKILL') ? sum + fen : sum,
    0,
  );

/** Allowances that the contract promises, of any kind. */
export const contractualAllowancesFen = (line: PayrollLine): Fen =>
  (line.allowances ?? [])
    .filter((allowance) => allowance.contractual === true)
    .reduce((sum, allowance) => sum + allowance.fen, 0);

/** The employee's social insurance of a line; null when the line does not tell. */
export function employeeSocialInsuranceFen(line: PayrollLine): Fen | null {
  if (line.employeeSiFen !== null && line.employeeSiFen !== undefined) return line.employeeSiFen;
  const kinds = Object.values(line.socialIns ?? {}).map((kind) => kind.employeeFen);
  const known = kinds.filter((fen) => fen !== null && fen !== undefined);
  if (known.length > 0) return known.reduce((sum, fen) => sum + fen, 0);
  const deducted = (line.deductions ?? []).filter((deduction) => deduction.code === 'SI');
  return deducted.length === 0 ? null : deducted.reduce((sum, deduction) => sum + deduction.fen, 0);
}
