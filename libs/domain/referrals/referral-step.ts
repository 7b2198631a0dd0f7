import { mayBecome } from '../common/lifecycle';
import { done, refusal, refused, type Outcome, type Refusal } from '../common/outcome';
import type { AgreementStatus } from '../agreements/agreement-lifecycle';
import type { PositionStatus } from '../positions/position-lifecycle';
import { REFERRAL_LIFECYCLE, type ReferralStatus } from './referral-lifecycle';

/** Every reason for which a step of a referral is refused. */
export const ReferralCode = {
  WRONG_STATE: 'WRONG_STATE',
  AGREEMENT_NOT_ACTIVE: 'AGREEMENT_NOT_ACTIVE',
  POSITION_NOT_PUBLISHED: 'POSITION_NOT_PUBLISHED',
  NO_OPEN_SLOT: 'NO_OPEN_SLOT',
  SLOT_TAKEN: 'SLOT_TAKEN',
  HARD_BLOCKER: 'HARD_BLOCKER',
  ALREADY_REFERRED: 'ALREADY_REFERRED',
  ENTRY_NOT_ACTIVE: 'ENTRY_NOT_ACTIVE',
  REASON_REQUIRED: 'REASON_REQUIRED',
  CONSENT_REQUIRED: 'CONSENT_REQUIRED',
  INVITATION_IN_PAST: 'INVITATION_IN_PAST',
  PLACE_REQUIRED: 'PLACE_REQUIRED',
  WORK_SAMPLE_OUT_OF_RANGE: 'WORK_SAMPLE_OUT_OF_RANGE',
  WORK_SAMPLE_TOO_LONG: 'WORK_SAMPLE_TOO_LONG',
  PAY_BELOW_MINIMUM_WAGE: 'PAY_BELOW_MINIMUM_WAGE',
  PAY_BELOW_POSTED: 'PAY_BELOW_POSTED',
  PAY_CYCLE_OUT_OF_RANGE: 'PAY_CYCLE_OUT_OF_RANGE',
  HOURS_OUT_OF_RANGE: 'HOURS_OUT_OF_RANGE',
  START_OUTSIDE_AGREEMENT: 'START_OUTSIDE_AGREEMENT',
  START_BACKDATED: 'START_BACKDATED',
  CONTRACT_ENDS_BEFORE_START: 'CONTRACT_ENDS_BEFORE_START',
  PROBATION_OUT_OF_RANGE: 'PROBATION_OUT_OF_RANGE',
  PROBATION_TOO_LONG: 'PROBATION_TOO_LONG',
  FULL_TIME_OVERLAP: 'FULL_TIME_OVERLAP',
  HOURS_NOT_LEFT: 'HOURS_NOT_LEFT',
} as const;

/** One of the reasons for which a step of a referral is refused. */
export type ReferralCode = (typeof ReferralCode)[keyof typeof ReferralCode];

/** A step that is allowed: the state it leads to. */
export interface ReferralStep {
  readonly status: ReferralStatus;
}

/** The refusal of a step that the lifecycle does not have. */
export const wrongState = (from: ReferralStatus, to: ReferralStatus): Refusal<'WRONG_STATE'> =>
  refusal('WRONG_STATE', [], { from, to });

/** Takes a step that needs nothing but the right state: withdrawing, declining, lapsing, viewing. */
export const takeStep = (from: ReferralStatus, to: ReferralStatus): Outcome<ReferralStep, 'WRONG_STATE'> =>
  mayBecome(REFERRAL_LIFECYCLE, from, to) ? done({ status: to }) : refused(wrongState(from, to));

/** What has to stand on the enterprise's side before anything new is proposed, sent or offered. */
export interface DemandFacts {
  readonly agreementStatus: AgreementStatus;
  readonly positionStatus: PositionStatus;
}

/** The reasons for which the enterprise's side carries nothing new; empty when it does. */
export function demandRefusals(facts: DemandFacts): Refusal<'AGREEMENT_NOT_ACTIVE' | 'POSITION_NOT_PUBLISHED'>[] {
  const refusals: Refusal<'AGREEMENT_NOT_ACTIVE' | 'POSITION_NOT_PUBLISHED'>[] = [];
  if (facts.agreementStatus !== 'ACTIVE') {
    refusals.push(refusal('AGREEMENT_NOT_ACTIVE', [], { status: facts.agreementStatus }));
  }
  if (facts.positionStatus !== 'PUBLISHED') {
    refusals.push(refusal('POSITION_NOT_PUBLISHED', [], { status: facts.positionStatus }));
  }
  return refusals;
}
