import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { addDays, dayOf } from '#domain/common/day';
import { seedDatabase } from '#database/seeds/seed';
import { masterKey } from '#platform/crypto/master-key';
import { testDatabase, type TestDatabase } from '#testing/database';
import { KillableWorker } from './support/killable-worker';
import { startMailbox, type Mailbox } from './support/mailbox';

const KILLS = 20;
const PER_ROUND = 6;
const ALL_DONE_WITHIN_MS = 60_000;
/**
 * Today's own digests, which every worker sets up, may lie ahead: they leave at nine. What a worker took up counts
 * though it was put off, as a reminder is that another process still seems to hold.
 */
const DUE = `(reminder.attempts > 0
              or exists (select from outbox_event o where o.subject_id = reminder.id and o.due_at <= now()))`;
const SEED = Number(process.env['FAULT_SEED'] ?? '20260311');

/** Park and Miller: the same seed, the same kills. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed % 2_147_483_647;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

describe(`a worker that is killed with reminders in its hands (seed ${SEED})`, () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  const random = randomFrom(SEED);
  let database: TestDatabase;
  let mailbox: Mailbox;
  let environment: Record<string, string>;
  let countyId: string;
  let recipients: { readonly membershipId: string; readonly milestoneId: string }[];

  beforeAll(async () => {
    [database, mailbox] = await Promise.all([testDatabase(), startMailbox(120)]);
    const founding = { migrateUrl: database.urls.migrateUrl, masterKey: masterKey(home), demoPassword: null };
    await seedDatabase({ ...founding, scale: 'county' });
    await rows('truncate placement, reminder, outbox_event cascade');
    countyId = (await rows<{ id: string }>('select id from county'))[0]?.id ?? '';
    recipients = await dueFollowUps();
    const { appUrl, relayUrl, queueUrl } = database.urls;
    const passed = ['PATH', 'HOME', 'REDIS_URL', 'QUEUE_BACKEND'].map((name) => [name, process.env[name] ?? '']);
    environment = {
      ...(Object.fromEntries(passed.filter(([, value]) => value !== '')) as Record<string, string>),
      NODE_ENV: 'test',
      TONGGONG_HOME: home,
      DATABASE_APP_URL: appUrl,
      DATABASE_RELAY_URL: relayUrl,
      DATABASE_QUEUE_URL: queueUrl,
      DATABASE_POOL: '8',
      QUEUE_PREFIX: `kill-${process.pid}`,
      OUTBOX_REPUBLISH_MS: '15000',
      SMTP_URL: mailbox.url,
      MAIL: 'on',
    };
  });

  afterAll(async () => {
    await database.close();
    await mailbox.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await database.admin.query<T>(sql, parameters)).rows;
  }

  /** One person at work and one follow-up due, for each caseworker. */
  async function dueFollowUps(): Promise<typeof recipients> {
    await rows(`update membership set work_email = id || '@office.example' where role = 'CASEWORKER'`);
    await rows(
      `insert into placement (county_id, id, client_id, mode, hire_date, contract_from, agreed_pay_fen, pay_cycle_days, weekly_hours,
                              shift, employment_type, job_code, grade, status)
       select distinct on (caseworker_membership_id) county_id, gen_random_uuid(), id, 'SELF_EMPLOYED', current_date - 1, current_date - 1,
              300000, 30, 20, 'DAY', 'PART_TIME', 'J', '1', 'ACTIVE' from client order by caseworker_membership_id, id`,
    );
    return rows(
      `with due as (
         insert into follow_up_milestone (county_id, id, placement_id, client_id, code, raw_on, due_on, window_working_days, channel, status)
         select county_id, gen_random_uuid(), id, client_id, 'D1', $1, $1, 1, 'PHONE', 'DUE' from placement returning id, client_id)
       select c.caseworker_membership_id as "membershipId", due.id as "milestoneId" from due join client c on c.id = due.client_id`,
      [dayOf(new Date())],
    );
  }

  /** Announces digests of days gone by, due at once. */
  async function announce(count: number, round: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const { membershipId, milestoneId } = recipients[n % recipients.length] as (typeof recipients)[number];
      const day = addDays(dayOf(new Date()), -1 - round * count - n);
      const id = uuidv7();
      await rows(
        `insert into reminder (county_id, id, recipient_membership_id, day, kind, subject_ids, state, created_at)
         values ($1, $2, $3, $4, 'FOLLOW_UP', array[$5::uuid], 'PENDING', now())`,
        [countyId, id, membershipId, day, milestoneId],
      );
      await rows(
        `insert into outbox_event (county_id, id, job, subject_id, data, due_at, created_at)
         values ($1, $2, 'reminder.deliver', $3, '{}', now(), now())`,
        [countyId, uuidv7(), id],
      );
    }
  }

  const unfinished = async (): Promise<number> =>
    (
      await rows<{ n: number }>(
        `select (select count(*) from reminder where state in ('PENDING', 'CLAIMED') and ${DUE})::int as n`,
      )
    )[0]?.n ?? -1;

  async function allDone(deadline: number): Promise<boolean> {
    while (Date.now() < deadline) {
      if ((await unfinished()) === 0) return true;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    return false;
  }

  it(`loses none and sends none twice over ${KILLS} kills between claimed and delivered`, async () => {
    let kills = 0;
    for (let round = 0; kills < KILLS; round += 1) {
      if (round > KILLS * 3) throw new Error(`Only ${kills} of ${round} kills hit a claimed reminder.`);
      await announce(PER_ROUND, round);
      const worker = new KillableWorker(environment);
      await worker.claimed(1 + random(3), 40_000);
      // By turns before the mail is out, and when it is in and the worker does not know yet.
      if (random(2) === 0) await new Promise((resolve) => setTimeout(resolve, random(100)));
      else await mailbox.nextTransmission();
      if ((await worker.kill()).length > 0) kills += 1;
    }
    const killedAt = Date.now();
    const worker = new KillableWorker(environment);
    const isDone = await allDone(killedAt + ALL_DONE_WITHIN_MS);
    const tookMs = Date.now() - killedAt;
    await worker.stop();
    const reminders = await rows<{ id: string; state: string; attempts: number }>(
      `select id, state, attempts from reminder where ${DUE}`,
    );
    process.stdout.write(
      `kills ${kills}, reminders ${reminders.length}, transmissions ${mailbox.transmissions()}, mails ${mailbox.mails.size}, all done after ${tookMs} ms\n`,
    );
    expect({ isDone, states: [...new Set(reminders.map(({ state }) => state))] }).toEqual({
      isDone: true,
      states: ['SENT'],
    });
    expect(reminders.length).toBeGreaterThanOrEqual(40);
    expect(reminders.some(({ attempts }) => attempts > 1)).toBe(true);
    expect(mailbox.transmissions()).toBeGreaterThan(mailbox.mails.size);
    // Received: each reminder under its own Message-ID, and nobody a day's digest under two.
    expect([...mailbox.mails.keys()].sort()).toEqual(reminders.map(({ id }) => `<reminder-${id}@tonggong>`).sort());
    const digests = [...mailbox.mails.values()].map(({ to, subject }) => `${to} ${subject}`);
    expect(new Set(digests).size).toBe(digests.length);
    expect(await rows(`select state, count(*)::int as n from delivery group by state`)).toEqual([
      { state: 'SENT', n: reminders.length },
    ]);
    expect(
      await rows(`select id from outbox_event where job = 'reminder.deliver' and done_at is null and due_at <= now()`),
    ).toEqual([]);
  }, 400_000);
});
