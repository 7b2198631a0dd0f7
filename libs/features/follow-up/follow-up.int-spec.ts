import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { v7 as uuidv7 } from 'uuid';
import { systemActor, type Actor } from '#domain/common/actor';
import type { Outcome } from '#domain/common/outcome';
import { seedDatabase } from '#database/seeds/seed';
import { Outbox } from '#platform/outbox/outbox';
import { PlacementEnded, PlacementStarted } from '#features/placements';
import { ShiftedClock } from '#platform/clock/clock';
import { masterKey } from '#platform/crypto/master-key';
import { Transactions } from '#platform/database/transactions';
import { Mailer, type Mail } from '#platform/mail/mailer';
import { PlatformModule } from '#platform/platform.module';
import { testDatabase, type TestDatabase } from '#testing/database';
import { doDueJobs } from '#testing/jobs';
import { ReminderDeliverProcessor } from '../notifications/reminder-deliver.processor';
import { FollowUpJobsModule } from './follow-up-jobs.module';
import { FollowUpReader } from './follow-up-reader';
import { FollowUpModule } from './follow-up.module';
import { PlacementEndedProcessor, PlacementStartedProcessor } from './follow-up.processor';
import { FollowUpService } from './follow-up.service';
import { MilestonePlanningService } from './milestone-planning.service';

/** Wednesday, 10:00 in Shanghai. */
const NOW = '2026-10-14T02:00:00.000Z';

class KeptMail extends Mailer {
  readonly mails: Mail[] = [];
  fault: Error | null = null;

  override send(mail: Mail): Promise<'SENT'> {
    if (this.fault !== null) return Promise.reject(this.fault);
    this.mails.push(mail);
    return Promise.resolve('SENT');
  }
}

interface Milestone {
  readonly id: string;
  readonly code: string;
  readonly status: string;
  readonly due_on: string;
  readonly attempts: number;
  readonly contact_id: string | null;
  readonly last_reminded_at: Date | null;
}

interface Person {
  readonly clientId: string;
  readonly caseworker: Actor;
}

