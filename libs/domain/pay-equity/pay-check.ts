import type { ComparatorResult, PreviousGap } from './comparator-gap';
import { compareWithColleagues } from './comparator-gap';
import { contractWageRule, type ContractWageResult } from './contract-wage-rule';
import { minWageRule, type MinWageResult } from './min-wage-rule';
import type { PayVerdict } from './pay-codes';
import { isSegregatedPost, overallVerdict } from './pay-verdict';
import type { ComparatorLine, PayContract, PayParams, PayrollLine } from './payroll-line';

/** The version of the rules; a finding keeps the one that made it. */
export const PAY_RULES_VERSION = 1;

/** Everything that one client's month is judged by. */
export interface PayCheckInput {
  readonly params: PayParams;
  readonly line: PayrollLine;
  readonly contract: PayContract | null;
  /** The other lines of the same enterprise and period. */
  readonly comparators: readonly ComparatorLine[];
  readonly previous: PreviousGap | null;
}

/** What one client's month comes to. */
export interface PayCheck {
  readonly minWage: MinWageResult;
  readonly contractWage: ContractWageResult;
  readonly comparator: ComparatorResult;
  readonly isSegregatedPost: boolean;
  readonly overall: PayVerdict;
}

/** How many work in the client's post, the client included, and how many of them are clients of the programme. */
function postOf(input: PayCheckInput): { workers: number; clients: number } {
  const jobCode = input.line.jobCode ?? null;
  const inPost = input.comparators.filter((other) => (other.jobCode ?? null) === jobCode);
  const clients = inPost.filter((other) => other.isProgrammeClient === true).length;
  return { workers: inPost.length + 1, clients: clients + 1 };
}

/** Checks one client's month: minimum wage, contract wage, and the comparison with colleagues. */
export function checkPay(input: PayCheckInput): PayCheck {
  const minWage = minWageRule(input.line, input.params);
  const contractWage = contractWageRule(input.line, input.contract);
  const comparator = compareWithColleagues(input.line, input.comparators, input.previous);
  const post = postOf(input);
  // One client alone is a small post, not one into which clients were gathered.
  const isSegregated = post.clients > 1 && isSegregatedPost(post.clients, post.workers);
  return {
    minWage,
    contractWage,
    comparator,
    isSegregatedPost: isSegregated,
    overall: overallVerdict({
      rules: [minWage.status, contractWage.status],
      comparator: comparator.verdict,
      isSegregatedPost: isSegregated,
    }),
  };
}
