import { Injectable } from '@nestjs/common';
import { LIVE_PLACEMENT_STATES } from '#domain/placements/placement-lifecycle';
import type { Places } from '#domain/training-plan/plan-problem';
import type { ReferralStatus } from '#domain/referrals/referral-lifecycle';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';

/** States of a referral that has a slot in hand: its client waits for nothing but her own answer. */
const WITH_A_SLOT: readonly ReferralStatus[] = ['OFFERED', 'ACCEPTED'];

/** Who waits for work, those who wait longest first. */
export interface WaitingClients {
  readonly ids: readonly string[];
  /** All of them, also those beyond the most that were asked for. */
  readonly total: number;
}

/** Every query of the training plan about people and places, by name. */
@Injectable()
export class TrainingPlanRepository {
  /** The visible clients in programme without work and without an offer who do not object to ranking. */
  async waiting(tx: Tx, most: number): Promise<WaitingClients> {
    const visible = visibleTo(tx, 'client', 'c');
    const rows = await tx.query<{ id: string; total: number }>(
      `select c.id, count(*) over ()::int as total
         from client c join programme_entry e on e.county_id = c.county_id and e.client_id = c.id and e.status = 'ACTIVE'
        where ${visible.sql} and c.county_id = $2 and c.erased_at is null and not c.objects_to_ranking
          and not exists (select from placement w where w.county_id = c.county_id and w.client_id = c.id and w.status = any ($3))
          and not exists (select from referral r where r.county_id = c.county_id and r.client_id = c.id and r.status = any ($4))
        order by e.started_on, c.id limit $5`,
      [visible.value, tx.actor.countyId, LIVE_PLACEMENT_STATES, WITH_A_SLOT, most],
    );
    return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
  }

  /** The published positions that have open slots, and how many. */
  openPositions(tx: Tx): Promise<Places[]> {
    const visible = visibleTo(tx, 'position', 'p');
    return tx.query(
      `select p.id, count(j.id)::int as places from position p
         join job_slot j on j.county_id = p.county_id and j.position_id = p.id and j.status = 'OPEN'
        where ${visible.sql} and p.county_id = $2 and p.status = 'PUBLISHED' group by p.id order by p.id`,
      [visible.value, tx.actor.countyId],
    );
  }
}
