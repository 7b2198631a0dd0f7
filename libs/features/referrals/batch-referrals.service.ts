import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { WorkCalendar } from '#domain/calendar/work-calendar';
import { refusal, refused, done, type Outcome } from '#domain/common/outcome';
import { propose, type ProposalCode } from '#domain/referrals/referral-proposal';
import { SlotsService } from '#features/positions';
import type { Tx } from '#platform/database/transaction';
import { newCardCode } from './blind-card';
import { proposalOf } from './caseworker-referrals.service';
import { ReferralDemand } from './referral-demand';
import { ReferralSteps } from './referral-steps';
import { ReferralsRepository } from './referrals.repository';

/** The last open slot went to somebody else between the check and the claim: the caller's transaction is rolled back. */
export class SlotGone extends Error {
  override readonly name = 'SlotGone';
}

/** A row of a batch that is to be proposed. */
export interface BatchProposal {
  readonly clientId: string;
  readonly positionId: string;
  /** A slot is held until then. */
  readonly heldUntil: Date;
  /** The county's working days: one reading serves a whole batch. */
  readonly calendar: WorkCalendar;
}

/** Proposes what a batch of group placement decided, and holds a slot for it. */
@Injectable()
export class BatchReferralsService {
  constructor(
    private readonly referrals: ReferralsRepository,
    private readonly steps: ReferralSteps,
    private readonly demand: ReferralDemand,
    private readonly slots: SlotsService,
  ) {}

  /** The county's working days. */
  calendar(tx: Tx): Promise<WorkCalendar> {
    return this.demand.calendar(tx);
  }

  /**
   * Proposes a position to a client by the same rules as a caseworker does, as things stand now, and holds a slot until
   * the instant. Throws `SlotGone` where the slot was taken meanwhile.
   */
  async propose(
    tx: Tx,
    { clientId, positionId, heldUntil, calendar }: BatchProposal,
  ): Promise<Outcome<{ id: string }, ProposalCode | 'NOT_FOUND'>> {
    const asked = await this.demand.facts(tx, clientId, positionId, { calendar });
    if (asked === null) return refused(refusal('NOT_FOUND', ['clientId']));
    const outcome = propose(asked.facts);
    if (!outcome.ok) return outcome;
    const id = uuidv7();
    const { organisationId, match } = asked;
    await this.referrals.insert(tx, {
      countyId: tx.actor.countyId,
      id,
      clientId,
      positionId,
      organisationId,
      cardCode: await this.freeCardCode(tx, organisationId),
      source: 'BATCH',
      status: outcome.value.status,
      ...proposalOf(tx, match, outcome.value.answerDueOn),
    });
    if ((await this.slots.claimOpenSlot(tx, positionId, id, heldUntil)) === null) throw new SlotGone();
    await this.steps.tell(tx, { id, organisationId, clientId });
    return done({ id });
  }

  /** Codes are drawn: among many rows of one batch two might meet, or one of an earlier referral. */
  private async freeCardCode(tx: Tx, organisationId: string): Promise<string> {
    for (;;) {
      const code = newCardCode();
      if (!(await this.referrals.isCardTaken(tx, organisationId, code))) return code;
    }
  }
}
