import type { WorkCalendar } from '../calendar/work-calendar';
import { addDays, addMonths, daysBetween, type Day } from '../common/day';
import type { Severity } from './pay-codes';

/** The severities that a finding can have; INFO never becomes one. */
export type FindingSeverity = Exclude<Severity, 'INFO'>;

/** Working days for the steps that do not depend on the severity (our own design). */
export const STEP_WORKING_DAYS = { TRIAGE: 3, CLIENT_CONSENT: 5, REVIEW: 5, ESCALATED: 3, APPEAL: 10 } as const;

/** Working days of one severity: for the enterprise's answer, for the remedy, and from a missing answer to the escalation. */
export interface FindingTerms {
  readonly answer: number;
  /** Null = with the next payroll. */
  readonly remedy: number | null;
  readonly escalation: number;
}

/** The terms by severity (our own design). */
export const FINDING_TERMS: Readonly<Record<FindingSeverity, FindingTerms>> = {
  CRITICAL: { answer: 3, remedy: 7, escalation: 1 },
  MAJOR: { answer: 5, remedy: 15, escalation: 3 },
  MODERATE: { answer: 10, remedy: null, escalation: 5 },
};

/** A remedy with the next payroll comes within so many calendar days. */
export const NEXT_PAYROLL_DAYS = 30;

/** Days after a notification in which a dismissal or a pay cut opens a critical review. */
export const RETALIATION_DAYS = 90;

/** Days before a limit of the law from which it is shown as a warning. */
export const WARNING_DAYS = 90;

const INSPECTION_MONTHS = 24;
const ARBITRATION_MONTHS = 12;

/** Months over which confirmed findings of one enterprise are counted. */
export const REPEAT_MONTHS = 6;

const REPEATED = 3;

/** The day by which the enterprise answers. */
export const answerDueOn = (severity: FindingSeverity, notifiedOn: Day, calendar: WorkCalendar): Day =>
  calendar.addWorkingDays(notifiedOn, FINDING_TERMS[severity].answer);

/** The day on which a finding without an answer goes to a supervisor. */
export const escalatesOn = (severity: FindingSeverity, answerDue: Day, calendar: WorkCalendar): Day =>
  calendar.addWorkingDays(answerDue, FINDING_TERMS[severity].escalation);

/** The day by which the money is paid: so many working days, or with the next pay-day where it lies within 30 days. */
export function remedyDueOn(
  severity: FindingSeverity,
  from: Day,
  { calendar, nextPayDay }: { readonly calendar: WorkCalendar; readonly nextPayDay: Day | null },
): Day {
  const { remedy } = FINDING_TERMS[severity];
  if (remedy !== null) return calendar.addWorkingDays(from, remedy);
  const latest = addDays(from, NEXT_PAYROLL_DAYS);
  return nextPayDay !== null && nextPayDay >= from && nextPayDay < latest ? nextPayDay : latest;
}

/** The last day on which the inspection takes a case up: two years after the last day of the violation (劳动保障监察条例 20). */
export const inspectionLimitOn = (lastViolationDay: Day): Day => addMonths(lastViolationDay, INSPECTION_MONTHS);

/**
 * The last day for arbitration: a year from when it was known; for unpaid wages a year from the end of the employment, and
 * none while it lasts (调解仲裁法 27).
 */
export function arbitrationLimitOn(claim: {
  readonly knownOn: Day;
  readonly isUnpaidWages: boolean;
  readonly employmentEndedOn: Day | null;
}): Day | null {
  const { knownOn, isUnpaidWages, employmentEndedOn } = claim;
  if (!isUnpaidWages) return addMonths(knownOn, ARBITRATION_MONTHS);
  return employmentEndedOn === null ? null : addMonths(employmentEndedOn, ARBITRATION_MONTHS);
}

/** Says whether a limit is so near that people are warned; also once it is over. */
export const isLimitNear = (limit: Day, today: Day): boolean => daysBetween(today, limit) <= WARNING_DAYS;

/** Says whether a dismissal or pay cut on this day follows a notification so closely that it is looked into. */
export function isWithinRetaliationWatch(notifiedOn: Day, day: Day): boolean {
  const days = daysBetween(notifiedOn, day);
  return days >= 0 && days <= RETALIATION_DAYS;
}

/** A finding that people confirmed. */
export interface ConfirmedFinding {
  readonly confirmedOn: Day;
  readonly severity: FindingSeverity;
  readonly isRemedied: boolean;
}

/** Says whether a supervisor decides about new slots: three confirmed findings in six months, or a critical one unremedied. */
export function needsSlotDecision(findings: readonly ConfirmedFinding[], today: Day): boolean {
  const recent = findings.filter(({ confirmedOn }) => confirmedOn > addMonths(today, -REPEAT_MONTHS));
  return recent.length >= REPEATED || recent.some((one) => one.severity === 'CRITICAL' && !one.isRemedied);
}
