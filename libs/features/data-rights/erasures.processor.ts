import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#platform/jobs/job-context';
import { HandlesJob } from '#platform/jobs/job-registry';
import { ClientErasure } from './client-erasure.service';
import { ErasureRequestsRepository } from './erasure-requests.repository';
import { ErasureConfirmed, ErasureRequested } from './erasures.jobs';
import { ErasuresService } from './erasures.service';

/** Tells the caseworker that a client wishes to be erased. */
@Injectable()
@HandlesJob(ErasureRequested)
export class ErasureRequestedProcessor implements JobHandler {
  constructor(private readonly erasures: ErasuresService) {}

  async handle(job: JobContext): Promise<void> {
    await job.complete((tx) => this.erasures.raiseTask(tx, job.subjectId));
  }
}

/** Erases the client of a confirmed wish; a second run finds her erased. */
@Injectable()
@HandlesJob(ErasureConfirmed)
export class ErasureConfirmedProcessor implements JobHandler {
  constructor(
    private readonly requests: ErasureRequestsRepository,
    private readonly erasure: ClientErasure,
  ) {}

  async handle(job: JobContext): Promise<void> {
    await job.complete(async (tx) => {
      const request = await this.requests.byId(tx, job.subjectId);
      if (request?.status === 'CONFIRMED') await this.erasure.erase(tx, request.clientId, 'client.erased');
    });
  }
}
