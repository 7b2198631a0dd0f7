import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '#domain/common/day';
import type { Fen } from '#domain/common/money';
import { done, refusal, refused } from '#domain/common/outcome';
import type { Shift } from '#domain/positions/position-codes';
import { declineByEnterprise, pool, view, type PlainStep } from '#domain/referrals/referral-answers';
import type { EnterpriseDeclineReason } from '#domain/referrals/referral-codes';
import { invite } from '#domain/referrals/referral-invitation';
import { offer } from '#domain/referrals/referral-offer';
import { ClientMessagesService } from '#features/notifications';
import { ParametersService } from '#features/parameters';
import { SlotsService } from '#features/positions';
import type { Tx } from '#platform/database/transaction';
import type { ReferralOutcome } from './caseworker-referrals.service';
import { ReferralSteps } from './referral-steps';
import type { Referral } from './referral.entity';
import { ReferralsRepository, type ReferralRow } from './referrals.repository';

/** When and where to meet. */
export interface InvitationTerms {
  readonly at: Date;
  readonly place: string;
  readonly paidWorkSampleHours?: number | null;
}

/** All terms of the contract that is offered. */
export interface OfferInput {
  readonly payFen: Fen;
  readonly weeklyHours: number;
  readonly shift: Shift;
  readonly hireDate: Day;
  readonly contractTo?: Day | null;
  readonly probationMonths?: number | null;
  readonly payCycleDays: number;
}

/** What an enterprise answers. */
@Injectable()
export class EnterpriseAnswersService {
  constructor(
    private readonly referrals: ReferralsRepository,
    private readonly steps: ReferralSteps,
    private readonly slots: SlotsService,
    private readonly parameters: ParametersService,
    private readonly messages: ClientMessagesService,
  ) {}

  /** Opens the card: a read receipt. */
  view(tx: Tx, id: string): Promise<ReferralOutcome> {
    return this.plain(
      tx,
      id,
      (row) => view(row.status),
      () => ({ viewedAt: tx.now }),
    );
  }

  /** Keeps the candidate for later. */
  pool(tx: Tx, id: string): Promise<ReferralOutcome> {
    return this.plain(
      tx,
      id,
      (row) => pool(row.status),
      (row) => ({ answeredAt: row.status === 'VIEWED' ? tx.now : null }),
    );
  }

  /** Declines, with a reason about the work. */
  decline(tx: Tx, id: string, reason: EnterpriseDeclineReason): Promise<ReferralOutcome> {
    return this.plain(
      tx,
      id,
      (row) => declineByEnterprise(row.status),
      () => ({ refusalReason: reason, answeredAt: tx.now }),
    );
  }

  /** Invites a viewed candidate, or changes time and place of an invitation. */
  async invite(tx: Tx, id: string, terms: InvitationTerms): Promise<ReferralOutcome> {
    const row = await this.referrals.locked(tx, id);
    if (row === null) return refused(refusal('NOT_FOUND', ['id']));
    const paidWorkSampleHours = terms.paidWorkSampleHours ?? null;
    const outcome = invite({ status: row.status, at: terms.at, place: terms.place, paidWorkSampleHours, now: tx.now });
    if (!outcome.ok) return outcome;
    const invitation = { invitationAt: terms.at, invitationPlace: terms.place.trim(), paidWorkSampleHours };
    const firstAnswer = row.status === 'VIEWED' ? { answeredAt: tx.now } : {};
    const isChange = row.status !== 'VIEWED';
    await this.messages.announce(tx, {
      clientId: row.clientId,
      kind: isChange ? 'INTERVIEW_CHANGED' : 'DECISION_WAITING',
      subjectId: row.id,
      ...(isChange ? { beginsAt: terms.at } : {}),
    });
    return done(await this.steps.take(tx, row, outcome.value.status, { ...invitation, ...firstAnswer }));
  }

  /**
   * Offers a contract and holds one slot for seven days. The slot is claimed by one conditional statement after every
   * other rule has said yes; where none is open the offer is refused SLOT_TAKEN and nothing is written.
   */
  async offer(tx: Tx, id: string, terms: OfferInput): Promise<ReferralOutcome> {
    const row = await this.referrals.locked(tx, id);
    if (row === null) return refused(refusal('NOT_FOUND', ['id']));
    const today = dayOf(tx.now);
    const outcome = offer({
      ...row,
      ...terms,
      contractTo: terms.contractTo ?? null,
      probationMonths: terms.probationMonths ?? 0,
      openSlots: 1, // decided by the claim below, not by a count that may be old
      minimumWage: await this.parameters.minimumWageOn(tx, terms.hireDate < today ? terms.hireDate : today),
      today,
      now: tx.now,
    });
    if (!outcome.ok) return outcome;
    const slotId = await this.slots.claimOpenSlot(tx, row.positionId, row.id, outcome.value.slotHeldUntil);
    if (slotId === null) return refused(refusal('SLOT_TAKEN'));
    if (row.slotHeldUntil !== null) await this.slots.prolongHold(tx, row.id, outcome.value.slotHeldUntil); // held by a batch
    return done(await this.steps.take(tx, row, outcome.value.status, offered(tx, terms, outcome.value.probationEndOn)));
  }

  private async plain(
    tx: Tx,
    id: string,
    rule: (row: ReferralRow) => PlainStep,
    changes: (row: ReferralRow) => Partial<Referral>,
  ): Promise<ReferralOutcome> {
    const row = await this.referrals.locked(tx, id);
    if (row === null) return refused(refusal('NOT_FOUND', ['id']));
    const outcome = rule(row);
    if (!outcome.ok) return outcome;
    return done(await this.steps.take(tx, row, outcome.value.status, changes(row)));
  }
}

const offered = (tx: Tx, terms: OfferInput, probationEndOn: Day | null): Partial<Referral> => ({
  offeredAt: tx.now,
  offerPayFen: terms.payFen,
  offerWeeklyHours: terms.weeklyHours,
  offerShift: terms.shift,
  offerHireDate: terms.hireDate,
  offerContractTo: terms.contractTo ?? null,
  offerProbationEndOn: probationEndOn,
  offerPayCycleDays: terms.payCycleDays,
});
