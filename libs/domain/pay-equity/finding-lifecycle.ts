import type { Lifecycle } from '../common/lifecycle';

/** The states of a pay finding. */
export const PayFindingStatus = {
  DETECTED: 'DETECTED',
  TRIAGE: 'TRIAGE',
  AWAITING_CLIENT_CONSENT: 'AWAITING_CLIENT_CONSENT',
  NOTIFIED: 'NOTIFIED',
  RESPONDED: 'RESPONDED',
  NO_RESPONSE: 'NO_RESPONSE',
  UNDER_REVIEW: 'UNDER_REVIEW',
  REMEDY_PENDING: 'REMEDY_PENDING',
  RESOLVED_PAID: 'RESOLVED_PAID',
  RESOLVED_EXPLAINED: 'RESOLVED_EXPLAINED',
  DISMISSED: 'DISMISSED',
  DISMISSED_FALSE_POSITIVE: 'DISMISSED_FALSE_POSITIVE',
  ESCALATED: 'ESCALATED',
  REFERRED: 'REFERRED',
  CLOSED: 'CLOSED',
  SUPERSEDED: 'SUPERSEDED',
} as const;

/** One of the states of a pay finding. */
export type PayFindingStatus = (typeof PayFindingStatus)[keyof typeof PayFindingStatus];

/**
 * What a finding may become; a changed parameter row supersedes an open one by a new revision. Beyond the specification's
 * line: what is told to nobody any more because the client took her consent back is closed, a remedy without an amount is
 * put right, and an appeal leads from a result back to a supervisor, once.
 */
export const PAY_FINDING_LIFECYCLE: Lifecycle<PayFindingStatus> = {
  DETECTED: ['TRIAGE', 'SUPERSEDED'],
  TRIAGE: ['DISMISSED', 'AWAITING_CLIENT_CONSENT', 'SUPERSEDED'],
  AWAITING_CLIENT_CONSENT: ['NOTIFIED', 'CLOSED', 'SUPERSEDED'],
  NOTIFIED: ['RESPONDED', 'NO_RESPONSE', 'CLOSED', 'SUPERSEDED'],
  RESPONDED: ['UNDER_REVIEW', 'SUPERSEDED'],
  NO_RESPONSE: ['UNDER_REVIEW', 'CLOSED', 'SUPERSEDED'],
  UNDER_REVIEW: ['REMEDY_PENDING', 'RESOLVED_EXPLAINED', 'DISMISSED_FALSE_POSITIVE', 'ESCALATED', 'SUPERSEDED'],
  REMEDY_PENDING: ['RESOLVED_PAID', 'RESOLVED_EXPLAINED', 'ESCALATED', 'SUPERSEDED'],
  RESOLVED_PAID: ['ESCALATED', 'CLOSED'],
  RESOLVED_EXPLAINED: ['ESCALATED', 'CLOSED'],
  DISMISSED: ['ESCALATED', 'CLOSED'],
  DISMISSED_FALSE_POSITIVE: ['ESCALATED', 'CLOSED'],
  ESCALATED: [
    'REMEDY_PENDING',
    'RESOLVED_PAID',
    'RESOLVED_EXPLAINED',
    'DISMISSED_FALSE_POSITIVE',
    'REFERRED',
    'CLOSED',
    'SUPERSEDED',
  ],
  REFERRED: ['CLOSED'],
  CLOSED: [],
  SUPERSEDED: [],
};

/** The states in which somebody still has to act on a finding. */
export const OPEN_FINDING_STATES: readonly PayFindingStatus[] = [
  'DETECTED',
  'TRIAGE',
  'AWAITING_CLIENT_CONSENT',
  'NOTIFIED',
  'RESPONDED',
  'NO_RESPONSE',
  'UNDER_REVIEW',
  'REMEDY_PENDING',
  'ESCALATED',
];
