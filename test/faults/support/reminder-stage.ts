import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { addDays, dayOf } from '#domain/common/day';
import { seedDatabase } from '#database/seeds/seed';
import { masterKey } from '#platform/crypto/master-key';
import { testDatabase, type TestDatabase } from '#testing/database';
import { startMailbox, type Mailbox } from './mailbox';

/** How a run of reminders ended, as readers and the database have it. */
export interface ReminderOutcome {
  /** Reminders that nobody got. */
  readonly lost: number;
  /** Digests of one person and day that came a second time under another Message-ID. */
  readonly twice: number;
  readonly reminders: number;
  readonly states: readonly string[];
  /** Announcements that are not done. */
  readonly unfinished: number;
  readonly deliveries: number;
}

/** What a stage is given besides a database of the test server. */
export interface StageParts {
  readonly name: string;
  readonly redisUrl?: string;
  /** How long the mail server takes to answer a mail that it has. */
  readonly answersAfterMs: number;
  readonly republishAfterMs: number;
}

/** The day that the subject of a digest begins with. */
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** A county whose caseworkers are reminded by mail, and the environment of a worker that does it. */
export class ReminderStage {
  private announced = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly mailbox: Mailbox,
    readonly environment: Readonly<Record<string, string>>,
    private readonly home: string,
    private readonly recipients: readonly { readonly membershipId: string; readonly milestoneId: string }[],
    private readonly countyId: string,
  ) {}

  static async open(parts: StageParts): Promise<ReminderStage> {
    const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
    const [database, mailbox] = await Promise.all([testDatabase(), startMailbox(parts.answersAfterMs)]);
    const founding = { migrateUrl: database.urls.migrateUrl, masterKey: masterKey(home), demoPassword: null };
    await seedDatabase({ ...founding, scale: 'county' });
    await database.admin.query('truncate placement, reminder, outbox_event cascade');
    const { rows } = await database.admin.query<{ id: string }>('select id from county');
    const environment = environmentOf(parts, { home, database, mailbox });
    const recipients = await dueFollowUps(database);
    return new ReminderStage(database, mailbox, environment, home, recipients, rows[0]?.id ?? '');
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
    const reminders = Array.from({ length: count }, () => {
      const recipient = this.recipients[this.announced % this.recipients.length];
      const day = addDays(dayOf(new Date()), -1 - Math.floor(this.announced / this.recipients.length));
      this.announced += 1;
      return { id: uuidv7(), outboxId: uuidv7(), day, ...recipient };
    });
    await this.rows(
      `with planned as (
         select * from jsonb_to_recordset($2::jsonb)
           as p (id uuid, "outboxId" uuid, day date, "membershipId" uuid, "milestoneId" uuid)),
       made as (
         insert into reminder (county_id, id, recipient_membership_id, day, kind, subject_ids, state, created_at)
         select $1, id, "membershipId", day, 'FOLLOW_UP', array["milestoneId"], 'PENDING', now() from planned)
       insert into outbox_event (county_id, id, job, subject_id, data, due_at, created_at)
       select $1, "outboxId", 'reminder.deliver', id, '{}', now(), now() from planned`,
      [this.countyId, JSON.stringify(reminders)],
    );
  }

  /** Waits until nothing is left to do; false where it takes longer. */
  async allDone(withinMs: number): Promise<boolean> {
    const deadline = Date.now() + withinMs;
    while (Date.now() < deadline) {
      const [row] = await this.rows<{ n: number }>(
        `select count(*)::int as n from outbox_event where job = 'reminder.deliver' and done_at is null`,
      );
      if (row?.n === 0) return true;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return false;
  }

  /** What readers got against what was announced. */
  async outcome(): Promise<ReminderOutcome> {
    const reminders = await this.rows<{ day: string; address: string; state: string }>(
      `select r.day::text as day, m.work_email as address, r.state from reminder r
         join membership m on m.id = r.recipient_membership_id`,
    );
    const got = [...this.mailbox.mails.values()].map(({ to, subject }) => `${to} ${DAY.exec(subject)?.[0] ?? subject}`);
    const received = new Set(got);
    const lost = reminders.filter(({ day, address }) => !received.has(`${address} ${day}`)).length;
    const [row] = await this.rows<{ unfinished: number; deliveries: number }>(
      `select (select count(*)::int from outbox_event where job = 'reminder.deliver' and done_at is null) as unfinished,
              (select count(*)::int from delivery where state = 'SENT') as deliveries`,
    );
    return {
      lost,
      twice: got.length - received.size,
      reminders: reminders.length,
      states: [...new Set(reminders.map(({ state }) => state))].sort(),
      unfinished: row?.unfinished ?? -1,
      deliveries: row?.deliveries ?? -1,
    };
  }
}

function environmentOf(
  { name, redisUrl, republishAfterMs }: StageParts,
  { home, database, mailbox }: { home: string; database: TestDatabase; mailbox: Mailbox },
): Readonly<Record<string, string>> {
  const { appUrl, relayUrl, queueUrl } = database.urls;
  const passed = ['PATH', 'HOME', ...(redisUrl === undefined ? ['REDIS_URL', 'QUEUE_BACKEND'] : [])];
  return {
    ...(Object.fromEntries(
      passed.map((key) => [key, process.env[key] ?? '']).filter(([, value]) => value !== ''),
    ) as Record<string, string>),
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

/** One person at work and one follow-up due, for each caseworker. */
async function dueFollowUps({ admin }: TestDatabase): Promise<{ membershipId: string; milestoneId: string }[]> {
  await admin.query(`update membership set work_email = id || '@office.example' where role = 'CASEWORKER'`);
  await admin.query(
    `insert into placement (county_id, id, client_id, mode, hire_date, contract_from, agreed_pay_fen, pay_cycle_days, weekly_hours,
                            shift, employment_type, job_code, grade, status)
     select distinct on (caseworker_membership_id) county_id, gen_random_uuid(), id, 'SELF_EMPLOYED', current_date - 1, current_date - 1,
            300000, 30, 20, 'DAY', 'PART_TIME', 'J', '1', 'ACTIVE' from client order by caseworker_membership_id, id`,
  );
  const { rows } = await admin.query<{ membershipId: string; milestoneId: string }>(
    `with due as (
       insert into follow_up_milestone (county_id, id, placement_id, client_id, code, raw_on, due_on, window_working_days, channel, status)
       select county_id, gen_random_uuid(), id, client_id, 'D1', $1, $1, 1, 'PHONE', 'DUE' from placement returning id, client_id)
     select c.caseworker_membership_id as "membershipId", due.id as "milestoneId" from due join client c on c.id = due.client_id`,
    [dayOf(new Date())],
  );
  return rows;
}
