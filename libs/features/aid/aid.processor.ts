import { Injectable } from '@nestjs/common';
import type { ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesSchedule } from '#platform/jobs/job-registry';
import { AidLooksService } from './aid-looks.service';
import { AidSweep } from './aid.jobs';

/** Runs the daily sweep of looks. */
@Injectable()
@HandlesSchedule(AidSweep)
export class AidSweepProcessor implements ScheduleHandler {
  constructor(private readonly looks: AidLooksService) {}

  async handle(context: ScheduleContext): Promise<void> {
    const count = await context.transact((tx) => this.looks.raiseDue(tx));
    if (count > 0) context.log.info('aid requests to be looked at', { count });
  }
}
