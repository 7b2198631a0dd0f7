import { allRules, type RuleAnswer, type RuleCode } from './all-rules';
import { compareWithColleagues, type ComparatorResult } from './comparator-gap';
import type { PayCheckInput } from './pay-check-input';
import type { PayVerdict, RuleStatus } from './pay-codes';
import { isSegregatedPost, overallVerdict, rulesVerdict } from './pay-verdict';

/** The version of the rules; a finding keeps the one that made it. */
export const PAY_RULES_VERSION = 2;

/** What one client's month comes to. */
export interface PayCheck {
  readonly rules: readonly RuleAnswer[];
  /** The rules' most pressing answer. */
  readonly rulesStatus: RuleStatus;
  readonly comparator: ComparatorResult;
  readonly isSegregatedPost: boolean;
  readonly overall: PayVerdict;
}

/** The answers of one rule: one, or several of EQUAL_ALLOWANCE. */
export const answersOf = <C extends RuleCode>(
  { rules }: Pick<PayCheck, 'rules'>,
  code: C,
): readonly Extract<RuleAnswer, { readonly code: C }>[] =>
  rules.filter((rule): rule is Extract<RuleAnswer, { readonly code: C }> => rule.code === code);

/** How many work in the client's post, the client included, and how many of them are clients of the programme. */
function postOf(input: PayCheckInput): { workers: number; clients: number } {
  const jobCode = input.line.jobCode ?? null;
  const inPost = input.comparators.filter((other) => (other.jobCode ?? null) === jobCode);
  const clients = inPost.filter((other) => other.isProgrammeClient === true).length;
  return { workers: inPost.length + 1, clients: clients + 1 };
}

/** Checks one client's month: every rule, and the comparison with colleagues. */
export function checkPay(input: PayCheckInput): PayCheck {
  const comparator = compareWithColleagues(input.line, input.comparators, input.previous, input.testUse);
  const rules = allRules(input, comparator);
  const statuses = rules.map(({ status }) => status);
  const post = postOf(input);
  // One client alone is a small post, not one into which clients were gathered.
  const isSegregated = post.clients > 1 && isSegregatedPost(post.clients, post.workers);
  return {
    rules,
    rulesStatus: rulesVerdict(statuses),
    comparator,
    isSegregatedPost: isSegregated,
    overall: overallVerdict({ rules: statuses, comparator: comparator.verdict, isSegregatedPost: isSegregated }),
  };
}
