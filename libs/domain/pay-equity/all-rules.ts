import type { ComparatorResult } from './comparator-gap';
import { contractWageRule, type ContractWageResult } from './contract-wage-rule';
import { dataQualityRule, type DataQualityResult } from './data-quality-rule';
import { deductionRule, type DeductionResult } from './deduction-rule';
import { equalAllowanceRule, type EqualAllowanceResult } from './equal-allowance-rule';
import { minWageRule, type MinWageResult } from './min-wage-rule';
import { overtimeHoursRule, overtimePayRule, type OvertimeHoursResult, type OvertimePayResult } from './overtime-rules';
import type { PayCheckInput } from './pay-check-input';
import { latePaymentRule, partTimeCycleRule, type LatePaymentResult, type PartTimeCycleResult } from './pay-day-rules';
import { postedWageRule, type PostedWageResult } from './posted-wage-rule';
import {
  probationFloorRule,
  probationLengthRule,
  type ProbationFloorResult,
  type ProbationLengthResult,
} from './probation-rules';
import {
  noContractRule,
  socialInsuranceRule,
  type NoContractResult,
  type SocialInsuranceResult,
} from './registration-rules';

/** The answer of any rule. */
export type RuleAnswer =
  | MinWageResult
  | ContractWageResult
  | PostedWageResult
  | ProbationFloorResult
  | ProbationLengthResult
  | OvertimePayResult
  | OvertimeHoursResult
  | LatePaymentResult
  | PartTimeCycleResult
  | NoContractResult
  | SocialInsuranceResult
  | DeductionResult
  | EqualAllowanceResult
  | DataQualityResult;

/** The code of any rule. */
export type RuleCode = RuleAnswer['code'];

/** Every rule's answer on one line, in the order of the specification; EQUAL_ALLOWANCE has one for each allowance. */
export function allRules(input: PayCheckInput, { colleagues }: ComparatorResult): readonly RuleAnswer[] {
  const { line, contract, params, period, calendar, asOf } = input;
  return [
    minWageRule(line, params),
    contractWageRule(line, contract),
    postedWageRule(contract),
    probationFloorRule(line, contract, params),
    probationLengthRule(line, contract),
    overtimePayRule(line, contract),
    overtimeHoursRule(line),
    latePaymentRule(line, calendar, asOf),
    partTimeCycleRule(line, contract),
    noContractRule(line, contract, period),
    socialInsuranceRule(line, contract, period),
    deductionRule(line, params),
    ...equalAllowanceRule(line, colleagues),
    dataQualityRule({ line, others: input.comparators, asOf, hasPeriodGap: input.hasPeriodGap }),
  ];
}
