import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#platform/database/transaction';
import { PermanentFault, type JobContext } from '#platform/jobs/job-context';
import { isRefusedForGood } from '#platform/mail/mail-fault';
import { Mailer, type Mail } from '#platform/mail/mailer';
import { ReminderLink } from './reminder-link';
import { ReminderSources, type ReminderKind } from './reminder-sources';
import { ReminderDeliver } from './reminders.jobs';
import { RemindersRepository } from './reminders.repository';
import { digestOf, type MailKind } from './templates';

/** A claimed reminder that is to be sent. */
interface Letter {
  readonly kind: ReminderKind;
  readonly subjectIds: readonly string[];
  readonly mail: Mail;
}

/**
 * Mails one reminder: claim, send with no transaction open, then delivery and mark in one. Killed in between, it is
 * taken up again under the same Message-ID, the idempotency key by which mail servers and readers tell a repetition.
 */
@Injectable()
export class ReminderDeliveryService {
  constructor(
    private readonly reminders: RemindersRepository,
    private readonly sources: ReminderSources,
    private readonly mailer: Mailer,
    private readonly link: ReminderLink,
  ) {}

  /** Delivers the job's reminder. Throws to have it tried again. */
  async deliver(job: JobContext): Promise<void> {
    const id = job.subjectId;
    const claim = await job.transact((tx) => this.claim(tx, id));
    if (claim === 'NOTHING_TO_DO') return;
    if (claim === 'NOTHING_TO_SEND') return job.complete((tx) => this.reminders.settle(tx, id, 'SKIPPED'));
    const marks = { job: ReminderDeliver.name, subjectId: id, outboxId: job.outboxId, generation: job.generation };
    job.log.info('reminder claimed', marks);
    const state = await this.send(job, claim.mail);
    job.log.info('reminder delivered', marks);
    await job.complete(async (tx) => {
      const { messageId } = claim.mail;
      await this.reminders.insertDelivery(tx, {
        id: uuidv7(),
        outboxId: job.outboxId,
        effectKey: `reminder-${id}`,
        state,
        messageId,
      });
      await this.reminders.settle(tx, id, state);
      if (state === 'SENT') await this.sources.of(claim.kind).reminded(tx, claim.subjectIds);
    });
  }

  private async claim(tx: Tx, id: string): Promise<Letter | 'NOTHING_TO_SEND' | 'NOTHING_TO_DO'> {
    const reminder = await this.reminders.claim(tx, id);
    if (reminder === null) {
      if (await this.reminders.isClaimed(tx, id)) throw new Error('The reminder is in another worker’s hands.');
      return 'NOTHING_TO_DO';
    }
    const { day, kind, subjectIds, address } = reminder;
    const entries = address === null ? [] : await this.sources.of(kind).entries(tx, subjectIds);
    if (address === null || entries.length === 0) return 'NOTHING_TO_SEND';
    const mail = {
      to: address,
      messageId: `reminder-${id}@tonggong`,
      ...digestOf(mailKindOf(kind), day, entries, this.link.address),
    };
    return { kind, subjectIds, mail };
  }

  private async send(job: JobContext, mail: Mail): Promise<'SENT' | 'SKIPPED'> {
    try {
      const answer = await this.mailer.send(mail);
      return answer === 'SENT' ? 'SENT' : 'SKIPPED';
    } catch (error) {
      const isHopeless = isRefusedForGood(error);
      await job.transact((tx) => this.reminders.settle(tx, job.subjectId, isHopeless ? 'FAILED' : 'PENDING'));
      if (!isHopeless) throw error;
      throw new PermanentFault('The mail server knows no such mailbox.');
    }
  }
}

/** The words of a kind; throws where it has none, so that no mail goes out empty. */
function mailKindOf(kind: ReminderKind): MailKind {
  if (kind === 'PAYROLL_DUE') throw new Error('There are no words for this kind of mail.');
  return kind;
}
