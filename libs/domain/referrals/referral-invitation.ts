import { mayBecome } from '../common/lifecycle';
import { refusal, refused, settled, type Outcome, type Refusal } from '../common/outcome';
import { REFERRAL_LIFECYCLE, type ReferralStatus } from './referral-lifecycle';
import { wrongState, type ReferralStep } from './referral-step';

/** Hours that a paid work sample may last; there is no unpaid one (劳动合同法 7, 10, 19). */
export const PAID_WORK_SAMPLE_MAX_HOURS = 4;

/** What an invitation is judged by. */
export interface InvitationFacts {
  readonly status: ReferralStatus;
  readonly at: Date;
  readonly place: string;
  /** Whole hours of paid work; null when none is part of it. */
  readonly paidWorkSampleHours: number | null;
  readonly now: Date;
}

/** Why an invitation is refused. */
export type InvitationCode =
  'WRONG_STATE' | 'INVITATION_IN_PAST' | 'PLACE_REQUIRED' | 'WORK_SAMPLE_OUT_OF_RANGE' | 'WORK_SAMPLE_TOO_LONG';

/** Invites a viewed candidate; on one already invited or interviewed it changes the time and leaves the state. */
export function invite(facts: InvitationFacts): Outcome<ReferralStep, InvitationCode> {
  const isChange = facts.status === 'INVITED' || facts.status === 'INTERVIEW';
  if (!isChange && !mayBecome(REFERRAL_LIFECYCLE, facts.status, 'INVITED')) {
    return refused(wrongState(facts.status, 'INVITED'));
  }
  const refusals: Refusal<InvitationCode>[] = [];
  if (facts.at < facts.now) refusals.push(refusal('INVITATION_IN_PAST', ['at']));
  if (facts.place.trim() === '') refusals.push(refusal('PLACE_REQUIRED', ['place']));
  refusals.push(...workSampleRefusals(facts.paidWorkSampleHours));
  return settled(refusals, { status: isChange ? facts.status : 'INVITED' });
}

function workSampleRefusals(hours: number | null): Refusal<InvitationCode>[] {
  if (hours === null) return [];
  if (!Number.isSafeInteger(hours) || hours < 1) {
    return [refusal('WORK_SAMPLE_OUT_OF_RANGE', ['paidWorkSampleHours'])];
  }
  if (hours <= PAID_WORK_SAMPLE_MAX_HOURS) return [];
  return [refusal('WORK_SAMPLE_TOO_LONG', ['paidWorkSampleHours'], { maxHours: PAID_WORK_SAMPLE_MAX_HOURS })];
}
