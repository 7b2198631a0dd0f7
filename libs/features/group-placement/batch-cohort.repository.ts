import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LIVE_PLACEMENT_STATES } from '#domain/placements/placement-lifecycle';
import { visibleTo } from '#platform/access/visible';
import { keepPlan } from '#platform/database/kept-plan';
import type { Page, PageRequest } from '#platform/database/page';
import type { Tx } from '#platform/database/transaction';

/** How a client stands to a batch. */
export interface CohortStanding {
  readonly clientId: string;
  readonly isIn: boolean;
  readonly isElsewhere: boolean;
  readonly objects: boolean;
  readonly entryActive: boolean;
  readonly atWork: boolean;
  readonly holdsSlot: boolean;
}

/** A running placement: one that has begun or is agreed. */
export const AT_WORK = `exists (select from placement l where l.county_id = c.county_id and l.client_id = c.id
  and l.status in ('${LIVE_PLACEMENT_STATES.join("', '")}'))`;

/** A slot that is held for a referral of hers. */
export const HOLDS_SLOT = `exists (select from referral r join job_slot j on j.county_id = r.county_id and j.held_for = r.id
  where r.county_id = c.county_id and r.client_id = c.id and j.status = 'HELD')`;

const ENTRY_ACTIVE = `exists (select from programme_entry e where e.county_id = c.county_id and e.client_id = c.id and e.status = 'ACTIVE')`;

const IN_OPEN_BATCH = `exists (select from batch_assignment a where a.county_id = c.county_id and a.client_id = c.id and a.is_open)`;

const IS_CANDIDATE = `c.erased_at is null and not c.objects_to_ranking and ${ENTRY_ACTIVE} and not ${AT_WORK} and not ${HOLDS_SLOT}
  and not ${IN_OPEN_BATCH} and ($2::text is null or c.township = $2)`;

/** Every query about who is in a batch or could be, by name. */
@Injectable()
export class BatchCohortRepository {
  /** One page of the ids of clients who may be added, in order of file number, with one more than asked for. */
  async candidates(tx: Tx, township: string | null, request: PageRequest): Promise<Page<{ readonly id: string }>> {
    const visible = visibleTo(tx, 'client', 'c');
    const where = `${visible.sql} and ${IS_CANDIDATE}`;
    const [count] = await tx.query<{ n: number }>(`select count(*)::int as n from client c where ${where}`, [
      visible.value,
      township,
    ]);
    const rows = await tx.query<{ id: string }>(
      `select c.id from client c where ${where} and ($3::text is null or (c.file_number, c.id) > ($3, $4::uuid))
        order by c.file_number, c.id limit $5`,
      [visible.value, township, request.after?.sortKey ?? null, request.after?.id ?? null, request.limit + 1],
    );
    return { rows, totalCount: count?.n ?? 0 };
  }

  /** How these clients stand to a batch; who is not visible is missing. */
  async standings(tx: Tx, batchId: string, clientIds: readonly string[]): Promise<ReadonlyMap<string, CohortStanding>> {
    const visible = visibleTo(tx, 'client', 'c');
    const rows = await tx.query<CohortStanding>(
      keepPlan(`select c.id as "clientId", ${ENTRY_ACTIVE} as "entryActive", ${AT_WORK} as "atWork", ${HOLDS_SLOT} as "holdsSlot",
              c.objects_to_ranking as objects,
              exists (select from batch_assignment a where a.county_id = c.county_id and a.client_id = c.id and a.batch_id = $2) as "isIn",
              exists (select from batch_assignment a where a.county_id = c.county_id and a.client_id = c.id
                         and a.is_open and a.batch_id <> $2) as "isElsewhere"
         from client c where ${visible.sql} and c.erased_at is null and c.id = any ($3::uuid[])`),
      [visible.value, batchId, clientIds],
    );
    return new Map(rows.map((row) => [row.clientId, row]));
  }

  /** Puts these clients into a batch; who came into another one meanwhile stays out. Gives how many came in. */
  async add(tx: Tx, batchId: string, clientIds: readonly string[]): Promise<number> {
    const rows = await tx.query(
      `insert into batch_assignment (county_id, id, batch_id, client_id, added_by_membership_id, created_at)
       select $1, n.id, $2, n.client_id, $3, $4 from unnest($5::uuid[], $6::uuid[]) n (id, client_id)
       on conflict do nothing returning id`,
      [tx.actor.countyId, batchId, tx.actor.membershipId, tx.now, clientIds.map(() => uuidv7()), clientIds],
    );
    return rows.length;
  }

  /** Takes these clients out of a batch; gives how many were in. */
  async remove(tx: Tx, batchId: string, clientIds: readonly string[]): Promise<number> {
    const visible = visibleTo(tx, 'batch_assignment', 'a', { act: 'write' });
    const rows = await tx.query(
      `delete from batch_assignment a where ${visible.sql} and a.batch_id = $2 and a.client_id = any ($3::uuid[]) returning a.id`,
      [visible.value, batchId, clientIds],
    );
    return rows.length;
  }
}
