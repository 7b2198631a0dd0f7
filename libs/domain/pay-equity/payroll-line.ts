import type { Day } from '../common/day';
import type { Fen } from '../common/money';
import type { PayBasis } from '../positions/position-codes';
import type { EmploymentType } from './pay-codes';

/** What an allowance is for: only a general one counts towards the minimum and in the comparison. */
export type AllowanceKind = 'GENERAL' | 'SPECIAL_ENV' | 'WELFARE';

/** One allowance of a month. */
export interface Allowance {
  readonly code: string;
  readonly kind: AllowanceKind;
  readonly fen: Fen;
  /** Promised in the contract; absent means no. */
  readonly contractual?: boolean | null;
  /** An objective component by the enterprise's published pay rules; left out of the comparison. */
  readonly objective?: 'TENURE' | 'SKILL' | null;
}

/** The kinds of social insurance; maternity is merged in medical. */
export type InsuranceKind = 'PENSION' | 'MEDICAL' | 'UNEMPLOYMENT' | 'INJURY';

/** One kind of social insurance in a month. */
export interface Insurance {
  readonly enrolled: boolean;
  readonly baseFen?: Fen | null;
  readonly employerFen?: Fen | null;
  readonly employeeFen?: Fen | null;
}

/** One deduction of a month: DAMAGE, SI, FUND, TAX, COURT, ADVANCE, FINE, DEPOSIT, DORM or MEAL. */
export interface Deduction {
  readonly code: string;
  readonly fen: Fen;
}

/** Overtime minutes of a month by the day on which they fell. */
export interface OvertimeMinutes {
  readonly WEEKDAY?: number;
  readonly REST_DAY?: number;
  readonly HOLIDAY?: number;
}

/** One employment's pay in one month. What is absent or null is not known, and makes a rule INSUFFICIENT. */
export interface PayrollLine {
  readonly employmentType?: EmploymentType | null;
  readonly hoursSystem?: 'STANDARD' | 'COMPREHENSIVE' | 'FLEXIBLE' | null;
  readonly payBasis?: PayBasis | null;
  readonly jobCode?: string | null;
  readonly grade?: string | null;
  readonly shiftPattern?: string | null;
  readonly tenureMonths?: number | null;
  readonly onProbation?: boolean | null;
  readonly baseFen?: Fen | null;
  readonly allowances?: readonly Allowance[] | null;
  /** Bonus paid with this wage; an annual one divided by twelve. */
  readonly bonusFen?: Fen | null;
  readonly otMinutes?: OvertimeMinutes | null;
  readonly otPayFen?: Fen | null;
  readonly deductions?: readonly Deduction[] | null;
  /** Paid days of the month, statutory holidays on weekdays included; at most two decimals. */
  readonly scheduledDays?: number | null;
  /** Unpaid days, those outside the employment included; at most two decimals. */
  readonly unpaidLeaveDays?: number | null;
  /** Days of sick leave on statutory sick pay; at most two decimals. */
  readonly sickLeaveDays?: number | null;
  readonly normalMinutes?: number | null;
  readonly compensatedRestDayMinutes?: number | null;
  readonly socialIns?: Readonly<Partial<Record<InsuranceKind, Insurance>>> | null;
  /** The employee's social insurance where a file gives only the sum. */
  readonly employeeSiFen?: Fen | null;
  /** Back-pay for earlier periods, paid with this wage; in neither the minimum nor the comparison. */
  readonly arrears?: readonly { readonly period: string; readonly fen: Fen }[] | null;
  readonly agreedPayDate?: Day | null;
  readonly actualPayDate?: Day | null;
}

/** A colleague's line, under the enterprise's pseudonym. */
export interface ComparatorLine extends PayrollLine {
  readonly ref: string;
  /** The platform's own knowledge, from its placements; no upload says it. */
  readonly isProgrammeClient?: boolean | null;
}

/** What the contract of an employment says. */
export interface PayContract {
  readonly contractMonthlyFen?: Fen | null;
  readonly otBaseMonthlyFen?: Fen | null;
  readonly postedMinFen?: Fen | null;
  /** False where no published slot led to the work: then there is no posted wage to compare with. */
  readonly hasPostedSlot?: boolean | null;
  readonly start?: Day | null;
  /** Null or absent beside a start = open-ended. */
  readonly end?: Day | null;
  readonly probationMonths?: number | null;
  readonly lowestSameJobFen?: Fen | null;
  readonly hireDate?: Day | null;
  /** Null = there is no written contract; absent = not known. */
  readonly signedOn?: Day | null;
  readonly payCycleDays?: number | null;
  readonly earlierProbation?: boolean | null;
  readonly comprehensivePeriodExcessMinutes?: number | null;
}

/** The parameters of a month: the minimum wage of the place. */
export interface PayParams {
  readonly minWageMonthlyFen: Fen;
  readonly minWageHourlyFen: Fen;
  /** The employee's share of social insurance does not count towards the minimum here. */
  readonly minWageExcludesEmployeeSi: boolean;
}
