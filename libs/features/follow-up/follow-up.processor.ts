import { Injectable } from '@nestjs/common';
import { PlacementEnded, PlacementStarted } from '#features/placements';
import type { JobContext, JobHandler, ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesJob, HandlesSchedule } from '#platform/jobs/job-registry';
import { FollowUpSweep } from './follow-up.jobs';
import { FollowUpService } from './follow-up.service';

/** Plans the milestones of a new placement. */
@Injectable()
@HandlesJob(PlacementStarted)
export class PlacementStartedProcessor implements JobHandler {
  constructor(private readonly followUp: FollowUpService) {}

  handle(job: JobContext): Promise<void> {
    return job.complete((tx) => this.followUp.plan(tx, job.subjectId));
  }
}

/** Cancels the open milestones of a placement that ended. */
@Injectable()
@HandlesJob(PlacementEnded)
export class PlacementEndedProcessor implements JobHandler {
  constructor(private readonly followUp: FollowUpService) {}

  handle(job: JobContext): Promise<void> {
    return job.complete((tx) => this.followUp.cancel(tx, job.subjectId));
  }
}

/** Runs the morning's look for what is due. */
@Injectable()
@HandlesSchedule(FollowUpSweep)
export class FollowUpSweepProcessor implements ScheduleHandler {
  constructor(private readonly followUp: FollowUpService) {}

  async handle(context: ScheduleContext): Promise<void> {
    const count = await context.transact((tx) => this.followUp.markDue(tx));
    if (count > 0) context.log.info('follow-ups became due', { count });
  }
}
