import { Injectable } from '@nestjs/common';
import { keepPlan } from '#platform/database/kept-plan';
import type { Tx } from '#platform/database/transaction';

/** A row that the commit has not decided yet. */
export interface UndecidedRow {
  readonly id: string;
  readonly clientId: string;
  readonly positionId: string;
}

/** Asked for every row of a batch: a connection keeps their plans. */
const ROW_LOCK = keepPlan(
  `select id, client_id as "clientId", position_id as "positionId" from batch_assignment
    where county_id = $1 and id = $2 and result is null and position_id is not null for update`,
);
const FACTS_LOCK = keepPlan(
  `select 1 from programme_entry e
     join position p on p.county_id = e.county_id and p.id = $3
     join cooperation_agreement g on g.county_id = p.county_id and g.id = p.agreement_id
    where e.county_id = $1 and e.client_id = $2 for update of e for share of p for share of g`,
);
const PROPOSED = keepPlan(
  `update batch_assignment set result = 'PROPOSED', referral_id = $3, version = version + 1 where county_id = $1 and id = $2`,
);

/** Every query about the commit of a batch, by name. */
@Injectable()
export class BatchCommitRepository {
  /** Decides every row without a position at once; there is nothing to propose. */
  async endUnplaced(tx: Tx, batchId: string): Promise<void> {
    await tx.query(
      `update batch_assignment set result = 'UNPLACED', version = version + 1
        where county_id = $1 and batch_id = $2 and position_id is null and result is null`,
      [tx.actor.countyId, batchId],
    );
  }

  /** Ids of the rows that are still to be decided, in the order in which they were added. */
  async undecided(tx: Tx, batchId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from batch_assignment where county_id = $1 and batch_id = $2 and result is null order by id`,
      [tx.actor.countyId, batchId],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes the locks under which a row is decided: the row, the client’s entry, position and agreement; null where it was decided. */
  async locked(tx: Tx, rowId: string): Promise<UndecidedRow | null> {
    const [row] = await tx.query<UndecidedRow>(ROW_LOCK, [tx.actor.countyId, rowId]);
    if (row === undefined) return null;
    await tx.query(FACTS_LOCK, [tx.actor.countyId, row.clientId, row.positionId]);
    return row;
  }

  /** The row was proposed. */
  async noteProposed(tx: Tx, rowId: string, referralId: string): Promise<void> {
    await tx.query(PROPOSED, [tx.actor.countyId, rowId, referralId]);
  }

  /** The row goes back, with the reason. */
  async noteRefused(tx: Tx, rowId: string, code: string): Promise<void> {
    await tx.query(
      `update batch_assignment set result = 'REFUSED', result_code = $3, version = version + 1
        where county_id = $1 and id = $2 and result is null`,
      [tx.actor.countyId, rowId, code],
    );
  }
}
