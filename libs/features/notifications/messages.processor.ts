import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#platform/jobs/job-context';
import { HandlesJob } from '#platform/jobs/job-registry';
import { Outbox } from '#platform/outbox/outbox';
import { ClientMessageDeliveryService } from './client-message-delivery.service';
import { ClientMessagesRepository } from './client-messages.repository';
import { MessageAnnounced, MessageDeliver, type MessageData } from './messages.jobs';

/** Makes the message that was announced, once however often this runs. */
@Injectable()
@HandlesJob(MessageAnnounced)
export class MessageAnnouncedProcessor implements JobHandler<MessageData> {
  constructor(
    private readonly messages: ClientMessagesRepository,
    private readonly outbox: Outbox,
  ) {}

  async handle(job: JobContext<MessageData>): Promise<void> {
    await job.complete(async (tx) => {
      const message = { ...job.data, subjectId: job.subjectId, askedBy: job.announcedBy };
      const isNew = await this.messages.insert(tx, job.outboxId, message);
      if (isNew) await this.outbox.add(tx, MessageDeliver, { subjectId: job.outboxId, data: {} });
    });
  }
}

/** Delivers one message. */
@Injectable()
@HandlesJob(MessageDeliver)
export class MessageDeliverProcessor implements JobHandler {
  constructor(private readonly delivery: ClientMessageDeliveryService) {}

  handle(job: JobContext): Promise<void> {
    return this.delivery.deliver(job);
  }
}
