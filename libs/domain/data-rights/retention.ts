import { KEPT_DAYS_AFTER_SETTLEMENT } from '../common/identity-number';
import { addDays, addMonths, type Day } from '../common/day';

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

/** What is kept for days, not months: an identity number, after its filing was settled or the case was closed. */
const RETENTION_DAYS = { identityNumbers: KEPT_DAYS_AFTER_SETTLEMENT } as const;

/** What is kept by a period. */
export type RetainedKind = keyof typeof RETENTION_MONTHS | keyof typeof RETENTION_DAYS;

/** The first day that is still kept today: what became old on an earlier day has had its time. */
export const keptFrom = (kind: RetainedKind, today: Day): Day =>
  kind === 'identityNumbers' ? addDays(today, -RETENTION_DAYS[kind]) : addMonths(today, -RETENTION_MONTHS[kind]);
