import type { Day } from '../common/day';
import type { PayFindingStatus } from './finding-lifecycle';

/** The part of a finding that the calendar moves. */
export interface DueFinding {
  readonly status: PayFindingStatus;
  /** The last day of the present step. */
  readonly dueOn: Day | null;
  /** True while the consent to name the client towards the enterprise lives. */
  readonly isConsentLive: boolean;
  readonly appealUntil: Day | null;
}

/** A step that a day passed brings about. */
export interface DueStep {
  readonly to: PayFindingStatus;
  readonly reason: 'NO_CONSENT_ANSWER' | 'CONSENT_WITHDRAWN' | 'NO_ANSWER' | 'UNREMEDIED' | 'APPEAL_OVER';
}

const TOLD: readonly PayFindingStatus[] = ['NOTIFIED', 'NO_RESPONSE'];
const WITH_RESULT: readonly PayFindingStatus[] = [
  'RESOLVED_PAID',
  'RESOLVED_EXPLAINED',
  'DISMISSED',
  'DISMISSED_FALSE_POSITIVE',
];

/** States that a day alone can end; all others wait for a person. */
export const MOVED_BY_DAYS: readonly PayFindingStatus[] = [
  'AWAITING_CLIENT_CONSENT',
  ...TOLD,
  'REMEDY_PENDING',
  ...WITH_RESULT,
];

/** What the calendar makes of a finding today; null where nothing. A last day is inside its term. */
export function dueStep({ status, dueOn, isConsentLive, appealUntil }: DueFinding, today: Day): DueStep | null {
  const isOver = dueOn !== null && dueOn < today;
  if (TOLD.includes(status) && !isConsentLive) return { to: 'CLOSED', reason: 'CONSENT_WITHDRAWN' };
  if (WITH_RESULT.includes(status))
    return appealUntil === null || appealUntil < today ? { to: 'CLOSED', reason: 'APPEAL_OVER' } : null;
  if (!isOver) return null;
  switch (status) {
    case 'AWAITING_CLIENT_CONSENT':
      return { to: 'CLOSED', reason: 'NO_CONSENT_ANSWER' };
    case 'NOTIFIED':
      return { to: 'NO_RESPONSE', reason: 'NO_ANSWER' };
    case 'NO_RESPONSE':
      return { to: 'ESCALATED', reason: 'NO_ANSWER' };
    case 'REMEDY_PENDING':
      return { to: 'ESCALATED', reason: 'UNREMEDIED' };
    default:
      return null;
  }
}
