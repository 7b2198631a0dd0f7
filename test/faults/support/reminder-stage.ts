import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { addDays, dayOf } from '#domain/common/day';
import { masterKey } from '#platform/crypto/master-key';
import { testDatabase, type TestDatabase } from '#testing/database';
import { startMailbox, type Mailbox } from './mailbox';
import { plantRecipients, type Recipient } from './reminder-recipients';

/** How the announced reminders ended, as readers and the database have it. */
export interface ReminderOutcome {
  readonly reminders: number;
  /** Reminders that nobody got. */
  readonly lost: number;
  /** Digests of one person and day that a reader has a second time, under another Message-ID. */
  readonly twice: number;
  readonly states: readonly string[];
  /** Announcements that are not done. */
  readonly unfinished: number;
  /** Rows that say that one was delivered. */
  readonly deliveries: number;
}

/** A database under a worker: of the test server, or of a server of its own. */
export type StageDatabase = Pick<TestDatabase, 'urls' | 'admin' | 'close'>;

/** What a stage is made of. */
export interface StageParts {
  readonly name: string;
  /** Of the test server unless told. */
  readonly database?: StageDatabase;
  /** That of the tests unless told. */
  readonly redisUrl?: string;
  /** How long the mail server takes to answer a mail that it has. */
  readonly answersAfterMs: number;
  readonly republishAfterMs: number;
}

const RECIPIENTS = 20;
/** The day that the subject of a digest begins with. */
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** A county whose caseworkers are reminded by mail, and the environment of a worker that does it. */
export class ReminderStage {
  private readonly ids: string[] = [];
  /** Days before this one are announced, also when midnight passes meanwhile. */
  private readonly today = dayOf(new Date());

  private constructor(
    readonly database: StageDatabase,
    readonly mailbox: Mailbox,
    readonly environment: Readonly<Record<string, string>>,
    private readonly home: string,
    private readonly recipients: readonly Recipient[],
  ) {}

  static async open(parts: StageParts): Promise<ReminderStage> {
    const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
    masterKey(home); // made as the operator's start makes it
    const [database, mailbox] = await Promise.all([
      parts.database ?? testDatabase(),
      startMailbox(parts.answersAfterMs),
    ]);
    const recipients = await plantRecipients(database.admin, RECIPIENTS);
    return new ReminderStage(database, mailbox, environmentOf(parts, { home, database, mailbox }), home, recipients);
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.mailbox.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  async rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.database.admin.query<T>(sql, parameters)).rows;
  }

  /** Announces digests of days gone by, due at once: no two of one person and day. */
  async announce(count: number): Promise<void> {
    const planned = Array.from({ length: count }, (_, n) => {
      const number = this.ids.length + n;
      const day = addDays(this.today, -1 - Math.floor(number / RECIPIENTS));
      return { id: uuidv7(), outboxId: uuidv7(), day, ...this.recipients[number % RECIPIENTS] };
    });
    this.ids.push(...planned.map(({ id }) => id));
    await this.rows(
      `with planned as (
         select * from jsonb_to_recordset($1::jsonb) as p
           (id uuid, "outboxId" uuid, day date, "countyId" uuid, "membershipId" uuid, "milestoneId" uuid)),
       made as (
         insert into reminder (county_id, id, recipient_membership_id, day, kind, subject_ids, state, created_at)
         select "countyId", id, "membershipId", day, 'FOLLOW_UP', array["milestoneId"], 'PENDING', now() from planned)
       insert into outbox_event (county_id, id, job, subject_id, data, due_at, created_at)
       select "countyId", "outboxId", 'reminder.deliver', id, '{}', now(), now() from planned`,
      [JSON.stringify(planned)],
    );
  }

  /** How many of the announced ones nobody has taken up yet. */
  async untouched(): Promise<number> {
    const [row] = await this.rows<{ n: number }>(
      `select count(*)::int as n from reminder where id = any($1) and state = 'PENDING' and attempts = 0`,
      [this.ids],
    );
    return row?.n ?? 0;
  }

  /** Waits until nothing that was announced is left to do; false where it takes longer. */
  async allDone(withinMs: number): Promise<boolean> {
    for (const until = Date.now() + withinMs; Date.now() < until;) {
      if ((await this.unfinished()) === 0) return true;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return false;
  }

  /** What readers got against what was announced. */
  async outcome(): Promise<ReminderOutcome> {
    const reminders = await this.rows<{ day: string; address: string; state: string }>(
      `select r.day::text as day, m.work_email as address, r.state
         from reminder r join membership m on m.id = r.recipient_membership_id where r.id = any($1)`,
      [this.ids],
    );
    const got = [...this.mailbox.mails.values()].map(({ to, subject }) => `${to} ${DAY.exec(subject)?.[0] ?? subject}`);
    const received = new Set(got);
    const [row] = await this.rows<{ deliveries: number }>(
      `select count(*)::int as deliveries from delivery where state = 'SENT'`,
    );
    return {
      reminders: reminders.length,
      lost: reminders.filter(({ day, address }) => !received.has(`${address} ${day}`)).length,
      twice: got.length - received.size,
      states: [...new Set(reminders.map(({ state }) => state))].sort(),
      unfinished: await this.unfinished(),
      deliveries: row?.deliveries ?? -1,
    };
  }

  /** Announcements and reminders that are not done, put off or not. */
  private async unfinished(): Promise<number> {
    const [row] = await this.rows<{ n: number }>(
      `select (select count(*) from outbox_event where subject_id = any($1) and done_at is null)::int
              + (select count(*) from reminder where id = any($1) and state in ('PENDING', 'CLAIMED'))::int as n`,
      [this.ids],
    );
    return row?.n ?? -1;
  }
}

/** The outcome of a run in which nothing was lost and nothing came twice. */
export const allReceivedOnce = (reminders: number): ReminderOutcome => ({
  reminders,
  lost: 0,
  twice: 0,
  states: ['SENT'],
  unfinished: 0,
  deliveries: reminders,
});

function environmentOf(
  { name, redisUrl, republishAfterMs }: StageParts,
  { home, database, mailbox }: { home: string; database: StageDatabase; mailbox: Mailbox },
): Readonly<Record<string, string>> {
  const { appUrl, relayUrl, queueUrl } = database.urls;
  const passed = ['PATH', 'HOME', ...(redisUrl === undefined ? ['REDIS_URL', 'QUEUE_BACKEND'] : [])];
  const set = passed.map((key) => [key, process.env[key] ?? '']).filter(([, value]) => value !== '');
  return {
    ...(Object.fromEntries(set) as Record<string, string>),
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    NODE_ENV: 'test',
    TONGGONG_HOME: home,
    DATABASE_APP_URL: appUrl,
    DATABASE_RELAY_URL: relayUrl,
    DATABASE_QUEUE_URL: queueUrl,
    DATABASE_POOL: '8',
    QUEUE_PREFIX: `${name}-${process.pid}`,
    OUTBOX_REPUBLISH_MS: String(republishAfterMs),
    SMTP_URL: mailbox.url,
    MAIL: 'on',
    METRICS_PORT: 'off',
  };
}
