import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#platform/jobs/job-context';
import { HandlesJob } from '#platform/jobs/job-registry';
import { BatchCommitExecution } from './batch-commit-execution';
import { BatchSolveExecution } from './batch-solve-execution';
import { BatchCommitJob, BatchSolveJob } from './group-placement.jobs';

/** Does one run of the solver. */
@Injectable()
@HandlesJob(BatchSolveJob)
export class BatchSolveProcessor implements JobHandler {
  constructor(private readonly execution: BatchSolveExecution) {}

  handle(job: JobContext): Promise<void> {
    return this.execution.execute(job);
  }
}

/** Proposes the rows of an approved batch. */
@Injectable()
@HandlesJob(BatchCommitJob)
export class BatchCommitProcessor implements JobHandler {
  constructor(private readonly execution: BatchCommitExecution) {}

  handle(job: JobContext): Promise<void> {
    return this.execution.execute(job);
  }
}
