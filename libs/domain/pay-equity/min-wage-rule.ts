import type { Fen } from '../common/money';
import { minus, over, plus, rational, times, toInteger, type Rational } from '../common/rational';
import {
  attendanceOf,
  employeeSocialInsuranceFen,
  generalAllowancesFen,
  hourlyMinimumFen,
  isPartTimeLine,
} from './line-amounts';
import type { PayParams, PayrollLine } from './payroll-line';
import { ruleResult, type Grade, type RuleResult } from './rule-result';

/** The figures of MIN_WAGE; null where an input is missing. */
export interface MinWageFigures {
  readonly countedFen: Fen | null;
  readonly thresholdFen: Fen | null;
  /** 0 unless the rule failed. */
  readonly shortfallFen: Fen;
}

/** The answer of MIN_WAGE. */
export type MinWageResult = RuleResult<'MIN_WAGE', MinWageFigures>;

/** Sick pay is at least 80 % of the minimum wage (关于贯彻执行《中华人民共和国劳动法》若干问题的意见 59, from 1995-08-04). */
export const SICK_PAY_SHARE: Rational = rational(4n, 5n);

const GRADE: Grade = { severity: 'CRITICAL', findingClass: 'STATUTORY' };

/** The monthly minimum for the days of a line, half up: M·(s−u−k)/s + 0.8·M·k/s; null when days are missing. */
export function monthlyMinimumFen(line: PayrollLine, params: PayParams): Fen | null {
  const days = attendanceOf(line);
  if (days === null) return null;
  const worked = minus(minus(days.scheduled, days.unpaid), days.sick);
  const weighted = plus(worked, times(SICK_PAY_SHARE, days.sick));
  return toInteger(over(times(rational(BigInt(params.minWageMonthlyFen)), weighted), days.scheduled));
}

interface Counted {
  readonly countedFen: Fen;
  readonly bonusFen: Fen;
  readonly thresholdFen: Fen;
}

function partTime(line: PayrollLine, params: PayParams): Counted | null {
  const { baseFen } = line;
  const thresholdFen = hourlyMinimumFen(line, params);
  if (baseFen === null || baseFen === undefined || thresholdFen === null) return null;
  return { countedFen: baseFen, bonusFen: 0, thresholdFen };
}

function fullTime(line: PayrollLine, params: PayParams): Counted | null {
  const { baseFen } = line;
  const thresholdFen = monthlyMinimumFen(line, params);
  const siFen = params.minWageExcludesEmployeeSi ? employeeSocialInsuranceFen(line) : 0;
  if (baseFen === null || baseFen === undefined || thresholdFen === null || siFen === null) return null;
  const bonusFen = line.bonusFen ?? 0;
  return { countedFen: baseFen + generalAllowancesFen(line) + bonusFen - siFen, bonusFen, thresholdFen };
}

/**
 * Pay against the minimum wage of the place: base + general allowances + bonus paid with the wage (less the employee's
 * social insurance where the place says so); part-time by the hour. What passes only through the bonus is for review.
 */
export function minWageRule(line: PayrollLine, params: PayParams): MinWageResult {
  const counted = isPartTimeLine(line) ? partTime(line, params) : fullTime(line, params);
  if (counted === null) {
    return ruleResult('MIN_WAGE', 'INSUFFICIENT', GRADE, { countedFen: null, thresholdFen: null, shortfallFen: 0 });
  }
  const { countedFen, bonusFen, thresholdFen } = counted;
  if (countedFen < thresholdFen) {
    const shortfallFen = thresholdFen - countedFen;
    return ruleResult('MIN_WAGE', 'FAIL', GRADE, { countedFen, thresholdFen, shortfallFen });
  }
  const isByBonusOnly = countedFen - bonusFen < thresholdFen;
  return ruleResult('MIN_WAGE', isByBonusOnly ? 'REVIEW' : 'PASS', GRADE, {
    countedFen,
    thresholdFen,
    shortfallFen: 0,
  });
}
