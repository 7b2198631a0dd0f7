import { Injectable } from '@nestjs/common';
import type { ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesSchedule } from '#platform/jobs/job-registry';
import { AgreementExpire } from './agreements.jobs';
import { AgreementsService } from './agreements.service';

/** Runs the daily end of agreements. */
@Injectable()
@HandlesSchedule(AgreementExpire)
export class AgreementExpireProcessor implements ScheduleHandler {
  constructor(private readonly agreements: AgreementsService) {}

  async handle(context: ScheduleContext): Promise<void> {
    const count = await context.transact((tx) => this.agreements.expirePast(tx));
    if (count > 0) context.log.info('agreements expired', { count });
  }
}
