import { Global, Module } from '@nestjs/common';
import type { ConfigOf } from '../config/config-key';
import { readConfig } from '../config/read-config';
import { mailSettings } from '../config/settings';
import { Mailer } from './mailer';
import { NoMailer, SmtpMailer } from './smtp-mailer';

function mailerOf({ mail, smtpUrl, mailFrom }: ConfigOf<typeof mailSettings>): Mailer {
  if (mail === 'off') return new NoMailer();
  if (smtpUrl === undefined) throw new Error('Mail needs SMTP_URL; to run without mail set MAIL=off.');
  return new SmtpMailer(smtpUrl, mailFrom);
}

/** Lets a process send mail: the worker does, the API never. */
@Global()
@Module({ providers: [{ provide: Mailer, useFactory: () => mailerOf(readConfig(mailSettings)) }], exports: [Mailer] })
export class MailModule {}
