import { Injectable } from '@nestjs/common';
import type { BatchOverrideReason } from '#domain/group-placement/batch-codes';
import type { Tx } from '#platform/database/transaction';

/** Every query of a batch's files, by name. */
@Injectable()
export class BatchFilesRepository {
  /** Title and enterprise of these positions, by id. */
  async positionNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; name: string }>(
      `select p.id, p.title || '（' || o.name || '）' as name
         from position p join organisation o on o.county_id = p.county_id and o.id = p.organisation_id
        where p.county_id = $1 and p.id = any ($2::uuid[])`,
      [tx.actor.countyId, ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Decisions that hold, counted by reason: a swap is one. */
  overrideCounts(tx: Tx, batchId: string): Promise<{ reason: BatchOverrideReason; count: number }[]> {
    return tx.query(
      `select o.reason, count(distinct o.act_id)::int as count from batch_override o
        where o.county_id = $1 and o.batch_id = $2 and o.undone_at is null group by o.reason order by o.reason`,
      [tx.actor.countyId, batchId],
    );
  }

  /** How many rows the commit proposed, and how many it gave back. */
  async resultCounts(tx: Tx, batchId: string): Promise<{ proposed: number; givenBack: number }> {
    const [row] = await tx.query<{ proposed: number; givenBack: number }>(
      `select count(*) filter (where a.result = 'PROPOSED')::int as proposed,
              count(*) filter (where a.result = 'REFUSED')::int as "givenBack"
         from batch_assignment a where a.county_id = $1 and a.batch_id = $2`,
      [tx.actor.countyId, batchId],
    );
    return row ?? { proposed: 0, givenBack: 0 };
  }
}
