import type { WorkCalendar } from '../calendar/work-calendar';
import type { EntryStatus } from '../clients/entry-lifecycle';
import type { Day } from '../common/day';
import { mayBecome } from '../common/lifecycle';
import { refusal, refused, settled, type Outcome, type Refusal } from '../common/outcome';
import { answerDueOn, respondByOf } from './referral-deadlines';
import { REFERRAL_LIFECYCLE, type ReferralStatus } from './referral-lifecycle';
import { demandRefusals, wrongState, type DemandFacts, type ReferralStep } from './referral-step';

/** What a proposal is judged by. */
export interface ProposalFacts extends DemandFacts {
  readonly entryStatus: EntryStatus;
  readonly openSlots: number;
  /** Names of the hard checks that failed, see match-score; empty when none. */
  readonly blockers: readonly string[];
  /** Another referral of the same client to the same position is open. */
  readonly hasOpenReferral: boolean;
  readonly today: Day;
  readonly calendar: WorkCalendar;
}

/** Why nothing is proposed. */
export type ProposalCode =
  | 'AGREEMENT_NOT_ACTIVE'
  | 'POSITION_NOT_PUBLISHED'
  | 'NO_OPEN_SLOT'
  | 'HARD_BLOCKER'
  | 'ALREADY_REFERRED'
  | 'ENTRY_NOT_ACTIVE';

/** A proposal and the last day on which the client can answer it. */
export interface Proposal extends ReferralStep {
  readonly answerDueOn: Day;
}

function proposalRefusals(facts: ProposalFacts): Refusal<ProposalCode>[] {
  const refusals: Refusal<ProposalCode>[] = demandRefusals(facts);
  if (facts.entryStatus !== 'ACTIVE') {
    refusals.push(refusal('ENTRY_NOT_ACTIVE', ['clientId'], { status: facts.entryStatus }));
  }
  if (facts.openSlots < 1) refusals.push(refusal('NO_OPEN_SLOT', ['positionId']));
  for (const check of facts.blockers) refusals.push(refusal('HARD_BLOCKER', [], { check }));
  if (facts.hasOpenReferral) refusals.push(refusal('ALREADY_REFERRED', ['positionId']));
  return refusals;
}

const proposal = (facts: ProposalFacts): Proposal => ({
  status: 'PROPOSED',
  answerDueOn: answerDueOn(facts.today, facts.calendar),
});

/** Proposes a position to a client: published, agreement active, a slot open, no hard check failed. */
export const propose = (facts: ProposalFacts): Outcome<Proposal, ProposalCode> =>
  settled(proposalRefusals(facts), proposal(facts));

/** Proposes again what was declined, kept for later, lapsed or taken back; the client is asked for consent anew. */
export function proposeAgain(
  facts: ProposalFacts & { readonly status: ReferralStatus; readonly reason: string },
): Outcome<Proposal, ProposalCode | 'WRONG_STATE' | 'REASON_REQUIRED'> {
  if (!mayBecome(REFERRAL_LIFECYCLE, facts.status, 'PROPOSED')) {
    return refused(wrongState(facts.status, 'PROPOSED'));
  }
  const refusals: Refusal<ProposalCode | 'REASON_REQUIRED'>[] = proposalRefusals(facts);
  if (facts.reason.trim() === '') refusals.push(refusal('REASON_REQUIRED', ['reason']));
  return settled(refusals, proposal(facts));
}

/** What sending is judged by. */
export interface SendFacts extends DemandFacts {
  readonly status: ReferralStatus;
  /** A live grant for this enterprise opens the PROFILE group now. */
  readonly hasProfileConsent: boolean;
  readonly today: Day;
  readonly calendar: WorkCalendar;
}

/** Why a referral is not sent. */
export type SendCode = 'WRONG_STATE' | 'AGREEMENT_NOT_ACTIVE' | 'POSITION_NOT_PUBLISHED' | 'CONSENT_REQUIRED';

/** Sends a consented referral; from here the enterprise sees the blind card and has five working days. */
export function send(facts: SendFacts): Outcome<ReferralStep & { readonly respondBy: Day }, SendCode> {
  if (!mayBecome(REFERRAL_LIFECYCLE, facts.status, 'SENT')) {
    return refused(wrongState(facts.status, 'SENT'));
  }
  const refusals: Refusal<SendCode>[] = demandRefusals(facts);
  if (!facts.hasProfileConsent) refusals.push(refusal('CONSENT_REQUIRED'));
  return settled(refusals, {
    status: 'SENT',
    respondBy: respondByOf(facts.today, facts.calendar),
  });
}
