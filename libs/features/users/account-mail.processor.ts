import { Injectable } from '@nestjs/common';
import { DeliveryChannel } from '#domain/common/delivery-attempt';
import { AccountLinks } from '#platform/auth/account-links';
import { Clock } from '#platform/clock/clock';
import type { Tx } from '#platform/database/transaction';
import type { JobContext, JobHandler } from '#platform/jobs/job-context';
import { HandlesJob } from '#platform/jobs/job-registry';
import { mailAnswer } from '#platform/mail/mail-answer';
import { Mailer, type Mail } from '#platform/mail/mailer';
import { endDelivery } from '#platform/outbox/deliveries';
import type { LinkPurpose } from './account-link.entity';
import { accountMail, type AccountNoticeKind } from './account-mail';
import { AccountLinkDeliver, AccountNotice } from './account.jobs';

/** Sends a mail, then writes down what became of it: once, however often this runs. */
@Injectable()
export class AccountPost {
  constructor(
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /** Sends one mail of a job; its message id is the same on every try, so that a repetition can be told. */
  async send(job: JobContext, effect: string, kind: string, mail: Omit<Mail, 'messageId'>): Promise<void> {
    const attempts = await job.transact((tx) => triesOf(tx, effect), { readOnly: true });
    const answer = await mailAnswer(this.mailer, { ...mail, messageId: `${effect}@tonggong` });
    const one = { key: effect, kind, channel: DeliveryChannel.MAIL, attempts: attempts + 1, honoursKey: true };
    await endDelivery(job, one, { answer, now: this.clock.now() });
  }
}

/** How often this effect was tried before. */
async function triesOf(tx: Tx, effect: string): Promise<number> {
  const [row] = await tx.query<{ attempts: number }>(
    'select attempts from delivery where county_id = $1 and effect_key = $2',
    [tx.actor.countyId, effect],
  );
  return row?.attempts ?? 0;
}

/** Mails a link as long as it opens something. */
@Injectable()
@HandlesJob(AccountLinkDeliver)
export class AccountLinkProcessor implements JobHandler {
  constructor(
    private readonly post: AccountPost,
    private readonly links: AccountLinks,
  ) {}

  async handle(job: JobContext): Promise<void> {
    const [open] = await job.transact((tx) =>
      tx.query<{ purpose: LinkPurpose; address: string }>('select * from auth.account_link_mail($1)', [job.subjectId]),
    );
    if (open === undefined) return;
    const text = accountMail(open.purpose, this.links.linkOf(job.subjectId));
    await this.post.send(job, `account-link-${job.subjectId}`, 'ACCOUNT_LINK', { to: open.address, ...text });
  }
}

/** Tells an owner what was done with her account. */
@Injectable()
@HandlesJob(AccountNotice)
export class AccountNoticeProcessor implements JobHandler<{ readonly kind: AccountNoticeKind }> {
  constructor(private readonly post: AccountPost) {}

  async handle(job: JobContext<{ readonly kind: AccountNoticeKind }>): Promise<void> {
    const [row] = await job.transact((tx) =>
      tx.query<{ address: string | null }>('select auth.account_mail($1) as address', [job.subjectId]),
    );
    const address = row?.address ?? null;
    if (address === null) return;
    await this.post.send(job, `account-notice-${job.outboxId}`, 'ACCOUNT_NOTICE', {
      to: address,
      ...accountMail(job.data.kind, null),
    });
  }
}
