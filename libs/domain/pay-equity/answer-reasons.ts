/** Reasons of an enterprise that explain a finding, each with a file as evidence. */
export const ACCEPTED_REASONS = [
  'TENURE',
  'SKILL_CERT',
  'DOCUMENTED_PERFORMANCE',
  'SHIFT',
  'HOURS_ERROR',
  'PAYROLL_TIMING',
  'LAWFUL_DEDUCTION',
  'PROBATION',
] as const;

/** One of the reasons that explain a finding. */
export type AcceptedReason = (typeof ACCEPTED_REASONS)[number];

/** Reasons that never explain one: what the person is and not the work, being dispatched, a wage of the programme, a subsidy. */
export const NEVER_ACCEPTED_REASONS = ['PERSON', 'DISPATCH_STATUS', 'PROGRAMME_WAGE', 'SUBSIDY_RECEIVED'] as const;

/** Says whether a reason explains a finding: an accepted one with its evidence. */
export const explains = (reason: string, hasEvidence: boolean): boolean =>
  hasEvidence && ACCEPTED_REASONS.some((accepted) => accepted === reason);

/** Who had which part in a finding, by membership. */
export interface FindingPeople {
  readonly triagedBy: string;
  readonly caseworker: string;
  readonly isEscalated: boolean;
}

/** Says whether somebody may close a finding: an escalated one is closed by neither who triaged it nor the client's caseworker. */
export const mayCloseFinding = (membership: string, { triagedBy, caseworker, isEscalated }: FindingPeople): boolean =>
  !isEscalated || (membership !== triagedBy && membership !== caseworker);
