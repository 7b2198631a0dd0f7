import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/transaction';
import { BatchOverride } from './batch-override.entity';

/** Every write of what people decide, by name. */
@Injectable()
export class BatchOverridesRepository {
  async insert(tx: Tx, overrides: readonly Partial<BatchOverride>[]): Promise<void> {
    await tx.manager.insert(BatchOverride, [...overrides]);
  }

  /** Ends the locks of these clients that still hold: a newer one replaces them. */
  async replaceLocks(tx: Tx, batchId: string, clientIds: readonly string[]): Promise<void> {
    await tx.query(
      `update batch_override set undone_at = $4, undone_by_membership_id = $5, version = version + 1
        where county_id = $1 and batch_id = $2 and client_id = any ($3::uuid[]) and kind = 'LOCK' and undone_at is null`,
      [tx.actor.countyId, batchId, clientIds, tx.now, tx.actor.membershipId],
    );
  }

  /** Ends every override of the decision that this one belongs to; false where it holds no more. */
  async undo(tx: Tx, batchId: string, overrideId: string): Promise<boolean> {
    const rows = await tx.query(
      `update batch_override set undone_at = $4, undone_by_membership_id = $5, version = version + 1
        where county_id = $1 and batch_id = $2 and undone_at is null
          and act_id = (select o.act_id from batch_override o
                         where o.county_id = $1 and o.batch_id = $2 and o.id = $3 and o.undone_at is null)
        returning id`,
      [tx.actor.countyId, batchId, overrideId, tx.now, tx.actor.membershipId],
    );
    return rows.length > 0;
  }
}
