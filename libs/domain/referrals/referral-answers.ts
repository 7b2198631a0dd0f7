import type { ReferralStatus } from './referral-lifecycle';
import { takeStep, type ReferralStep } from './referral-step';
import type { Outcome } from '../common/outcome';

/** A step that only the referral's state can refuse. */
export type PlainStep = Outcome<ReferralStep, 'WRONG_STATE'>;

/** The client agrees to be put forward. */
export const consent = (status: ReferralStatus): PlainStep => takeStep(status, 'CONSENTED');

/** The enterprise opens the card: a read receipt. */
export const view = (status: ReferralStatus): PlainStep => takeStep(status, 'VIEWED');

/** The client accepts the invitation; with it the card becomes a name. */
export const acceptInvitation = (status: ReferralStatus): PlainStep => takeStep(status, 'INTERVIEW');

/** The enterprise keeps the candidate for later. */
export const pool = (status: ReferralStatus): PlainStep => takeStep(status, 'POOLED');

/** The enterprise declines; the reason comes from a closed list. */
export const declineByEnterprise = (status: ReferralStatus): PlainStep => takeStep(status, 'DECLINED_BY_ENTERPRISE');

/** The client declines; no reason is needed and nothing follows from it. */
export const declineByClient = (status: ReferralStatus): PlainStep => takeStep(status, 'DECLINED_BY_CLIENT');

/** The caseworker, or the end of a consent, takes the referral back. */
export const withdraw = (status: ReferralStatus): PlainStep => takeStep(status, 'WITHDRAWN');

/** The time for an answer has run out. */
export const expire = (status: ReferralStatus): PlainStep => takeStep(status, 'EXPIRED');
