import { Injectable } from '@nestjs/common';
import type { ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesSchedule } from '#platform/jobs/job-registry';
import { PlacementsAdvance } from './placements.jobs';
import { PlacementsService } from './placements.service';

/** Runs the daily look at placements whose day has come. */
@Injectable()
@HandlesSchedule(PlacementsAdvance)
export class PlacementsAdvanceProcessor implements ScheduleHandler {
  constructor(private readonly placements: PlacementsService) {}

  async handle(context: ScheduleContext): Promise<void> {
    const count = await context.transact((tx) => this.placements.advance(tx));
    if (count > 0) context.log.info('placements advanced', { count });
  }
}
