import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { BatchSolvePhase } from '#domain/group-placement/batch-codes';
import { mayBecome } from '#domain/common/lifecycle';
import { BATCH_LIFECYCLE } from '#domain/group-placement/batch-lifecycle';
import type { Tx } from '#platform/database/transaction';
import type { JobContext } from '#platform/jobs/job-context';
import { BatchInstancesRepository, type StoredInstance } from './batch-instances.repository';
import { BatchResultsRepository, type KeptResult } from './batch-results.repository';
import { BatchSolvesRepository } from './batch-solves.repository';
import { PlacementBatchesRepository } from './placement-batches.repository';
import { PlacementBatchesService } from './placement-batches.service';

/** Writes phases while a computation goes on. */
export interface ProgressNotes {
  at(phase: BatchSolvePhase): void;
  /** Waits for what is being written. */
  settled(): Promise<void>;
}

/** Keeps how a run of the worker stands: begun, at a phase, failed, done. */
@Injectable()
export class BatchSolveKeeper {
  constructor(
    private readonly batches: PlacementBatchesRepository,
    private readonly solves: BatchSolvesRepository,
    private readonly instances: BatchInstancesRepository,
    private readonly results: BatchResultsRepository,
    private readonly steps: PlacementBatchesService,
  ) {}

  /** Begins a run and gives its batch; null where it has ended. */
  async begin(tx: Tx, solveId: string): Promise<string | null> {
    if (!(await this.solves.begin(tx, solveId))) return null;
    const batchId = (await this.solves.byId(tx, solveId))?.batchId ?? null;
    if (batchId !== null) await this.steps.notify(tx, batchId);
    return batchId;
  }

  /** Notes the phase and tells open screens; false where the run was stopped. */
  note(job: JobContext, solveId: string, phase: BatchSolvePhase): Promise<boolean> {
    return job.transact(async (tx) => {
      const batchId = await this.solves.note(tx, solveId, phase);
      if (batchId !== null) await this.steps.notify(tx, batchId);
      return batchId !== null;
    });
  }

  /** Notes phases as they come; one that passes while the one before is written is left out. */
  progress(job: JobContext, solveId: string): ProgressNotes {
    let latest: BatchSolvePhase | null = null;
    let writing: Promise<void> | null = null;
    const write = async (): Promise<void> => {
      try {
        while (latest !== null) {
          const phase = latest;
          latest = null;
          await this.note(job, solveId, phase);
        }
      } catch (error) {
        job.log.warn('phase of the solver not noted', { subjectId: solveId }, error); // the run itself goes on
      } finally {
        writing = null;
      }
    };
    return {
      at: (phase) => {
        latest = phase;
        writing ??= write();
      },
      settled: async () => {
        latest = null;
        await writing;
      },
    };
  }

  /** False where the run was stopped, or is over. */
  isRunning(job: JobContext, solveId: string): Promise<boolean> {
    return job.transact(async (tx) => (await this.solves.byId(tx, solveId))?.state === 'RUNNING', { readOnly: true });
  }

  /** Gives a run up, with the reason. */
  async fail(job: JobContext, solveId: string, errorCode: string): Promise<void> {
    await job.complete((tx) => this.giveUp(tx, solveId, errorCode));
  }

  /** The run failed; its batch stands where it stood before, and whoever answers for it may start another. */
  async giveUp(tx: Tx, solveId: string, errorCode: string): Promise<void> {
    const solve = await this.solves.byId(tx, solveId);
    if (solve === null || !(await this.solves.fail(tx, solveId, errorCode))) return;
    await this.steps.tell(tx, solve.batchId, 'placement_batch.solve_failed');
  }

  /** Keeps a result that follows from a person's act at once, as a run of its own on the instance that there is. */
  async keepAnew(tx: Tx, cause: 'OVERRIDE' | 'UNDO', result: Omit<KeptResult, 'solveId'>): Promise<void> {
    const solveId = uuidv7();
    await this.solves.insert(tx, { id: solveId, batchId: result.batchId, cause, state: 'RUNNING' });
    await this.results.keep(tx, { ...result, solveId });
  }

  /** Keeps a result: instance, run, rows and the batch's step in one transaction, or nothing of it. */
  async keep(tx: Tx, instance: StoredInstance, result: KeptResult): Promise<void> {
    const batch = await this.batches.locked(tx, instance.batchId);
    if (batch?.solve?.id !== result.solveId || batch.solve.state !== 'RUNNING') return; // stopped, or done by another worker
    await this.instances.insert(tx, instance);
    await this.results.keep(tx, result);
    if (mayBecome(BATCH_LIFECYCLE, batch.status, 'SOLVED')) await this.batches.update(tx, batch, { status: 'SOLVED' });
    await this.steps.tell(tx, batch.id, 'placement_batch.solved');
  }
}
