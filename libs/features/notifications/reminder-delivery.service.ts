import { Injectable } from '@nestjs/common';
import { DeliveryChannel } from '#domain/common/delivery-attempt';
import { Clock } from '#platform/clock/clock';
import type { Tx } from '#platform/database/transaction';
import type { JobContext } from '#platform/jobs/job-context';
import { mailAnswer } from '#platform/mail/mail-answer';
import { Mailer, type Mail } from '#platform/mail/mailer';
import { endDelivery } from '#platform/outbox/deliveries';
import { ReminderLink } from './reminder-link';
import { ReminderSources, type ReminderKind } from './reminder-sources';
import { ReminderDeliver } from './reminders.jobs';
import { RemindersRepository } from './reminders.repository';
import { digestOf, type MailKind } from './templates';

/** A claimed reminder that is to be sent. */
interface Letter {
  readonly kind: ReminderKind;
  readonly subjectIds: readonly string[];
  readonly attempts: number;
  readonly mail: Mail;
}

/** What a claim found instead. */
type NoLetter = 'NOTHING_TO_DO' | 'NOTHING_TO_SEND' | { readonly claimedUntil: Date };

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
    private readonly clock: Clock,
  ) {}

  /** Delivers the job's reminder. What the mail server did not take is put off to its next try. */
  async deliver(job: JobContext): Promise<void> {
    const id = job.subjectId;
    const claim = await job.transact((tx) => this.claim(tx, id));
    if (claim === 'NOTHING_TO_DO') return;
    if (claim === 'NOTHING_TO_SEND') return job.complete((tx) => this.reminders.settle(tx, id, 'SKIPPED'));
    if ('claimedUntil' in claim) return job.postpone(claim.claimedUntil);
    const marks = { job: ReminderDeliver.name, subjectId: id, outboxId: job.outboxId, generation: job.generation };
    job.log.info('reminder claimed', marks);
    const answer = await mailAnswer(this.mailer, claim.mail);
    if (answer.outcome === 'SENT') job.log.info('reminder delivered', marks);
    const { kind, attempts } = claim;
    const effect = { key: `reminder-${id}`, kind, channel: DeliveryChannel.MAIL, attempts, honoursKey: true };
    await endDelivery(job, effect, { answer, now: this.clock.now() }, async (tx, verdict) => {
      const isTriedAgain = verdict.state === 'FAILED' && verdict.nextTryAt !== null;
      await this.reminders.settle(tx, id, isTriedAgain ? 'PENDING' : verdict.state);
      if (verdict.state === 'SENT') await this.sources.of(kind).reminded(tx, claim.subjectIds);
    });
  }

  private async claim(tx: Tx, id: string): Promise<Letter | NoLetter> {
    const reminder = await this.reminders.claim(tx, id);
    if (reminder === null) {
      const ms = await this.reminders.claimedForMs(tx, id);
      return ms === null ? 'NOTHING_TO_DO' : { claimedUntil: new Date(tx.now.getTime() + ms) };
    }
    const { day, kind, subjectIds, address, attempts } = reminder;
    const entries = address === null ? [] : await this.sources.of(kind).entries(tx, subjectIds);
    if (address === null || entries.length === 0) return 'NOTHING_TO_SEND';
    const mail = {
      to: address,
      messageId: `reminder-${id}@tonggong`,
      ...digestOf(mailKindOf(kind), day, entries, this.link.address),
    };
    return { kind, subjectIds, attempts, mail };
  }
}

/** The words of a kind; throws where it has none, so that no mail goes out empty. */
function mailKindOf(kind: ReminderKind): MailKind {
  if (kind === 'PAYROLL_DUE') throw new Error('There are no words for this kind of mail.');
  return kind;
}
