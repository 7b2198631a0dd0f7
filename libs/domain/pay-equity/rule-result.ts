import type { FindingClass, RuleStatus, Severity } from './pay-codes';

/** What a rule says of one line; severity and class are null unless it failed. */
export interface RuleResult<C extends string, F = Readonly<Record<string, number | null>>> {
  readonly code: C;
  readonly status: RuleStatus;
  readonly severity: Severity | null;
  readonly findingClass: FindingClass | null;
  readonly figures: F;
}

/** How a rule fails. */
export interface Grade {
  readonly severity: Severity;
  readonly findingClass: FindingClass;
}

/** Puts a rule's answer together; the grade is shown only when it failed. */
export const ruleResult = <C extends string, F>(
  code: C,
  status: RuleStatus,
  grade: Grade,
  figures: F,
): RuleResult<C, F> => ({
  code,
  status,
  severity: status === 'FAIL' ? grade.severity : null,
  findingClass: status === 'FAIL' ? grade.findingClass : null,
  figures,
});