describe('follow-up', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  const mailer = new KeptMail();
  let database: TestDatabase;
  let app: INestApplicationContext;
  let transactions: Transactions;
  let countyId: string;
  let people: Person[];

  beforeAll(async () => {
    database = await testDatabase();
    Object.assign(process.env, { NODE_ENV: 'test', LOG_LEVEL: 'error', TONGGONG_HOME: home, CLOCK_AT: NOW });
    const clock = new ShiftedClock(new Date(NOW));
    const founding = { migrateUrl: database.urls.migrateUrl, masterKey: masterKey(home), demoPassword: null, clock };
    await seedDatabase({ ...founding, scale: 'county' });
    const parts = PlatformModule.forProcess({ processName: 'follow-up', dataSource: database.app });
    const mail = {
      module: class TestMail {},
      global: true,
      providers: [{ provide: Mailer, useValue: mailer }],
      exports: [Mailer],
    };
    app = await NestFactory.createApplicationContext(
      { module: class Tested {}, imports: [parts, mail, FollowUpModule, FollowUpJobsModule] },
      { logger: ['error'] },
    );
    transactions = app.get(Transactions);
    countyId = (await rows<{ id: string }>('select id from county'))[0]?.id ?? '';
  }, 60_000);

  afterAll(async () => {
    await app.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  beforeEach(async () => {
    mailer.mails.length = 0;
    mailer.fault = null;
    await rows('truncate follow_up_milestone, reminder, delivery, job_failure, outbox_event');
    people = (
      await rows<{ client_id: string; id: string; account_id: string; organisation_id: string }>(
        `select distinct on (m.id) c.id as client_id, m.id, m.account_id, m.organisation_id
           from client c join membership m on m.id = c.caseworker_membership_id
          where not exists (select from placement p where p.client_id = c.id) order by m.id, c.id`,
      )
    ).map(({ client_id: clientId, id: membershipId, account_id: accountId, organisation_id: organisationId }) => ({
      clientId,
      caseworker: { countyId, role: 'CASEWORKER', accountId, membershipId, organisationId, clientId: null },
    }));
    await rows(`update membership set work_email = id || '@office.example' where role = 'CASEWORKER'`);
  });

  async function rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await database.admin.query<T>(sql, parameters)).rows;
  }

  function person(index = 0): Person {
    const found = people[index];
    if (found === undefined) throw new Error('The seed has too few caseworkers.');
    return found;
  }

  const work = () =>
    doDueJobs(app, countyId, {
      'placement.started': PlacementStartedProcessor,
      'placement.ended': PlacementEndedProcessor,
      'reminder.deliver': ReminderDeliverProcessor,
    });

  /** Somebody who begins work of her own, announced as the placements feature does. */
  async function aPlacement(clientId: string, hireDate: string): Promise<string> {
    const id = uuidv7();
    await rows(
      `insert into placement (county_id, id, client_id, mode, hire_date, contract_from, agreed_pay_fen, pay_cycle_days, weekly_hours,
                              shift, employment_type, job_code, grade, status)
       values ($1, $2, $3, 'SELF_EMPLOYED', $4, $4, 300000, 30, 20, 'DAY', 'PART_TIME', 'J', '1', 'ACTIVE')`,
      [countyId, id, clientId, hireDate],
    );
    await announce(PlacementStarted, id);
    return id;
  }

  const announce = (job: typeof PlacementStarted, id: string) =>
    transactions.run(systemActor(countyId, 'test'), (tx) => app.get(Outbox).add(tx, job, { subjectId: id, data: {} }));

  const milestonesOf = (placementId: string) =>
    rows<Milestone>(
      'select *, due_on::text as due_on from follow_up_milestone where placement_id = $1 order by raw_on, code',
      [placementId],
    );

  async function milestone(placementId: string, code: string): Promise<Milestone> {
    const found = (await milestonesOf(placementId)).find((one) => one.code === code);
    if (found === undefined) throw new Error(`No milestone ${code}.`);
    return found;
  }

  const sweepAt = (instant: string) =>
    transactions.run(systemActor(countyId, 'follow-up.sweep'), (tx) =>
      app.get(MilestonePlanningService).sweep({ ...tx, now: new Date(instant) }),
    );

  async function record(actor: Actor, milestoneId: string, contact: { isTwoWay: boolean; durationMinutes?: number }) {
    const outcome: Outcome<{ id: string }> = await transactions.run(actor, (tx) =>
      app.get(FollowUpService).recordContact(tx, { milestoneId, channel: 'PHONE', ...contact }),
    );
    return outcome.ok ? 'DONE' : outcome.refusals.map(({ code }) => code).join();
  }

  const contacts = async () => (await rows<{ n: number }>('select count(*)::int as n from contact'))[0]?.n;

  describe('a placement that started', () => {
    it('gets every milestone of the template once, however often the job runs', async () => {
      const id = await aPlacement(person().clientId, '2026-11-02');
      await announce(PlacementStarted, id);
      await work();
      const planned = await milestonesOf(id);
      expect(planned).toHaveLength(21);
      expect(planned.filter(({ status }) => status === 'COVERED').length).toBeGreaterThan(0);
      expect(planned.find(({ code }) => code === 'D1')).toMatchObject({ status: 'SCHEDULED', due_on: '2026-11-03' });
      expect(await rows('select id from reminder')).toHaveLength(0);
    });

    it('is not followed when it ended before the job ran', async () => {
      const id = await aPlacement(person().clientId, '2026-10-01');
      await rows(
        `update placement set status = 'ENDED', ended_on = '2026-10-10', end_reason = 'OTHER', ended_at = now() where id = $1`,
        [id],
      );
      await work();
      expect(await milestonesOf(id)).toHaveLength(0);
    });

    it('has its caseworker reminded at once, past nine, of what is due today: by file number, without a name', async () => {
      const { clientId, caseworker } = person();
      const id = await aPlacement(clientId, '2026-10-13');
      expect(await work()).toEqual(['placement.started', 'reminder.deliver']);
      expect(await milestone(id, 'D1')).toMatchObject({ status: 'DUE', due_on: '2026-10-14' });
      const [client] = await rows<{ file_number: string }>('select file_number from client where id = $1', [clientId]);
      const [reminder] = await rows<{ id: string }>('select * from reminder');
      expect(reminder).toMatchObject({ state: 'SENT', day: expect.anything() as unknown, attempts: 1 });
      expect(mailer.mails).toEqual([
        {
          to: `${caseworker.membershipId}@office.example`,
          messageId: `reminder-${reminder?.id}@tonggong`,
          subject: '2026-10-14 有 1 项回访待联系',
          text: expect.stringContaining(`2026-10-14  档案 ${client?.file_number}`) as unknown,
        },
      ]);
      expect((await milestone(id, 'D1')).last_reminded_at).not.toBeNull();
      expect(await rows('select effect_key, state from delivery')).toEqual([
        { effect_key: `reminder-${reminder?.id}`, state: 'SENT' },
      ]);
    });
  });

  describe('a reminder', () => {
    it('is let go when the mail server does not take it, and sent at the next try', async () => {
      await aPlacement(person().clientId, '2026-10-13');
      mailer.fault = new Error('no connection');
      await expect(work()).rejects.toThrow('no connection');
      expect(await rows('select state from reminder')).toEqual([{ state: 'PENDING' }]);
      mailer.fault = null;
      expect(await work()).toEqual(['reminder.deliver']);
      expect(mailer.mails).toHaveLength(1);
    });

    it('is not sent when everything in it was done meanwhile', async () => {
      const { clientId, caseworker } = person();
      const id = await aPlacement(clientId, '2026-10-13');
      mailer.fault = new Error('no connection');
      await expect(work()).rejects.toThrow();
      expect(await record(caseworker, (await milestone(id, 'D1')).id, { isTwoWay: true })).toBe('DONE');
      mailer.fault = null;
      await work();
      expect(mailer.mails).toHaveLength(0);
      expect(await rows('select state from reminder')).toEqual([{ state: 'SKIPPED' }]);
    });

    it('waits for a person when there is no such mailbox', async () => {
      await aPlacement(person().clientId, '2026-10-13');
      mailer.fault = Object.assign(new Error('no mailbox'), { responseCode: 550, command: 'RCPT TO' });
      await expect(work()).rejects.toThrow('no such mailbox');
      expect(await rows('select state from reminder')).toEqual([{ state: 'FAILED' }]);
      expect(await rows('select job from job_failure')).toEqual([{ job: 'reminder.deliver' }]);
    });
  });

  describe('the morning’s sweep', () => {
    const MORNING = '2026-10-15T00:30:00.000Z';

    it('wakes what is due and has each caseworker one digest at nine, also when it runs twice', async () => {
      const [own, other] = [person(0), person(1)];
      const first = await aPlacement(own.clientId, '2026-10-14');
      await aPlacement(other.clientId, '2026-10-14');
      await work();
      expect(await milestone(first, 'D1')).toMatchObject({ status: 'SCHEDULED', due_on: '2026-10-15' });
      await sweepAt(MORNING);
      await sweepAt(MORNING);
      expect(await milestone(first, 'D1')).toMatchObject({ status: 'DUE' });
      const reminders = await rows<{ due_at: Date; recipient_membership_id: string }>(
        'select o.due_at, r.recipient_membership_id from reminder r join outbox_event o on o.subject_id = r.id',
      );
      expect(reminders.map((one) => one.recipient_membership_id).sort()).toEqual(
        [own, other].map((one) => one.caseworker.membershipId).sort(),
      );
      expect(reminders.map((one) => one.due_at.toISOString())).toEqual(Array(2).fill('2026-10-15T01:00:00.000Z'));
    });

    it('takes what becomes due later in the day into the digest that still waits', async () => {
      const { clientId, caseworker } = person();
      await aPlacement(clientId, '2026-10-14');
      await work();
      await sweepAt(MORNING);
      const [second] = await rows<{ id: string }>(
        `select id from client where caseworker_membership_id = $1 and id <> $2
            and not exists (select from placement p where p.client_id = client.id) limit 1`,
        [caseworker.membershipId, clientId],
      );
      await aPlacement(second?.id ?? '', '2026-10-14');
      await work();
      await sweepAt(MORNING);
      expect(await rows('select cardinality(subject_ids) as n, state from reminder')).toEqual([
        { n: 2, state: 'PENDING' },
      ]);
    });

    it('announces a reminder again whose announcement was lost', async () => {
      await aPlacement(person().clientId, '2026-10-14');
      await work();
      await sweepAt(MORNING);
      await rows(`delete from outbox_event where job = 'reminder.deliver'`);
      expect(await sweepAt(MORNING)).toMatchObject({ revived: 1 });
      expect(await sweepAt(MORNING)).toMatchObject({ revived: 0 });
    });
  });

  describe('a placement that ended', () => {
    it('has its open milestones cancelled and keeps what was done', async () => {
      const { clientId, caseworker } = person();
      const id = await aPlacement(clientId, '2026-10-13');
      await work();
      await record(caseworker, (await milestone(id, 'D1')).id, { isTwoWay: true });
      await rows(
        `update placement set status = 'ENDED', ended_on = '2026-10-14', end_reason = 'OTHER', ended_at = now() where id = $1`,
        [id],
      );
      await announce(PlacementEnded, id);
      await work();
      const after = await milestonesOf(id);
      expect(after.filter(({ status }) => ['SCHEDULED', 'DUE', 'SNOOZED'].includes(status))).toEqual([]);
      expect(after.filter(({ status }) => status === 'DONE').map(({ code }) => code)).toEqual(['D1']);
    });
  });

  describe('recordContact', () => {
    it('completes a milestone only by a two-way contact, and once', async () => {
      const { clientId, caseworker } = person();
      const id = await aPlacement(clientId, '2026-10-13');
      await work();
      const { id: d1 } = await milestone(id, 'D1');
      expect(await record(caseworker, d1, { isTwoWay: false })).toBe('DONE');
      expect(await milestone(id, 'D1')).toMatchObject({ status: 'DUE', attempts: 1, contact_id: null });
      expect(await record(caseworker, d1, { isTwoWay: true, durationMinutes: 12 })).toBe('DONE');
      expect(await milestone(id, 'D1')).toMatchObject({ status: 'DONE', attempts: 2 });
      expect(await record(caseworker, d1, { isTwoWay: true })).toBe('WRONG_STATE');
    });

    it('lets one of two contacts at the same time complete it', async () => {
      const { clientId, caseworker } = person();
      const id = await aPlacement(clientId, '2026-10-13');
      await work();
      const { id: d1 } = await milestone(id, 'D1');
      const both = await Promise.all([1, 2].map(() => record(caseworker, d1, { isTwoWay: true })));
      expect(both.sort()).toEqual(['DONE', 'WRONG_STATE']);
    });

    it('refuses and writes nothing for another caseload, a far milestone, and a day-long call', async () => {
      const { clientId, caseworker } = person(0);
      const id = await aPlacement(clientId, '2026-10-13');
      await work();
      const before = await contacts();
      const { id: d1 } = await milestone(id, 'D1');
      const supervisor: Actor = { ...caseworker, role: 'SUPERVISOR' };
      expect(await record(person(1).caseworker, d1, { isTwoWay: true })).toBe('NOT_FOUND');
      expect(await record(supervisor, d1, { isTwoWay: true })).toBe('NOT_FOUND');
      expect(await record(caseworker, uuidv7(), { isTwoWay: true })).toBe('NOT_FOUND');
      expect(await record(caseworker, (await milestone(id, 'D365')).id, { isTwoWay: true })).toBe('TOO_EARLY');
      expect(await record(caseworker, d1, { isTwoWay: true, durationMinutes: 1_441 })).toBe('OUT_OF_RANGE');
      expect(await contacts()).toBe(before);
      expect(await milestone(id, 'D1')).toMatchObject({ status: 'DUE', attempts: 0 });
    });
  });

  it('is listed for the own caseworker and the supervisor, for nobody else', async () => {
    const { clientId, caseworker } = person(0);
    await aPlacement(clientId, '2026-10-12');
    await work();
    const listed = (actor: Actor) =>
      transactions.run(
        actor,
        async (tx) => (await app.get(FollowUpReader).page(tx, ['DUE'], { limit: 20, after: null })).rows,
      );
    const own = await listed(caseworker);
    expect(own.map(({ code, isLate, daysLate }) => ({ code, isLate, daysLate }))).toEqual([
      { code: 'D1', isLate: false, daysLate: 0 },
    ]);
    expect(await listed({ ...caseworker, role: 'SUPERVISOR' })).toHaveLength(1);
    expect(await listed(person(1).caseworker)).toHaveLength(0);
    expect(await listed({ ...caseworker, role: 'ENTERPRISE_HR' })).toHaveLength(0);
  });
});
