import { Injectable } from '@nestjs/common';
import type { ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesSchedule } from '#platform/jobs/job-registry';
import { PositionStale } from './positions.jobs';
import { PositionsService } from './positions.service';

/** Runs the daily look for positions that went stale. */
@Injectable()
@HandlesSchedule(PositionStale)
export class PositionStaleProcessor implements ScheduleHandler {
  constructor(private readonly positions: PositionsService) {}

  async handle(context: ScheduleContext): Promise<void> {
    const count = await context.transact((tx) => this.positions.markStale(tx));
    if (count > 0) context.log.info('positions went stale', { count });
  }
}
