/** The rules whose results become findings. */
export const PayRuleCode = {
  MIN_WAGE: 'MIN_WAGE',
  CONTRACT_WAGE: 'CONTRACT_WAGE',
  POSTED_WAGE: 'POSTED_WAGE',
  PROBATION_FLOOR: 'PROBATION_FLOOR',
  PROBATION_LENGTH: 'PROBATION_LENGTH',
  OVERTIME_PAY: 'OVERTIME_PAY',
  OVERTIME_HOURS: 'OVERTIME_HOURS',
  LATE_PAYMENT: 'LATE_PAYMENT',
  PART_TIME_CYCLE: 'PART_TIME_CYCLE',
  NO_CONTRACT: 'NO_CONTRACT',
  SOCIAL_INSURANCE: 'SOCIAL_INSURANCE',
  DEDUCTION: 'DEDUCTION',
  EQUAL_ALLOWANCE: 'EQUAL_ALLOWANCE',
  COMPARATOR_GAP: 'COMPARATOR_GAP',
} as const;

/** One of the rules. */
export type PayRuleCode = (typeof PayRuleCode)[keyof typeof PayRuleCode];

/** What a rule says: INSUFFICIENT when an input is missing, NOT_APPLICABLE when it does not concern the employment. */
export const RuleStatus = {
  PASS: 'PASS',
  FAIL: 'FAIL',
  REVIEW: 'REVIEW',
  INSUFFICIENT: 'INSUFFICIENT',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
} as const;

/** One of the answers of a rule. */
export type RuleStatus = (typeof RuleStatus)[keyof typeof RuleStatus];

/** What the comparison with colleagues says. */
export const ComparatorVerdict = {
  WITHIN_TOLERANCE: 'WITHIN_TOLERANCE',
  REVIEW: 'REVIEW',
  DISPARITY: 'DISPARITY',
  INSUFFICIENT_COMPARATORS: 'INSUFFICIENT_COMPARATORS',
} as const;

/** One of the answers of the comparison. */
export type ComparatorVerdict = (typeof ComparatorVerdict)[keyof typeof ComparatorVerdict];

/** What a month's pay check says about one client. */
export const PayVerdict = {
  COMPLIANT: 'COMPLIANT',
  REVIEW: 'REVIEW',
  VIOLATION: 'VIOLATION',
  DISPARITY_INDICATED: 'DISPARITY_INDICATED',
  SEGREGATED_POST: 'SEGREGATED_POST',
  INSUFFICIENT_DATA: 'INSUFFICIENT_DATA',
} as const;

/** One of the verdicts of a pay check. */
export type PayVerdict = (typeof PayVerdict)[keyof typeof PayVerdict];

/** How pressing a finding is; it decides the answer and remedy times. */
export const Severity = {
  CRITICAL: 'CRITICAL',
  MAJOR: 'MAJOR',
  MODERATE: 'MODERATE',
  INFO: 'INFO',
} as const;

/** One of the severities. */
export type Severity = (typeof Severity)[keyof typeof Severity];

/** Whether a rule rests on the law or on what was agreed. */
export const FindingClass = { STATUTORY: 'STATUTORY', AGREEMENT: 'AGREEMENT' } as const;

/** One of the classes of finding. */
export type FindingClass = (typeof FindingClass)[keyof typeof FindingClass];

/** How firmly the figures show a gap; a weak one is a question to the caseworker, never sent to the enterprise. */
export const EvidenceGrade = { STRONG: 'STRONG', MODERATE: 'MODERATE', WEAK: 'WEAK' } as const;

/** One of the grades of evidence. */
export type EvidenceGrade = (typeof EvidenceGrade)[keyof typeof EvidenceGrade];

/** How a person is employed. */
export const EmploymentType = {
  FULL_TIME: 'FULL_TIME',
  PART_TIME: 'PART_TIME',
  DISPATCH: 'DISPATCH',
} as const;

/** One of the ways of being employed. */
export type EmploymentType = (typeof EmploymentType)[keyof typeof EmploymentType];
