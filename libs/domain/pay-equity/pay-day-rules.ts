import type { WorkCalendar } from '../calendar/work-calendar';
import { daysBetween, type Day } from '../common/day';
import { PART_TIME_MAX_PAY_CYCLE_DAYS } from '../placements/employment-law';
import { isPartTimeLine } from './line-amounts';
import type { Severity } from './pay-codes';
import type { PayContract, PayrollLine } from './payroll-line';
import { ruleResult, type Grade, type RuleResult } from './rule-result';

/** The figures of LATE_PAYMENT; null where an input is missing. */
export interface LatePaymentFigures {
  readonly dueDate: Day | null;
  /** Calendar days from the due date to the payment, or to the day of the check; 0 when in time. */
  readonly daysLate: number | null;
  readonly stillUnpaid: boolean;
}

/** The answer of LATE_PAYMENT. */
export type LatePaymentResult = RuleResult<'LATE_PAYMENT', LatePaymentFigures>;

/** The figures of PART_TIME_CYCLE; null where an input is missing or the rule does not apply. */
export interface PartTimeCycleFigures {
  readonly cycleDays: number | null;
  readonly maxDays: number;
}

/** The answer of PART_TIME_CYCLE. */
export type PartTimeCycleResult = RuleResult<'PART_TIME_CYCLE', PartTimeCycleFigures>;

const CYCLE_GRADE: Grade = { severity: 'MODERATE', findingClass: 'STATUTORY' };
const DAYS_TO_MAJOR = 7;
const DAYS_TO_CRITICAL = 30;

/** How grave a delay of so many days is: 1–7, 8–30, more. */
export function delaySeverity(days: number): Severity {
  if (days <= DAYS_TO_MAJOR) return 'MODERATE';
  return days <= DAYS_TO_CRITICAL ? 'MAJOR' : 'CRITICAL';
}

/**
 * The day of payment against the agreed one, moved to the working day before where it is none (工资支付暂行规定 7). What is
 * not paid yet is as late as the day of the check says.
 */
export function latePaymentRule(line: PayrollLine, calendar: WorkCalendar, asOf: Day | null): LatePaymentResult {
  const agreed = line.agreedPayDate ?? null;
  const paidOn = line.actualPayDate ?? null;
  const until = paidOn ?? asOf;
  const dueDate = agreed === null ? null : calendar.previousWorkday(agreed);
  const stillUnpaid = paidOn === null && asOf !== null;
  const none = { severity: 'MODERATE', findingClass: 'STATUTORY' } as const;
  if (dueDate === null || until === null)
    return ruleResult('LATE_PAYMENT', 'INSUFFICIENT', none, { dueDate, daysLate: null, stillUnpaid });
  const daysLate = Math.max(0, daysBetween(dueDate, until));
  const grade: Grade = { severity: delaySeverity(daysLate), findingClass: 'STATUTORY' };
  return ruleResult('LATE_PAYMENT', daysLate > 0 ? 'FAIL' : 'PASS', grade, { dueDate, daysLate, stillUnpaid });
}

/** Part-time pay at most every 15 days (劳动合同法 72); other work is not concerned. */
export function partTimeCycleRule(line: PayrollLine, contract: PayContract | null): PartTimeCycleResult {
  const cycleDays = contract?.payCycleDays ?? null;
  const figures = { cycleDays, maxDays: PART_TIME_MAX_PAY_CYCLE_DAYS };
  if (!isPartTimeLine(line)) return ruleResult('PART_TIME_CYCLE', 'NOT_APPLICABLE', CYCLE_GRADE, figures);
  if (cycleDays === null) return ruleResult('PART_TIME_CYCLE', 'INSUFFICIENT', CYCLE_GRADE, figures);
  return ruleResult(
    'PART_TIME_CYCLE',
    cycleDays > PART_TIME_MAX_PAY_CYCLE_DAYS ? 'FAIL' : 'PASS',
    CYCLE_GRADE,
    figures,
  );
}
