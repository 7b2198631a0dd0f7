import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#platform/jobs/job-context';
import { HandlesJob } from '#platform/jobs/job-registry';
import { ReminderDeliveryService } from './reminder-delivery.service';
import { ReminderDeliver } from './reminders.jobs';

/** Mails one reminder. */
@Injectable()
@HandlesJob(ReminderDeliver)
export class ReminderDeliverProcessor implements JobHandler {
  constructor(private readonly delivery: ReminderDeliveryService) {}

  handle(job: JobContext): Promise<void> {
    return this.delivery.deliver(job);
  }
}
