import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { BatchSolvePhase } from '#domain/group-placement/batch-codes';
import type { BatchRun } from '#domain/group-placement/batch-run';
import type { Decisions } from '#domain/group-placement/decisions';
import { CohortMatches } from '#features/matching';
import type { Tx } from '#platform/database/transaction';
import { RequesterGone, type JobContext } from '#platform/jobs/job-context';
import { ThreadStopped } from '#platform/jobs/warm-thread';
import { BatchExplainer } from './batch-explainer';
import { BatchFactsRepository } from './batch-facts.repository';
import { inputHashOf, instanceFileOf } from './batch-input';
import { BatchInstancesRepository, decisionsIn, type StoredInstance } from './batch-instances.repository';
import { BatchSolveKeeper } from './batch-solve-keeper';
import { PlacementThread } from './placement-thread';

/** What a run starts from. */
interface Prepared {
  readonly instance: StoredInstance;
  readonly decisions: Decisions;
}

/** How often a running computation is asked after: a cancelled one ends within a second. */
const WATCH_MS = 300;

/**
 * Does a run: reads the pairs, computes on the thread, explains, and writes everything in one transaction. A run whose
 * worker died begins anew; one that was stopped leaves nothing.
 */
@Injectable()
export class BatchSolveExecution {
  constructor(
    private readonly keeper: BatchSolveKeeper,
    private readonly facts: BatchFactsRepository,
    private readonly matches: CohortMatches,
    private readonly instances: BatchInstancesRepository,
    private readonly explainer: BatchExplainer,
    private readonly thread: PlacementThread,
  ) {}

  /** Does the job's run; one that has ended is left alone. */
  async execute(job: JobContext): Promise<void> {
    const solveId = job.subjectId;
    const batchId = await job.transact((tx) => this.keeper.begin(tx, solveId));
    if (batchId === null) return;
    if (!(await this.keeper.note(job, solveId, 'RANKING_PAIRS'))) return;
    const prepared = await job.transact((tx) => this.prepare(tx, batchId), { readOnly: true });
    if (typeof prepared === 'string') return this.keeper.fail(job, solveId, prepared);
    const answer = await this.computed(job, solveId, prepared);
    if (answer === null) return;
    const { outcome, solverMillis } = answer;
    if (!outcome.ok) {
      job.log.warn('solver refused', { subjectId: solveId, code: outcome.refusals[0]?.code ?? 'INTERNAL' });
      return this.keeper.fail(job, solveId, errorCodeOf(outcome.refusals[0]?.code));
    }
    await this.keep(job, solveId, prepared, outcome.value, solverMillis);
  }

  /** The cohort, the open slots, every feasible pair and the decisions; or why there is nothing to solve. */
  private async prepare(tx: Tx, batchId: string): Promise<Prepared | 'NO_CLIENTS' | 'NO_OPEN_SLOTS'> {
    const cohort = await this.facts.cohort(tx, batchId);
    if (cohort.length === 0) return 'NO_CLIENTS';
    const positions = await this.facts.openPositions(tx);
    if (positions.length === 0) return 'NO_OPEN_SLOTS';
    const clientIds = cohort.map(({ id }) => id);
    const positionIds = positions.map(({ id }) => id);
    const pairs = await this.matches.feasible(tx, clientIds, positionIds);
    const openSlots = positions.map((position) => position.openSlots);
    const instance: StoredInstance = {
      id: uuidv7(),
      batchId,
      readAt: tx.now,
      weightsVersion: await this.matches.weightsVersion(tx),
      clientIds,
      positionIds,
      pairs: instanceFileOf(clientIds, openSlots, pairs),
    };
    return { instance, decisions: decisionsIn(instance, await this.instances.livePairs(tx, batchId)) };
  }

  /** Runs the thread and looks all the while whether somebody stopped the run; null where it gave nothing. */
  private async computed(job: JobContext, solveId: string, { instance, decisions }: Prepared) {
    const stop = new AbortController();
    const phases = this.keeper.progress(job, solveId);
    job.log.info('solver begun', { subjectId: solveId, count: instance.clientIds.length });
    const watch = setInterval(() => void this.endIfStopped(job, solveId, stop), WATCH_MS);
    try {
      const report = (phase: BatchSolvePhase): void => phases.at(phase);
      return await this.thread.solve(instance.pairs, decisions, stop.signal, report);
    } catch (error) {
      if (error instanceof ThreadStopped) {
        if (stop.signal.reason instanceof RequesterGone) throw stop.signal.reason;
        job.log.info('solver stopped', { subjectId: solveId });
        return null;
      }
      job.log.error('solver fault', { subjectId: solveId }, error);
      await this.keeper.fail(job, solveId, 'INTERNAL');
      return null;
    } finally {
      clearInterval(watch);
      await phases.settled();
    }
  }

  private async endIfStopped(job: JobContext, solveId: string, stop: AbortController): Promise<void> {
    try {
      if (!(await this.keeper.isRunning(job, solveId))) stop.abort();
    } catch (error) {
      if (error instanceof RequesterGone) return stop.abort(error);
      // The computation needs no database; whether it may be kept is asked again under the lock.
      job.log.warn('could not ask whether the solver was stopped', { subjectId: solveId }, error);
    }
  }

  private async keep(
    job: JobContext,
    solveId: string,
    { instance, decisions }: Prepared,
    run: BatchRun,
    solverMillis: number,
  ): Promise<void> {
    if (!(await this.keeper.note(job, solveId, 'WRITING'))) return;
    const explained = await job.transact((tx) => this.explainer.explain(tx, instance, decisions, run), {
      readOnly: true,
    });
    const inputHash = inputHashOf(instance, decisions);
    const { proof } = run;
    await job.complete((tx) =>
      this.keeper.keep(tx, instance, {
        ...explained,
        batchId: instance.batchId,
        solveId,
        instanceId: instance.id,
        inputHash,
        solverMillis,
        proof,
      }),
    );
    job.log.info('batch solved', { subjectId: solveId, count: run.placed, durationMs: solverMillis });
  }
}

/** Decisions that no longer stand together are the supervisor's to mend; everything else is ours. */
const errorCodeOf = (code: string | undefined): string =>
  code === 'PROOF_REFUSED'
    ? code
    : code === 'NO_SUCH_PAIR' || code === 'SEATS_EXCEEDED' || code === 'LOCKED_AND_EXCLUDED'
      ? 'LOCKS_NOT_POSSIBLE'
      : 'INTERNAL';
