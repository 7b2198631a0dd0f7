import type { Fen } from '../common/money';
import { over, plus, rational, times, toDecimal, toInteger, type Rational } from '../common/rational';
import { PAID_HOURS_PER_MONTH } from '../placements/employment-law';
import { isPartTimeLine } from './line-amounts';
import type { OvertimeMinutes, PayContract, PayrollLine } from './payroll-line';
import { ruleResult, type Grade, type RuleResult } from './rule-result';

/** The figures of OVERTIME_PAY; null where an input is missing or the rule does not apply. */
export interface OvertimePayFigures {
  readonly requiredFen: Fen | null;
  readonly paidFen: Fen | null;
  /** 0 unless the rule failed. */
  readonly shortfallFen: Fen;
  /** Yuan for an hour without the supplement, four decimals. */
  readonly hourlyBase: string | null;
}

/** The answer of OVERTIME_PAY. */
export type OvertimePayResult = RuleResult<'OVERTIME_PAY', OvertimePayFigures>;

/** The figures of OVERTIME_HOURS. */
export interface OvertimeHoursFigures {
  readonly totalMinutes: number | null;
  readonly capMinutes: number;
}

/** The answer of OVERTIME_HOURS. */
export type OvertimeHoursResult = RuleResult<'OVERTIME_HOURS', OvertimeHoursFigures>;

/** Overtime of a month, at most 36 hours (劳动法 41, in force 1995-01-01). */
export const OVERTIME_CAP_MINUTES = 2_160;

/** A shortfall of overtime pay up to one yuan is rounding, no finding (our own design). */
export const OVERTIME_TOLERANCE_FEN = 100;

// 劳动法 44 (in force 1995-01-01): 150 % on working days, 200 % on rest days without time off, 300 % on legal holidays.
const RATES = { WEEKDAY: rational(3n, 2n), REST_DAY: rational(2n), HOLIDAY: rational(3n) } as const;
const MINUTES_PER_HOUR = 60n;
const FEN_PER_YUAN = rational(100n);

const PAY_GRADE: Grade = { severity: 'MAJOR', findingClass: 'STATUTORY' };
const HOURS_GRADE: Grade = { severity: 'MODERATE', findingClass: 'STATUTORY' };

/** Overtime by kind of day; time off for work on a rest day is taken off. Null when unknown. */
function overtimeOf(line: PayrollLine): Required<OvertimeMinutes> | null {
  const minutes = line.otMinutes;
  if (minutes === null || minutes === undefined) return null;
  const restDay = (minutes.REST_DAY ?? 0) - (line.compensatedRestDayMinutes ?? 0);
  return { WEEKDAY: minutes.WEEKDAY ?? 0, REST_DAY: Math.max(0, restDay), HOLIDAY: minutes.HOLIDAY ?? 0 };
}

// The flexible hours system knows no overtime but what was agreed (工资支付暂行规定 13), nor does work by the hour.
const knowsOvertime = (line: PayrollLine): boolean => line.hoursSystem !== 'FLEXIBLE' && !isPartTimeLine(line);

const weighted = (minutes: number, rate: Rational): Rational =>
  times(rational(BigInt(minutes), MINUTES_PER_HOUR), rate);

/**
 * The hours of overtime, each times its rate; null when an input is missing. Under the comprehensive hours system only
 * legal holidays count, and what exceeds the period as working-day overtime.
 */
function weightedHours(line: PayrollLine, contract: PayContract | null): Rational | null {
  const minutes = overtimeOf(line);
  if (minutes === null) return null;
  const holiday = weighted(minutes.HOLIDAY, RATES.HOLIDAY);
  if (line.hoursSystem === 'COMPREHENSIVE') {
    const excess = contract?.comprehensivePeriodExcessMinutes ?? null;
    return excess === null ? null : plus(holiday, weighted(excess, RATES.WEEKDAY));
  }
  return [weighted(minutes.WEEKDAY, RATES.WEEKDAY), weighted(minutes.REST_DAY, RATES.REST_DAY)].reduce(plus, holiday);
}

/**
 * Overtime pay against Σ (overtime base/174)·hours·{1.5, 2, 3}, half up, over and above the monthly wage (劳动法 44,
 * 工资支付暂行规定 13). Hours are the standard system's unless the line says otherwise.
 */
export function overtimePayRule(line: PayrollLine, contract: PayContract | null): OvertimePayResult {
  const otBase = contract?.otBaseMonthlyFen ?? null;
  const hourly = otBase === null ? null : over(rational(BigInt(otBase)), rational(BigInt(PAID_HOURS_PER_MONTH)));
  const hourlyBase = hourly === null ? null : toDecimal(over(hourly, FEN_PER_YUAN), 4);
  const paidFen = line.otPayFen ?? null;
  const none: OvertimePayFigures = { requiredFen: null, paidFen, shortfallFen: 0, hourlyBase };
  if (!knowsOvertime(line)) return ruleResult('OVERTIME_PAY', 'NOT_APPLICABLE', PAY_GRADE, none);
  const hours = weightedHours(line, contract);
  if (hours?.numerator === 0n) return ruleResult('OVERTIME_PAY', 'PASS', PAY_GRADE, { ...none, requiredFen: 0 });
  if (hours === null || hourly === null) return ruleResult('OVERTIME_PAY', 'INSUFFICIENT', PAY_GRADE, none);
  const requiredFen = toInteger(times(hourly, hours));
  if (paidFen === null) return ruleResult('OVERTIME_PAY', 'INSUFFICIENT', PAY_GRADE, { ...none, requiredFen });
  const missingFen = requiredFen - paidFen;
  const isFail = missingFen > OVERTIME_TOLERANCE_FEN;
  return ruleResult('OVERTIME_PAY', isFail ? 'FAIL' : 'PASS', PAY_GRADE, {
    requiredFen,
    paidFen,
    shortfallFen: isFail ? missingFen : 0,
    hourlyBase,
  });
}

/** Overtime of the month against 36 hours (劳动法 41); time off for work on a rest day is no overtime. */
export function overtimeHoursRule(line: PayrollLine): OvertimeHoursResult {
  const figures = { totalMinutes: null, capMinutes: OVERTIME_CAP_MINUTES };
  if (!knowsOvertime(line)) return ruleResult('OVERTIME_HOURS', 'NOT_APPLICABLE', HOURS_GRADE, figures);
  const minutes = overtimeOf(line);
  if (minutes === null) return ruleResult('OVERTIME_HOURS', 'INSUFFICIENT', HOURS_GRADE, figures);
  const totalMinutes = minutes.WEEKDAY + minutes.REST_DAY + minutes.HOLIDAY;
  const status = totalMinutes > OVERTIME_CAP_MINUTES ? 'FAIL' : 'PASS';
  return ruleResult('OVERTIME_HOURS', status, HOURS_GRADE, { ...figures, totalMinutes });
}
