import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/transaction';
import type { JobContext, JobHandler } from '#platform/jobs/job-context';
import { HandlesJob } from '#platform/jobs/job-registry';
import { BatchCommitExecution } from './batch-commit-execution';
import { BatchCommitService } from './batch-commit.service';
import { BatchSolveExecution } from './batch-solve-execution';
import { BatchSolveKeeper } from './batch-solve-keeper';
import { BatchCommitJob, BatchSolveJob } from './group-placement.jobs';

/** Does one run of the solver. */
@Injectable()
@HandlesJob(BatchSolveJob)
export class BatchSolveProcessor implements JobHandler {
  constructor(
    private readonly execution: BatchSolveExecution,
    private readonly keeper: BatchSolveKeeper,
  ) {}

  handle(job: JobContext): Promise<void> {
    return this.execution.execute(job);
  }

  requesterGone(tx: Tx, solveId: string): Promise<void> {
    return this.keeper.giveUp(tx, solveId, 'REQUESTER_GONE');
  }
}

/** Proposes the rows of an approved batch. */
@Injectable()
@HandlesJob(BatchCommitJob)
export class BatchCommitProcessor implements JobHandler {
  constructor(
    private readonly execution: BatchCommitExecution,
    private readonly commits: BatchCommitService,
  ) {}

  handle(job: JobContext): Promise<void> {
    return this.execution.execute(job);
  }

  requesterGone(tx: Tx, batchId: string): Promise<void> {
    return this.commits.stop(tx, batchId);
  }
}
