import { Injectable } from '@nestjs/common';
import type { CertificateFile } from '#domain/group-placement/batch-run';
import { SOLVER_VERSION } from '#domain/group-placement/solver/solve-placement';
import type { Tx } from '#platform/database/transaction';
import type { ExplainedRow, ExplainedRun } from './batch-explainer';

/** A result that is to be kept. */
export interface KeptResult extends ExplainedRun {
  readonly batchId: string;
  readonly solveId: string;
  readonly instanceId: string;
  readonly inputHash: string;
  readonly solverMillis: number;
  readonly proof: CertificateFile;
}

/** Keeps results; the caller's transaction makes it all or nothing. */
@Injectable()
export class BatchResultsRepository {
  /** Ends a running run with its result and writes every row. Throws where it runs no more: nothing of it may stay. */
  async keep(tx: Tx, result: KeptResult): Promise<void> {
    const ended = await tx.query(
      `update batch_solve set state = 'DONE', phase = 'WRITING', permille = 1000, finished_at = $3, solver_millis = $4,
              instance_id = $5, input_hash = $6, solver_version = $7, outcome = $8, certificate = $9, version = version + 1
        where county_id = $1 and id = $2 and state = 'RUNNING' returning id`,
      [
        tx.actor.countyId,
        result.solveId,
        tx.now,
        result.solverMillis,
        result.instanceId,
        result.inputHash,
        SOLVER_VERSION,
        JSON.stringify(result.outcome),
        JSON.stringify(result.proof),
      ],
    );
    if (ended.length === 0) throw new Error('A result was to be kept for a run that is over.');
    await this.writeRows(tx, result.batchId, result.rows);
  }

  private async writeRows(tx: Tx, batchId: string, rows: readonly ExplainedRow[]): Promise<void> {
    await tx.query(
      `update batch_assignment a
          set position_id = n."positionId", score = n.score, parts = n.parts, reasons = n.reasons, blockers = n.blockers,
              group_key = n."groupKey", version = a.version + 1
         from jsonb_to_recordset($3::jsonb) as n ("clientId" uuid, "positionId" uuid, score integer, parts jsonb,
              reasons jsonb, blockers jsonb, "groupKey" text)
        where a.county_id = $1 and a.batch_id = $2 and a.client_id = n."clientId"`,
      [tx.actor.countyId, batchId, JSON.stringify(rows)],
    );
  }
}
