import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/transaction';
import type { JobContext, JobHandler } from '#platform/jobs/job-context';
import { HandlesJob } from '#platform/jobs/job-registry';
import { ImportEngine } from './import-engine';
import { ImportRequested } from './imports.jobs';

/** Imports the file of a run. */
@Injectable()
@HandlesJob(ImportRequested)
export class ImportRequestedProcessor implements JobHandler {
  constructor(private readonly engine: ImportEngine) {}

  async handle(job: JobContext): Promise<void> {
    await this.engine.run(job, job.subjectId);
  }

  requesterGone(tx: Tx, runId: string): Promise<void> {
    return this.engine.stop(tx, runId, 'REQUESTER_GONE');
  }
}
