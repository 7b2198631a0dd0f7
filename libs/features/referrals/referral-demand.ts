import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { OPEN_REFERRAL_STATES } from '#domain/referrals/referral-lifecycle';
import type { ProposalFacts } from '#domain/referrals/referral-proposal';
import { MatchingService, type JudgedMatch } from '#features/matching';
import { ParametersService } from '#features/parameters';
import { PositionsReader, SlotsService } from '#features/positions';
import type { Tx } from '#platform/database/transaction';
import { ReferralsRepository } from './referrals.repository';

/** What the caller knows of a proposal beforehand. */
export interface ProposalKnown {
  /** The referral that is proposed again. */
  readonly except?: string;
  /** The county's working days, where many proposals are made one after the other; read now unless given. */
  readonly calendar?: ProposalFacts['calendar'];
}

/** Gathers what a proposal is judged by. */
@Injectable()
export class ReferralDemand {
  constructor(
    private readonly referrals: ReferralsRepository,
    private readonly positions: PositionsReader,
    private readonly slots: SlotsService,
    private readonly matching: MatchingService,
    private readonly parameters: ParametersService,
  ) {}

  /** The county's working days. */
  calendar(tx: Tx): Promise<ProposalFacts['calendar']> {
    return this.parameters.calendar(tx);
  }

  /** Minutes between two townships. */
  travelMinutes(tx: Tx, from: string, to: string): Promise<number | null> {
    return this.parameters.travelMinutes(tx, from, to);
  }

  /** The facts for this pair; null where client or position is not visible. */
  async facts(
    tx: Tx,
    clientId: string,
    positionId: string,
    { except, calendar }: ProposalKnown = {},
  ): Promise<{ facts: ProposalFacts; organisationId: string; match: JudgedMatch } | null> {
    const position = await this.positions.byId(tx, positionId);
    const match = await this.matching.scoreOf(tx, clientId, positionId);
    const entryStatus = await this.referrals.entryStatus(tx, clientId);
    if (position === null || match === null || entryStatus === null) return null;
    const open = await this.referrals.lockOpen(tx, clientId, position.organisationId, OPEN_REFERRAL_STATES);
    const facts: ProposalFacts = {
      agreementStatus: position.agreementStatus,
      positionStatus: position.status,
      entryStatus,
      openSlots: await this.slots.openSlotsOf(tx, positionId),
      blockers: match.hardChecks.filter(({ name, passed }) => !passed && name !== 'AGREEMENT').map(({ name }) => name),
      hasOpenReferral: open.some((one) => one.positionId === positionId && one.id !== except),
      today: dayOf(tx.now),
      calendar: calendar ?? (await this.calendar(tx)),
    };
    return { facts, organisationId: position.organisationId, match };
  }
}
