import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { done, refusal, refused } from '#domain/common/outcome';
import type { WorkPeriod } from '#domain/placements/overlap';
import { LIVE_PLACEMENT_STATES } from '#domain/placements/placement-lifecycle';
import { acceptOffer, obsoleteAfterAcceptance } from '#domain/referrals/referral-acceptance';
import { OPEN_REFERRAL_STATES } from '#domain/referrals/referral-lifecycle';
import { ClientReader } from '#features/clients';
import { ParametersService } from '#features/parameters';
import { PlacementsReader, PlacementsService } from '#features/placements';
import { SlotsService } from '#features/positions';
import type { Tx } from '#platform/database/transaction';
import type { ReferralOutcome } from './caseworker-referrals.service';
import { ReferralSteps } from './referral-steps';
import { ReferralsRepository, type ReferralRow } from './referrals.repository';

/** The terms of an offer, all there. */
type OfferedRow = ReferralRow & {
  readonly [
    K in 'offerPayFen' | 'offerWeeklyHours' | 'offerShift' | 'offerHireDate' | 'offerPayCycleDays'
  ]: NonNullable<ReferralRow[K]>;
};

const isOffered = (row: ReferralRow): row is OfferedRow =>
  row.offerPayFen !== null &&
  row.offerWeeklyHours !== null &&
  row.offerShift !== null &&
  row.offerHireDate !== null &&
  row.offerPayCycleDays !== null;

/** Accepts an offer: slot filled, placement made, and what no longer fits beside it let go, in one transaction. */
@Injectable()
export class OfferAcceptanceService {
  constructor(
    private readonly referrals: ReferralsRepository,
    private readonly steps: ReferralSteps,
    private readonly clients: ClientReader,
    private readonly slots: SlotsService,
    private readonly placements: PlacementsService,
    private readonly placementsReader: PlacementsReader,
    private readonly parameters: ParametersService,
  ) {}

  /** The client accepts, or her caseworker with the signed paper. */
  async accept(tx: Tx, id: string, evidenceFileId: string | null = null): Promise<ReferralOutcome> {
    const row = await this.referrals.locked(tx, id);
    const client = row === null ? null : await this.clients.byId(tx, row.clientId);
    if (row === null || client === null) return refused(refusal('NOT_FOUND', ['id']));
    if (!isOffered(row)) return refused(refusal('WRONG_STATE', [], { from: row.status, to: 'ACCEPTED' }));
    const today = dayOf(tx.now);
    const existing = await this.existingWork(tx, row.clientId);
    const outcome = acceptOffer({
      status: row.status,
      isSlotFree: true, // decided by filling it below
      payFen: row.offerPayFen,
      weeklyHours: row.offerWeeklyHours,
      hireDate: row.offerHireDate,
      contractTo: row.offerContractTo,
      probationEndOn: row.offerProbationEndOn,
      minimumWage: await this.parameters.minimumWageOn(tx, row.offerHireDate < today ? row.offerHireDate : today),
      existing,
      weeklyHoursAvailable: client.weeklyHoursAvailable,
      today,
    });
    if (!outcome.ok) return outcome;
    const slotId = await this.filledSlot(tx, row);
    if (slotId === null) return refused(refusal('SLOT_TAKEN'));
    await this.steps.take(tx, row, outcome.value.status, {
      offerAcceptedAt: tx.now,
      offerEvidenceFileId: evidenceFileId,
    });
    await this.place(tx, row, slotId);
    await this.letGo(tx, row, existing, client.weeklyHoursAvailable);
    return done({ id });
  }

  /** Fills the held slot; where the hold lapsed and was freed, one that is open now. */
  private async filledSlot(tx: Tx, row: OfferedRow): Promise<string | null> {
    const held = await this.slots.fillHeldSlot(tx, row.id);
    if (held !== null) return held;
    const claimed = await this.slots.claimOpenSlot(tx, row.positionId, row.id, tx.now);
    return claimed === null ? null : this.slots.fillHeldSlot(tx, row.id);
  }

  private place(tx: Tx, row: OfferedRow, slotId: string): Promise<string> {
    return this.placements.create(tx, {
      clientId: row.clientId,
      slotId,
      organisationId: row.organisationId,
      referralId: row.id,
      mode: row.source === 'BATCH' ? 'GROUP' : 'INDIVIDUAL',
      hireDate: row.offerHireDate,
      contractTo: row.offerContractTo,
      probationEndOn: row.offerProbationEndOn,
      agreedPayFen: row.offerPayFen,
      payCycleDays: row.offerPayCycleDays,
      weeklyHours: row.offerWeeklyHours,
      shift: row.offerShift,
      jobCode: row.jobCode,
      grade: row.grade,
    });
  }

  private async existingWork(tx: Tx, clientId: string): Promise<WorkPeriod[]> {
    const rows = (await this.placementsReader.ofClients(tx, [clientId])).get(clientId) ?? [];
    return rows
      .filter(({ status }) => LIVE_PLACEMENT_STATES.includes(status))
      .map(({ hireDate, contractTo, weeklyHours }) => ({ from: hireDate, to: contractTo, weeklyHours }));
  }

  /** Other open referrals that no longer fit beside the accepted work become OBSOLETE; their holds are freed. */
  private async letGo(tx: Tx, row: OfferedRow, existing: readonly WorkPeriod[], available: number): Promise<void> {
    const others = await this.referrals.lockOpen(
      tx,
      row.clientId,
      null,
      OPEN_REFERRAL_STATES.filter((status) => status !== 'POOLED'),
    );
    const accepted = { from: row.offerHireDate, to: row.offerContractTo, weeklyHours: row.offerWeeklyHours };
    const open = others.map((other) => ({
      id: other.id,
      weeklyHours: other.offerWeeklyHours ?? other.positionWeeklyHours,
    }));
    const obsolete = new Set(obsoleteAfterAcceptance(accepted, existing, available, open));
    for (const other of others.filter(({ id }) => obsolete.has(id))) await this.steps.take(tx, other, 'OBSOLETE');
  }
}
