import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dayOf } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { withdraw } from '#domain/referrals/referral-answers';
import type { WithdrawalReason } from '#domain/referrals/referral-codes';
import { propose, proposeAgain, send } from '#domain/referrals/referral-proposal';
import type { ReferralCode } from '#domain/referrals/referral-step';
import { ClientReader } from '#features/clients';
import { ConsentReader } from '#features/consent';
import type { JudgedMatch } from '#features/matching';
import { PositionsReader } from '#features/positions';
import type { Tx } from '#platform/database/transaction';
import { blindCardOf, newCardCode } from './blind-card';
import { ReferralDemand } from './referral-demand';
import { ReferralSteps } from './referral-steps';
import type { Referral } from './referral.entity';
import { ReferralsRepository } from './referrals.repository';

/** The answer of a step: the referral, or why not. */
export type ReferralOutcome = Outcome<{ id: string }, ReferralCode | 'NOT_FOUND'>;

/** What the enterprise saw and answered before; none of it stands once the referral is proposed anew. */
const BLANK: Partial<Referral> = {
  consentedAt: null,
  consentGrantId: null,
  consentEvidenceFileId: null,
  sentAt: null,
  respondBy: null,
  card: null,
  viewedAt: null,
  answeredAt: null,
  invitationAt: null,
  invitationPlace: null,
  paidWorkSampleHours: null,
  invitationAcceptedAt: null,
  offeredAt: null,
  offerPayFen: null,
  offerWeeklyHours: null,
  offerShift: null,
  offerHireDate: null,
  offerContractTo: null,
  offerProbationEndOn: null,
  offerPayCycleDays: null,
};

/** What a caseworker does with a referral: propose, send, take back. */
@Injectable()
export class CaseworkerReferralsService {
  constructor(
    private readonly referrals: ReferralsRepository,
    private readonly steps: ReferralSteps,
    private readonly clients: ClientReader,
    private readonly positions: PositionsReader,
    private readonly demand: ReferralDemand,
    private readonly consents: ConsentReader,
  ) {}

  /** Proposes a position to a client of one's own caseload. */
  async propose(tx: Tx, clientId: string, positionId: string): Promise<ReferralOutcome> {
    const asked = await this.demand.facts(tx, clientId, positionId);
    if (asked === null) return refused(refusal('NOT_FOUND', ['clientId']));
    const outcome = propose(asked.facts);
    if (!outcome.ok) return outcome;
    const id = uuidv7();
    await this.referrals.insert(tx, {
      countyId: tx.actor.countyId,
      id,
      clientId,
      positionId,
      organisationId: asked.organisationId,
      cardCode: newCardCode(),
      source: 'MANUAL',
      status: outcome.value.status,
      ...proposalOf(tx, asked.match, outcome.value.answerDueOn),
    });
    await this.steps.tell(tx, { id, organisationId: asked.organisationId, clientId });
    return done({ id });
  }

  /** Proposes again what was declined, kept, lapsed or taken back; consent is asked anew and the card gets a new code. */
  async proposeAgain(tx: Tx, id: string, reason: string): Promise<ReferralOutcome> {
    const row = await this.referrals.locked(tx, id);
    const asked = row === null ? null : await this.demand.facts(tx, row.clientId, row.positionId, { except: id });
    if (row === null || asked === null) return refused(refusal('NOT_FOUND', ['id']));
    const outcome = proposeAgain({ ...asked.facts, status: row.status, reason });
    if (!outcome.ok) return outcome;
    const fresh = {
      ...BLANK,
      cardCode: newCardCode(),
      refusalReason: reason.trim(),
      ...proposalOf(tx, asked.match, outcome.value.answerDueOn),
    };
    return done(await this.steps.take(tx, row, outcome.value.status, fresh));
  }

  /** Sends a consented referral: from here the enterprise sees the blind card and has five working days. */
  async send(tx: Tx, id: string): Promise<ReferralOutcome> {
    const row = await this.referrals.locked(tx, id);
    if (row === null) return refused(refusal('NOT_FOUND', ['id']));
    const today = dayOf(tx.now);
    const wanted = {
      clientId: row.clientId,
      recipientId: row.organisationId,
      purpose: 'SHARE_PROFILE',
      fieldGroup: 'PROFILE',
    } as const;
    const hasProfileConsent = (await this.consents.liveGrant(tx, wanted)) !== null;
    const outcome = send({ ...row, hasProfileConsent, today, calendar: await this.demand.calendar(tx) });
    if (!outcome.ok) return outcome;
    const client = await this.clients.byId(tx, row.clientId);
    const position = await this.positions.byId(tx, row.positionId);
    if (client === null || position === null) return refused(refusal('NOT_FOUND', ['id']));
    const card = blindCardOf(
      client,
      position,
      await this.demand.travelMinutes(tx, client.township, position.township),
      today,
    );
    return done(
      await this.steps.take(tx, row, outcome.value.status, {
        sentAt: tx.now,
        respondBy: outcome.value.respondBy,
        card,
      }),
    );
  }

  /** Takes a referral back. */
  async withdraw(tx: Tx, id: string, reason: WithdrawalReason): Promise<ReferralOutcome> {
    const row = await this.referrals.locked(tx, id);
    if (row === null) return refused(refusal('NOT_FOUND', ['id']));
    const outcome = withdraw(row.status);
    if (!outcome.ok) return outcome;
    return done(await this.steps.take(tx, row, outcome.value.status, { refusalReason: reason }));
  }
}

/** The stored side of a proposal: when, by whom, until when, and how the match stood. */
export function proposalOf(tx: Tx, match: JudgedMatch, answerDueOn: string): Partial<Referral> {
  return {
    score: match.parts.length === 0 ? null : match.score,
    explanation: { parts: match.parts, hardChecks: match.hardChecks },
    proposedByMembershipId: tx.actor.membershipId,
    proposedAt: tx.now,
    answerDueOn,
    statusChangedAt: tx.now,
  };
}
