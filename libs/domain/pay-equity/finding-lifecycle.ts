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

/**
 * What a client is told of when a finding of her pay comes to a state: a question that waits for her, or a result. Steps
 * in between stand in the application and disturb nobody.
 */
export const CLIENT_TOLD_OF: Readonly<Partial<Record<PayFindingStatus, 'DECISION_WAITING' | 'PAY_CHECK_UPDATED'>>> = {
  AWAITING_CLIENT_CONSENT: 'DECISION_WAITING',
  RESOLVED_PAID: 'PAY_CHECK_UPDATED',
  RESOLVED_EXPLAINED: 'PAY_CHECK_UPDATED',
  DISMISSED: 'PAY_CHECK_UPDATED',
  DISMISSED_FALSE_POSITIVE: 'PAY_CHECK_UPDATED',
  REFERRED: 'PAY_CHECK_UPDATED',
};
