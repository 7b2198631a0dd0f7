import { Injectable } from '@nestjs/common';
import { BatchAct, whyNotAct, type BatchActCode } from '#domain/group-placement/batch-acts';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { BatchFactsRepository } from './batch-facts.repository';
import { BatchSolvesRepository } from './batch-solves.repository';
import { BatchSolveJob } from './group-placement.jobs';
import { PlacementBatchesRepository, standingOf } from './placement-batches.repository';
import { PlacementBatchesService } from './placement-batches.service';

/** Starts and stops runs of the solver; the worker does them. */
@Injectable()
export class BatchSolvesService {
  constructor(
    private readonly batches: PlacementBatchesRepository,
    private readonly solves: BatchSolvesRepository,
    private readonly facts: BatchFactsRepository,
    private readonly steps: PlacementBatchesService,
    private readonly outbox: Outbox,
  ) {}

  /** Queues a run over the cohort as it stands. */
  async request(tx: Tx, id: string): Promise<Outcome<{ id: string }, BatchActCode | 'NOT_FOUND' | 'NO_OPEN_SLOTS'>> {
    const may = await this.allowed(tx, id, BatchAct.SOLVE);
    if (!may.ok) return may;
    if ((await this.facts.openPositions(tx)).length === 0) return refused(refusal('NO_OPEN_SLOTS', ['id']));
    const solveId = await this.solves.queue(tx, id);
    await this.outbox.add(tx, BatchSolveJob, { subjectId: solveId, data: {} });
    await this.steps.tell(tx, id, 'placement_batch.solve_started');
    return done({ id });
  }

  /** Stops the run that has not ended; the worker's thread ends within a second. */
  async cancel(tx: Tx, id: string): Promise<Outcome<{ id: string }, BatchActCode | 'NOT_FOUND'>> {
    const may = await this.allowed(tx, id, BatchAct.CANCEL);
    if (!may.ok) return may;
    if (!(await this.solves.cancelOpen(tx, id))) return refused(refusal('NO_SOLVE_RUNNING', ['id'])); // it ended while we waited
    await this.steps.tell(tx, id, 'placement_batch.solve_cancelled');
    return done({ id });
  }

  private async allowed(
    tx: Tx,
    id: string,
    act: BatchAct,
  ): Promise<Outcome<{ id: string }, BatchActCode | 'NOT_FOUND'>> {
    const row = await this.batches.locked(tx, id);
    if (row === null) return refused(refusal('NOT_FOUND', ['id']));
    const code = whyNotAct(act, standingOf(row, tx), tx.now);
    return code === null ? done({ id }) : refused(refusal(code, ['id'], { status: row.status }));
  }
}
