import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReminderSources } from '#features/notifications';
import type { JobContext, JobHandler, ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesJob, HandlesSchedule } from '#platform/jobs/job-registry';
import { FindingDueService } from './finding-due.service';
import { FindingFollowUpService } from './finding-follow-up.service';
import { FindingRemindersService } from './finding-reminders.service';
import { PayFindingsDue, PayFindingStepped } from './finding-steps.jobs';

/** Does what follows from a step. */
@Injectable()
@HandlesJob(PayFindingStepped)
export class PayFindingSteppedProcessor implements JobHandler {
  constructor(private readonly followUp: FindingFollowUpService) {}

  async handle(job: JobContext): Promise<void> {
    await job.complete((tx) => this.followUp.follow(tx, job.subjectId));
  }
}

/** Does every morning what days bring about, each finding in a transaction of its own. */
@Injectable()
@HandlesSchedule(PayFindingsDue)
export class PayFindingsDueProcessor implements ScheduleHandler, OnModuleInit {
  constructor(
    private readonly due: FindingDueService,
    private readonly followUp: FindingFollowUpService,
    private readonly sources: ReminderSources,
    private readonly reminders: FindingRemindersService,
  ) {}

  onModuleInit(): void {
    this.sources.register('ANSWERS_DUE', this.reminders);
  }

  async handle(context: ScheduleContext): Promise<void> {
    const ids = await context.transact((tx) => this.due.candidates(tx));
    let count = 0;
    for (const id of ids) if (await context.transact((tx) => this.due.settle(tx, id))) count += 1;
    const seen = await context.transact((tx) => this.followUp.watch(tx));
    await context.transact((tx) => this.followUp.askAboutSlots(tx));
    await context.transact((tx) => this.followUp.tidy(tx));
    if (count + seen > 0) context.log.info('pay findings moved by the calendar', { count: count + seen });
  }
}
