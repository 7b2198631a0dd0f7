import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/transaction';
import { SlotsRepository, type SlotCountsRow } from './slots.repository';

/** No slot at all. */
export const NO_SLOTS: SlotCountsRow = { total: 0, filled: 0, held: 0, open: 0 };

/**
 * Gives slots out and takes them back, for referrals and placements: each act is one conditional statement inside the
 * caller's transaction, so that two can never get the same slot, and each is safe to repeat.
 */
@Injectable()
export class SlotsService {
  constructor(private readonly slots: SlotsRepository) {}

  /** How the slots of these positions stand, by position; a position without slots is missing. */
  countsOf(tx: Tx, positionIds: readonly string[]): Promise<ReadonlyMap<string, SlotCountsRow>> {
    return this.slots.countsOf(tx, positionIds);
  }

  /** How many slots of a position are open now. */
  async openSlotsOf(tx: Tx, positionId: string): Promise<number> {
    return (await this.slots.countsOf(tx, [positionId])).get(positionId)?.open ?? 0;
  }

  /**
   * Holds one open slot of the position for the referral until the instant; gives its id, or null where none is open.
   * A referral that already holds one keeps it and its time. A slot that another transaction is deciding about counts
   * as taken: nobody waits.
   */
  claimOpenSlot(tx: Tx, positionId: string, referralId: string, heldUntil: Date): Promise<string | null> {
    return this.slots.claimOpen(tx, positionId, referralId, heldUntil);
  }

  /** Holds the slot that is held for the referral at least until the instant. */
  prolongHold(tx: Tx, referralId: string, heldUntil: Date): Promise<void> {
    return this.slots.prolong(tx, referralId, heldUntil);
  }

  /**
   * Fills the slot that is held for the referral; gives its id, or null where it holds none. A hold whose time has
   * passed still counts until it was freed: until then nobody else has the slot.
   */
  fillHeldSlot(tx: Tx, referralId: string): Promise<string | null> {
    return this.slots.fillHeld(tx, referralId);
  }

  /** Opens the slot that is held for the referral; false where it holds none. */
  async freeHold(tx: Tx, referralId: string): Promise<boolean> {
    return (await this.slots.openHeld(tx, referralId)) !== null;
  }

  /** Opens a slot whose placement has ended earlier in this transaction; false where it was not filled or is in use. */
  freeFilledSlot(tx: Tx, slotId: string): Promise<boolean> {
    return this.slots.openFilled(tx, slotId);
  }
}
