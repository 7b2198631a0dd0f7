import { addDays, addMonths, firstDayOf, lastDayOf, type Day, type Month } from '../common/day';
import { isPartTimeLine } from './line-amounts';
import type { InsuranceKind, PayContract, PayrollLine } from './payroll-line';
import { ruleResult, type Grade, type RuleResult } from './rule-result';

/** The figures of NO_CONTRACT; null where an input is missing. */
export interface NoContractFigures {
  /** The last day on which the written contract is in time. */
  readonly contractDue: Day | null;
  readonly signedOn: Day | null;
  readonly notYetDue: boolean;
}

/** The answer of NO_CONTRACT. */
export type NoContractResult = RuleResult<'NO_CONTRACT', NoContractFigures>;

/** The figures of SOCIAL_INSURANCE; null where an input is missing. */
export interface SocialInsuranceFigures {
  readonly missing: readonly InsuranceKind[] | null;
  readonly registrationDue: Day | null;
  readonly notYetDue: boolean;
}

/** The answer of SOCIAL_INSURANCE. */
export type SocialInsuranceResult = RuleResult<'SOCIAL_INSURANCE', SocialInsuranceFigures>;

/** Days from the start of work to the registration (社会保险法 58, in force 2011-07-01). */
export const REGISTRATION_DAYS = 30;

// Maternity insurance is merged in medical insurance since 2019 (国办发〔2019〕10号).
const FULL_TIME_KINDS = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'INJURY'] as const;
// 关于非全日制用工若干问题的意见 (劳社部发〔2003〕12号) 12: injury insurance only.
const PART_TIME_KINDS = ['INJURY'] as const;
const NO_CONTRACT_GRADE: Grade = { severity: 'MAJOR', findingClass: 'STATUTORY' };

/**
 * No written contract a month after the start of work (劳动合同法 10, 82): fails in each month with a day after that month
 * on which there was none. Part-time work may be agreed by word of mouth (69). signedOn null means that there is none.
 */
export function noContractRule(line: PayrollLine, contract: PayContract | null, period: Month): NoContractResult {
  const hireDate = contract?.hireDate ?? null;
  const signedOn = contract?.signedOn ?? null;
  const contractDue = hireDate === null ? null : addMonths(hireDate, 1);
  const figures = { contractDue, signedOn, notYetDue: contractDue !== null && lastDayOf(period) <= contractDue };
  if (isPartTimeLine(line)) return ruleResult('NO_CONTRACT', 'NOT_APPLICABLE', NO_CONTRACT_GRADE, figures);
  if (contractDue === null || contract?.signedOn === undefined)
    return ruleResult('NO_CONTRACT', 'INSUFFICIENT', NO_CONTRACT_GRADE, figures);
  const dayAfter = addDays(contractDue, 1);
  const firstDay = dayAfter > firstDayOf(period) ? dayAfter : firstDayOf(period);
  const isWithout = firstDay <= lastDayOf(period) && (signedOn === null || signedOn > firstDay);
  return ruleResult('NO_CONTRACT', isWithout ? 'FAIL' : 'PASS', NO_CONTRACT_GRADE, figures);
}

/** Registration within 30 days of the start of work, judged at the end of the period; without injury insurance it is critical. */
export function socialInsuranceRule(
  line: PayrollLine,
  contract: PayContract | null,
  period: Month,
): SocialInsuranceResult {
  const hireDate = contract?.hireDate ?? null;
  const registrationDue = hireDate === null ? null : addDays(hireDate, REGISTRATION_DAYS);
  const kinds = isPartTimeLine(line) ? PART_TIME_KINDS : FULL_TIME_KINDS;
  const declared = line.socialIns ?? null;
  const missing = declared === null ? null : kinds.filter((kind) => declared[kind]?.enrolled !== true);
  const notYetDue = registrationDue !== null && lastDayOf(period) < registrationDue;
  const figures = { missing, registrationDue, notYetDue };
  const grade: Grade = {
    severity: missing?.includes('INJURY') === true ? 'CRITICAL' : 'MAJOR',
    findingClass: 'STATUTORY',
  };
  if (notYetDue || missing?.length === 0) return ruleResult('SOCIAL_INSURANCE', 'PASS', grade, figures);
  if (missing === null || registrationDue === null)
    return ruleResult('SOCIAL_INSURANCE', 'INSUFFICIENT', grade, figures);
  return ruleResult('SOCIAL_INSURANCE', 'FAIL', grade, figures);
}
