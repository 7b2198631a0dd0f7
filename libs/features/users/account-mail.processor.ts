import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AccountLinks } from '#platform/auth/account-links';
import type { Tx } from '#platform/database/transaction';
import { PermanentFault, type JobContext, type JobHandler } from '#platform/jobs/job-context';
import { HandlesJob } from '#platform/jobs/job-registry';
import { isRefusedForGood } from '#platform/mail/mail-fault';
import { Mailer, type Mail } from '#platform/mail/mailer';
import type { LinkPurpose } from './account-link.entity';
import { accountMail, type AccountNoticeKind } from './account-mail';
import { AccountLinkDeliver, AccountNotice } from './account.jobs';

/** Sends a mail, then writes down that it went: once, however often this runs. */
@Injectable()
export class AccountPost {
  constructor(private readonly mailer: Mailer) {}

  /** Sends one mail of a job; its message id is the same on every try, so that a repetition can be told. */
  async send(job: JobContext, effect: string, mail: Omit<Mail, 'messageId'>): Promise<void> {
    const messageId = `${effect}@tonggong`;
    const state = await this.transmit({ ...mail, messageId });
    await job.complete((tx) => this.keep(tx, job.outboxId, { effect, state, messageId }));
  }

  private async transmit(mail: Mail): Promise<'SENT' | 'SKIPPED'> {
    try {
      return (await this.mailer.send(mail)) === 'SENT' ? 'SENT' : 'SKIPPED';
    } catch (error) {
      if (isRefusedForGood(error)) throw new PermanentFault('The mail server knows no such mailbox.');
      throw error;
    }
  }

  private async keep(
    tx: Tx,
    outboxId: string,
    sent: { readonly effect: string; readonly state: string; readonly messageId: string },
  ): Promise<void> {
    await tx.query(
      `insert into delivery (county_id, id, outbox_event_id, effect_key, channel, state, provider_message_id, delivered_at)
       values ($1, $2, $3, $4, 'MAIL', $5, $6, $7) on conflict (county_id, effect_key) do nothing`,
      [tx.actor.countyId, uuidv7(), outboxId, sent.effect, sent.state, sent.messageId, tx.now],
    );
  }
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
    await this.post.send(job, `account-link-${job.subjectId}`, { to: open.address, ...text });
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
    await this.post.send(job, `account-notice-${job.outboxId}`, {
      to: address,
      ...accountMail(job.data.kind, null),
    });
  }
}
