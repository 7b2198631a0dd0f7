import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { BatchSolvePhase, BatchSolveState } from '#domain/group-placement/batch-codes';
import { PHASE_BEGINS_AT } from '#domain/group-placement/batch-codes';
import type { Tx } from '#platform/database/transaction';
import type { StoredOutcome } from './batch-outcome';
import type { SolveCause } from './batch-solve.entity';

/** A run as its job needs it. */
export interface SolveRow {
  readonly id: string;
  readonly batchId: string;
  readonly state: BatchSolveState;
}

/** Every query about runs of the solver, by name. */
@Injectable()
export class BatchSolvesRepository {
  /** Queues the next run of a locked batch; gives its id. */
  async queue(tx: Tx, batchId: string): Promise<string> {
    const id = uuidv7();
    await this.insert(tx, { id, batchId, cause: 'REQUESTED', state: 'QUEUED' });
    return id;
  }

  /** What the result that stands left beside the rows; null before the first. */
  async outcome(tx: Tx, batchId: string): Promise<StoredOutcome | null> {
    const [row] = await tx.query<{ outcome: StoredOutcome }>(
      `select s.outcome from batch_solve s
        where s.county_id = $1 and s.batch_id = $2 and s.state = 'DONE' order by s.seq desc limit 1`,
      [tx.actor.countyId, batchId],
    );
    return row?.outcome ?? null;
  }

  /** One run, or null where there is none. */
  async byId(tx: Tx, id: string): Promise<SolveRow | null> {
    const [row] = await tx.query<SolveRow>(
      `select id, batch_id as "batchId", state from batch_solve where county_id = $1 and id = $2`,
      [tx.actor.countyId, id],
    );
    return row ?? null;
  }

  /** Marks a run as begun, or as begun again after its worker died; false where it has ended. */
  async begin(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query(
      `update batch_solve set state = 'RUNNING', phase = 'READING', permille = 0, started_at = coalesce(started_at, $3),
              version = version + 1
        where county_id = $1 and id = $2 and state in ('QUEUED', 'RUNNING') returning id`,
      [tx.actor.countyId, id, tx.now],
    );
    return rows.length > 0;
  }

  /** Notes what a run is at and gives its batch; null where it was stopped. */
  async note(tx: Tx, id: string, phase: BatchSolvePhase): Promise<string | null> {
    const [row] = await tx.query<{ batchId: string }>(
      `update batch_solve set phase = $3, permille = $4
        where county_id = $1 and id = $2 and state = 'RUNNING' returning batch_id as "batchId"`,
      [tx.actor.countyId, id, phase, PHASE_BEGINS_AT[phase]],
    );
    return row?.batchId ?? null;
  }

  /** Stops the run of a batch that has not ended; false where there is none. */
  async cancelOpen(tx: Tx, batchId: string): Promise<boolean> {
    const rows = await tx.query(
      `update batch_solve set state = 'CANCELLED', finished_at = $3, version = version + 1
        where county_id = $1 and batch_id = $2 and state in ('QUEUED', 'RUNNING') returning id`,
      [tx.actor.countyId, batchId, tx.now],
    );
    return rows.length > 0;
  }

  /** Gives a run up. */
  async fail(tx: Tx, id: string, errorCode: string): Promise<boolean> {
    const rows = await tx.query(
      `update batch_solve set state = 'FAILED', error_code = $3, finished_at = $4, version = version + 1
        where county_id = $1 and id = $2 and state in ('QUEUED', 'RUNNING') returning id`,
      [tx.actor.countyId, id, errorCode, tx.now],
    );
    return rows.length > 0;
  }

  /** Adds the next run of a batch. */
  async insert(
    tx: Tx,
    run: {
      readonly id: string;
      readonly batchId: string;
      readonly cause: SolveCause;
      readonly state: 'QUEUED' | 'RUNNING';
    },
  ): Promise<void> {
    await tx.query(
      `insert into batch_solve (county_id, id, batch_id, seq, cause, state, requested_by_membership_id, created_at, started_at)
       select $1::uuid, $2::uuid, $3::uuid, coalesce(max(s.seq), 0) + 1, $4::text, $5::text, $6::uuid, $7::timestamptz,
              case when $5::text = 'RUNNING' then $7::timestamptz end
         from batch_solve s where s.county_id = $1::uuid and s.batch_id = $3::uuid`,
      [tx.actor.countyId, run.id, run.batchId, run.cause, run.state, tx.actor.membershipId, tx.now],
    );
  }
}
