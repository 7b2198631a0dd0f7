import { addMonths, type Day } from '../common/day';

/** How long personal data is kept, in months after what makes it old (privacy.md P10). */
export const RETENTION_MONTHS = {
  /** A case, after it was closed. */
  caseAfterClosure: 36,
  /** Free text of follow-up, after the case was closed. */
  freeTextAfterClosure: 12,
  /** Payroll lines of colleagues, after their month; what was computed from them stays. */
  comparatorLines: 24,
  /** Who looked at what. */
  disclosures: 36,
  /** Consents, after their end. */
  consents: 36,
} as const;

/** What is kept by a period. */
export type RetainedKind = keyof typeof RETENTION_MONTHS;

/** The first day that is still kept today: what became old on an earlier day has had its time. */
export const keptFrom = (kind: RetainedKind, today: Day): Day => addMonths(today, -RETENTION_MONTHS[kind]);
