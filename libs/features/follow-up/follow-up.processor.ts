import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReminderSources } from '#features/notifications';
import { HolidaysLoaded } from '#features/parameters';
import { PlacementEnded, PlacementStarted, PlacementStartMoved } from '#features/placements';
import type { JobContext, JobHandler, ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesJob, HandlesSchedule } from '#platform/jobs/job-registry';
import { EscalationService } from './escalation.service';
import { CaseworkerReminded, FollowUpAnswered, FollowUpSweep } from './follow-up.jobs';
import { JobLossService } from './job-loss.service';
import { MilestonePlanningService } from './milestone-planning.service';
import { WorkAnswersService } from './work-answers.service';

/** Plans the milestones of a new placement, and drops what was to be done until there is work again. */
@Injectable()
@HandlesJob(PlacementStarted)
export class PlacementStartedProcessor implements JobHandler {
  constructor(
    private readonly planning: MilestonePlanningService,
    private readonly jobLoss: JobLossService,
  ) {}

  async handle(job: JobContext): Promise<void> {
    await job.complete(async (tx) => {
      await this.planning.plan(tx, job.subjectId);
      await this.jobLoss.close(tx, job.subjectId);
    });
  }
}

/** Plans a placement anew whose first day was moved. */
@Injectable()
@HandlesJob(PlacementStartMoved)
export class PlacementStartMovedProcessor implements JobHandler {
  constructor(private readonly planning: MilestonePlanningService) {}

  async handle(job: JobContext): Promise<void> {
    await job.complete((tx) => this.planning.planMoved(tx, job.subjectId));
  }
}

/** Plans anew what was provisional, once a year's holidays are loaded; other counties' sweeps do it the next morning. */
@Injectable()
@HandlesJob(HolidaysLoaded)
export class HolidaysLoadedProcessor implements JobHandler {
  constructor(private readonly planning: MilestonePlanningService) {}

  async handle(job: JobContext): Promise<void> {
    await job.complete(async (tx) => {
      await this.planning.settleProvisional(tx);
    });
  }
}

/** Cancels what is open of an ended placement, and opens the way back to work. */
@Injectable()
@HandlesJob(PlacementEnded)
export class PlacementEndedProcessor implements JobHandler {
  constructor(
    private readonly planning: MilestonePlanningService,
    private readonly jobLoss: JobLossService,
  ) {}

  async handle(job: JobContext): Promise<void> {
    await job.complete(async (tx) => {
      await this.planning.cancel(tx, job.subjectId);
      await this.jobLoss.open(tx, job.subjectId);
    });
  }
}

/** Does the office's part of what a client answered by herself. */
@Injectable()
@HandlesJob(FollowUpAnswered)
export class FollowUpAnsweredProcessor implements JobHandler {
  constructor(private readonly answers: WorkAnswersService) {}

  async handle(job: JobContext): Promise<void> {
    await job.complete((tx) => this.answers.settle(tx, job.subjectId));
  }
}

/** Reminds a caseworker by hand of what is late. */
@Injectable()
@HandlesJob(CaseworkerReminded)
export class CaseworkerRemindedProcessor implements JobHandler {
  constructor(private readonly planning: MilestonePlanningService) {}

  async handle(job: JobContext): Promise<void> {
    await job.complete((tx) => this.planning.remindByHand(tx, job.subjectId));
  }
}

/** Runs the daily sweep. */
@Injectable()
@HandlesSchedule(FollowUpSweep)
export class FollowUpSweepProcessor implements ScheduleHandler, OnModuleInit {
  constructor(
    private readonly planning: MilestonePlanningService,
    private readonly escalation: EscalationService,
    private readonly sources: ReminderSources,
  ) {}

  onModuleInit(): void {
    this.sources.register('FOLLOW_UP', this.planning);
    this.sources.register('FOLLOW_UP_BY_HAND', this.planning);
    this.sources.register('FOLLOW_UP_LATE', this.escalation);
  }

  async handle(context: ScheduleContext): Promise<void> {
    const { woken, revived } = await context.transact((tx) => this.planning.sweep(tx));
    if (woken > 0) context.log.info('follow-ups woken', { count: woken });
    if (revived > 0) context.log.warn('reminders announced again', { count: revived });
  }
}
