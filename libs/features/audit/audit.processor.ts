import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler, ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesJob, HandlesSchedule } from '#platform/jobs/job-registry';
import { AuditChainService } from './audit-chain.service';
import { AuditNight, AuditRetention, AuditVerify } from './audit.jobs';

/** A long chain takes longer than other reads. */
const WALK = { readOnly: true, timeoutMs: 300_000 } as const;

/** Verifies the chain and keeps what was found. */
@Injectable()
@HandlesJob(AuditVerify)
export class AuditVerifyProcessor implements JobHandler {
  constructor(private readonly chain: AuditChainService) {}

  async handle(job: JobContext): Promise<void> {
    const state = await job.transact((tx) => this.chain.walk(tx), WALK);
    if (state.problem !== null)
      job.log.warn('audit chain is broken', { countyId: job.actor.countyId, code: state.problem.code });
    await job.complete((tx) => this.chain.keep(tx, job.subjectId, state));
  }
}

/** Queues the night's verification. */
@Injectable()
@HandlesSchedule(AuditNight)
export class AuditNightProcessor implements ScheduleHandler {
  constructor(private readonly chain: AuditChainService) {}

  async handle(context: ScheduleContext): Promise<void> {
    await context.transact((tx) => this.chain.queue(tx));
  }
}

/** Cuts off what is older than the retention. */
@Injectable()
@HandlesSchedule(AuditRetention)
export class AuditRetentionProcessor implements ScheduleHandler {
  constructor(private readonly chain: AuditChainService) {}

  async handle(context: ScheduleContext): Promise<void> {
    await context.transact((tx) => this.chain.cut(tx), { timeoutMs: WALK.timeoutMs });
  }
}
