import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReminderSources } from '#features/notifications';
import { PlacementEnded, PlacementStarted } from '#features/placements';
import type { JobContext, JobHandler, ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesJob, HandlesSchedule } from '#platform/jobs/job-registry';
import { FollowUpSweep } from './follow-up.jobs';
import { MilestonePlanningService } from './milestone-planning.service';

/** Plans the milestones of a new placement. */
@Injectable()
@HandlesJob(PlacementStarted)
export class PlacementStartedProcessor implements JobHandler {
  constructor(private readonly planning: MilestonePlanningService) {}

  async handle(job: JobContext): Promise<void> {
    await job.complete((tx) => this.planning.plan(tx, job.subjectId));
  }
}

/** Cancels what is open of an ended placement. */
@Injectable()
@HandlesJob(PlacementEnded)
export class PlacementEndedProcessor implements JobHandler {
  constructor(private readonly planning: MilestonePlanningService) {}

  async handle(job: JobContext): Promise<void> {
    await job.complete((tx) => this.planning.cancel(tx, job.subjectId));
  }
}

/** Runs the daily sweep. */
@Injectable()
@HandlesSchedule(FollowUpSweep)
export class FollowUpSweepProcessor implements ScheduleHandler, OnModuleInit {
  constructor(
    private readonly planning: MilestonePlanningService,
    private readonly sources: ReminderSources,
  ) {}

  onModuleInit(): void {
    this.sources.register('FOLLOW_UP', this.planning);
  }

  async handle(context: ScheduleContext): Promise<void> {
    const { woken, revived } = await context.transact((tx) => this.planning.sweep(tx));
    if (woken > 0) context.log.info('follow-ups woken', { count: woken });
    if (revived > 0) context.log.warn('reminders announced again', { count: revived });
  }
}
