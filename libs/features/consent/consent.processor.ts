import { Injectable } from '@nestjs/common';
import type { ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesSchedule } from '#platform/jobs/job-registry';
import { ConsentRequestsService } from './consent-requests.service';
import { ConsentExpire } from './consent.jobs';
import { ConsentService } from './consent.service';

/** Runs the daily end of consents. Nothing hangs on it: what is over reads as over from its first minute. */
@Injectable()
@HandlesSchedule(ConsentExpire)
export class ConsentExpireProcessor implements ScheduleHandler {
  constructor(
    private readonly consents: ConsentService,
    private readonly requests: ConsentRequestsService,
  ) {}

  async handle(context: ScheduleContext): Promise<void> {
    const expired = await context.transact((tx) => this.consents.expirePast(tx));
    const lapsed = await context.transact((tx) => this.requests.lapsePast(tx));
    if (expired + lapsed > 0) context.log.info('consents and requests ended', { count: expired + lapsed });
  }
}
