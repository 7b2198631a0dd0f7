import { Injectable } from '@nestjs/common';
import { keepPlan } from '#platform/database/kept-plan';
import type { Tx } from '#platform/database/transaction';

/** The slots of one position that are not withdrawn. */
export interface SlotCountsRow {
  readonly total: number;
  readonly filled: number;
  readonly held: number;
  readonly open: number;
}

/**
 * Every statement about job slots, by name. Each change names the state that it leaves: whoever comes second changes
 * nothing and learns it from the answer. Slots are seen by whoever sees their position; row-level security says who
 * may move them.
 */
@Injectable()
export class SlotsRepository {
  /** How the slots of these positions stand, by position; a position without slots is missing. */
  async countsOf(tx: Tx, positionIds: readonly string[]): Promise<ReadonlyMap<string, SlotCountsRow>> {
    const rows = await tx.query<SlotCountsRow & { readonly positionId: string }>(
      keepPlan(`select s.position_id as "positionId", count(*)::int as total,
              count(*) filter (where s.status = 'FILLED')::int as filled,
              count(*) filter (where s.status = 'HELD')::int as held,
              count(*) filter (where s.status = 'OPEN')::int as open
         from job_slot s
        where s.county_id = $1 and s.position_id = any($2::uuid[]) and s.status <> 'WITHDRAWN'
        group by s.position_id`),
      [tx.actor.countyId, positionIds],
    );
    return new Map(rows.map(({ positionId, ...counts }) => [positionId, counts]));
  }

  /** Holds one open slot; gives the slot already held for the referral, or null where none is open. */
  async claimOpen(tx: Tx, positionId: string, referralId: string, heldUntil: Date): Promise<string | null> {
    const [slot] = await tx.query<{ id: string }>(
      keepPlan(`with own as (
         select id from job_slot where county_id = $1 and position_id = $2 and held_for = $3 and status = 'HELD'),
       claimed as (
         update job_slot set status = 'HELD', held_for = $3, held_until = $4, version = version + 1
          where county_id = $1 and status = 'OPEN' and id = (
            select o.id from job_slot o
             where o.county_id = $1 and o.position_id = $2 and o.status = 'OPEN' and not exists (select from own)
             order by o.seq limit 1 for update of o skip locked)
         returning id)
       select id from own union all select id from claimed`),
      [tx.actor.countyId, positionId, referralId, heldUntil],
    );
    return slot?.id ?? null;
  }

  /** Holds the slot that is held for the referral at least until the instant; nothing where none is held. */
  async prolong(tx: Tx, referralId: string, heldUntil: Date): Promise<void> {
    await tx.query(
      `update job_slot set held_until = greatest(held_until, $3), version = version + 1
        where county_id = $1 and held_for = $2 and status = 'HELD'`,
      [tx.actor.countyId, referralId, heldUntil],
    );
  }

  /** Fills the slot held for the referral; null where none is. */
  async fillHeld(tx: Tx, referralId: string): Promise<string | null> {
    const [slot] = await tx.query<{ id: string }>(
      `update job_slot set status = 'FILLED', held_for = null, held_until = null, version = version + 1
        where county_id = $1 and held_for = $2 and status = 'HELD' returning id`,
      [tx.actor.countyId, referralId],
    );
    return slot?.id ?? null;
  }

  /** Opens the slot held for the referral; null where none is. */
  async openHeld(tx: Tx, referralId: string): Promise<string | null> {
    const [slot] = await tx.query<{ id: string }>(
      `update job_slot set status = 'OPEN', held_for = null, held_until = null, version = version + 1
        where county_id = $1 and held_for = $2 and status = 'HELD' returning id`,
      [tx.actor.countyId, referralId],
    );
    return slot?.id ?? null;
  }

  /** Opens a filled slot in which nobody works any more; false where it is not filled or somebody does. */
  async openFilled(tx: Tx, slotId: string): Promise<boolean> {
    const rows = await tx.query(
      `update job_slot s set status = 'OPEN', version = version + 1
        where s.county_id = $1 and s.id = $2 and s.status = 'FILLED'
          and not exists (select from placement l
                where l.county_id = s.county_id and l.slot_id = s.id
                  and l.status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED'))
        returning s.id`,
      [tx.actor.countyId, slotId],
    );
    return rows.length > 0;
  }
}
