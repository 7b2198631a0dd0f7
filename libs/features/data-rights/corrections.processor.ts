import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#platform/jobs/job-context';
import { HandlesJob } from '#platform/jobs/job-registry';
import { CorrectionsService } from './corrections.service';
import { CorrectionRequested } from './erasures.jobs';

/** Tells the caseworker that a client says something is wrong about her. */
@Injectable()
@HandlesJob(CorrectionRequested)
export class CorrectionRequestedProcessor implements JobHandler {
  constructor(private readonly corrections: CorrectionsService) {}

  async handle(job: JobContext): Promise<void> {
    await job.complete((tx) => this.corrections.raiseTask(tx, job.subjectId));
  }
}
