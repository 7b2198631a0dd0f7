import type { ComparatorVerdict, PayVerdict, RuleStatus } from './pay-codes';

/** Half of a post's workers or more are clients: then colleagues of theirs are no measure, a person compares instead. */
export const isSegregatedPost = (clientsInPost: number, workersInPost: number): boolean =>
  workersInPost > 0 && 2 * clientsInPost >= workersInPost;

const MOST_PRESSING_FIRST = ['FAIL', 'REVIEW', 'INSUFFICIENT', 'PASS'] as const;

/** What the rules say together: the most pressing answer; NOT_APPLICABLE where no rule concerns the employment. */
export const rulesVerdict = (statuses: readonly RuleStatus[]): RuleStatus =>
  MOST_PRESSING_FIRST.find((status) => statuses.includes(status)) ?? 'NOT_APPLICABLE';

/** What is known about one client's month: the rules' answers and the comparison's, or that the post is segregated. */
export interface VerdictFacts {
  readonly rules: readonly RuleStatus[];
  readonly comparator: ComparatorVerdict;
  readonly isSegregatedPost: boolean;
}

/** The one verdict of a client's month: a failed rule first, then the comparison, then review, then missing data. */
export function overallVerdict({ rules, comparator, isSegregatedPost: isSegregated }: VerdictFacts): PayVerdict {
  if (rules.includes('FAIL')) return 'VIOLATION';
  if (isSegregated) return 'SEGREGATED_POST';
  if (comparator === 'DISPARITY') return 'DISPARITY_INDICATED';
  if (comparator === 'REVIEW' || rules.includes('REVIEW')) return 'REVIEW';
  const isIncomplete = comparator === 'INSUFFICIENT_COMPARATORS' || rules.includes('INSUFFICIENT');
  return isIncomplete ? 'INSUFFICIENT_DATA' : 'COMPLIANT';
}
