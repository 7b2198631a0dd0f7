import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#domain/common/actor';
import { PlacementEnded, PlacementStarted } from '#features/placements';
import { pastTheMatrix } from '#testing/database-wall';
import { FollowUpBench } from '#testing/follow-up-bench';
import { FollowUpReader } from './follow-up-reader';

describe('follow-up', () => {
  let bench: FollowUpBench;

  beforeAll(async () => {
    bench = await FollowUpBench.open();
  });

  beforeEach(() => bench.clear());

  afterAll(() => bench.close());

  describe('a placement that started', () => {
    it('gets every milestone of the template once, however often the job runs', async () => {
      const id = await bench.aPlacement(bench.person().clientId, '2026-11-02');
      await bench.announce(PlacementStarted, id);
      await bench.work();
      const planned = await bench.milestonesOf(id);
      expect(planned).toHaveLength(21);
      expect(planned.filter(({ status }) => status === 'COVERED').length).toBeGreaterThan(0);
      expect(planned.find(({ code }) => code === 'D1')).toMatchObject({ status: 'SCHEDULED', due_on: '2026-11-03' });
      expect(await bench.rows('select id from reminder')).toHaveLength(0);
    });

    it('is not followed when it ended before the job ran', async () => {
      const id = await bench.aPlacement(bench.person().clientId, '2026-10-01');
      await bench.rows(
        `update placement set status = 'ENDED', ended_on = '2026-10-10', end_reason = 'OTHER', ended_at = now() where id = $1`,
        [id],
      );
      await bench.work();
      expect(await bench.milestonesOf(id)).toHaveLength(0);
    });

    it('has its caseworker reminded at once, past nine, of what is due today: by file number, without a name', async () => {
      const { clientId, caseworker } = bench.person();
      const id = await bench.aPlacement(clientId, '2026-10-13');
      expect(await bench.work()).toEqual(['placement.started', 'reminder.deliver']);
      expect(await bench.milestone(id, 'D1')).toMatchObject({ status: 'DUE', due_on: '2026-10-14' });
      const [client] = await bench.rows<{ file_number: string }>('select file_number from client where id = $1', [
        clientId,
      ]);
      const [reminder] = await bench.rows<{ id: string }>('select * from reminder');
      expect(reminder).toMatchObject({ state: 'SENT', day: expect.anything() as unknown, attempts: 1 });
      expect(bench.mailer.mails).toEqual([
        {
          to: `${caseworker.membershipId}@office.example`,
          messageId: `reminder-${reminder?.id}@tonggong`,
          subject: '2026-10-14 有 1 项回访待联系',
          text: expect.stringContaining(`2026-10-14  档案 ${client?.file_number}`) as unknown,
        },
      ]);
      expect((await bench.milestone(id, 'D1')).last_reminded_at).not.toBeNull();
      expect(await bench.rows('select effect_key, state from delivery')).toEqual([
        { effect_key: `reminder-${reminder?.id}`, state: 'SENT' },
      ]);
    });
  });

  describe('a reminder', () => {
    it('is let go when the mail server does not take it, and sent at the next try', async () => {
      await bench.aPlacement(bench.person().clientId, '2026-10-13');
      bench.mailer.fault = Object.assign(new Error('no connection'), { code: 'ECONNREFUSED' });
      await bench.work();
      expect(await bench.rows('select state from reminder')).toEqual([{ state: 'PENDING' }]);
      expect(await bench.rows('select state, reason, next_try_at is not null as again from delivery')).toEqual([
        { state: 'FAILED', reason: 'UNREACHABLE', again: true },
      ]);
      bench.mailer.fault = null;
      expect(await bench.work()).toEqual([]);
      await bench.rows('update outbox_event set due_at = created_at');
      expect(await bench.work()).toEqual(['reminder.deliver']);
      expect(await bench.rows('select state, attempts from delivery')).toEqual([{ state: 'SENT', attempts: 2 }]);
      expect(bench.mailer.mails).toHaveLength(1);
    });

    it('is not sent when everything in it was done meanwhile', async () => {
      const { clientId, caseworker } = bench.person();
      const id = await bench.aPlacement(clientId, '2026-10-13');
      bench.mailer.fault = Object.assign(new Error('no connection'), { code: 'ECONNREFUSED' });
      await bench.work();
      expect(await bench.record(caseworker, (await bench.milestone(id, 'D1')).id, { isTwoWay: true })).toBe('DONE');
      bench.mailer.fault = null;
      await bench.rows('update outbox_event set due_at = created_at');
      await bench.work();
      expect(bench.mailer.mails).toHaveLength(0);
      expect(await bench.rows('select state from reminder')).toEqual([{ state: 'SKIPPED' }]);
    });

    it('waits for a person when there is no such mailbox', async () => {
      await bench.aPlacement(bench.person().clientId, '2026-10-13');
      bench.mailer.fault = Object.assign(new Error('no mailbox'), { responseCode: 550, command: 'RCPT TO' });
      await bench.work();
      expect(await bench.rows('select state from reminder')).toEqual([{ state: 'FAILED' }]);
      expect(await bench.rows('select job from job_failure')).toEqual([{ job: 'reminder.deliver' }]);
    });
  });

  describe('the morning’s sweep', () => {
    const MORNING = '2026-10-15T00:30:00.000Z';

    it('wakes what is due and has each caseworker one digest at nine, also when it runs twice', async () => {
      const [own, other] = [bench.person(0), bench.person(1)];
      const first = await bench.aPlacement(own.clientId, '2026-10-14');
      await bench.aPlacement(other.clientId, '2026-10-14');
      await bench.work();
      expect(await bench.milestone(first, 'D1')).toMatchObject({ status: 'SCHEDULED', due_on: '2026-10-15' });
      await bench.sweepAt(MORNING);
      await bench.sweepAt(MORNING);
      expect(await bench.milestone(first, 'D1')).toMatchObject({ status: 'DUE' });
      const reminders = await bench.rows<{ due_at: Date; recipient_membership_id: string }>(
        'select o.due_at, r.recipient_membership_id from reminder r join outbox_event o on o.subject_id = r.id',
      );
      expect(reminders.map((one) => one.recipient_membership_id).sort()).toEqual(
        [own, other].map((one) => one.caseworker.membershipId).sort(),
      );
      expect(reminders.map((one) => one.due_at.toISOString())).toEqual(Array(2).fill('2026-10-15T01:00:00.000Z'));
    });

    it.each([
      ['the last day of her time', '2026-10-10', '2026-10-15', 2],
      ['the day after', '2026-10-10', '2026-10-14', 1],
    ])('reaches whoever stands in for the caseworker on %s', async (_, fromOn, toOn, mails) => {
      const [own, deputy] = [bench.person(0), bench.person(1)];
      await bench.rows('delete from caseload_deputy');
      await bench.rows(
        `insert into caseload_deputy (county_id, id, caseworker_membership_id, deputy_membership_id, from_on, to_on, named_by_membership_id)
         values ($1, $2, $3, $4, $5, $6, $3)`,
        [own.caseworker.countyId, uuidv7(), own.caseworker.membershipId, deputy.caseworker.membershipId, fromOn, toOn],
      );
      await bench.aPlacement(own.clientId, '2026-10-14');
      await bench.work();
      await bench.sweepAt(MORNING);
      const recipients = await bench.rows<{ id: string }>('select recipient_membership_id as id from reminder');
      await bench.rows('delete from caseload_deputy');
      expect(recipients.map(({ id }) => id).sort()).toEqual(
        [own, deputy]
          .slice(0, mails)
          .map(({ caseworker }) => caseworker.membershipId)
          .sort(),
      );
    });

    it('takes what becomes due later in the day into the digest that still waits', async () => {
      const { clientId, caseworker } = bench.person();
      await bench.aPlacement(clientId, '2026-10-14');
      await bench.work();
      await bench.sweepAt(MORNING);
      const [second] = await bench.rows<{ id: string }>(
        `select id from client where caseworker_membership_id = $1 and id <> $2
            and not exists (select from placement p where p.client_id = client.id) limit 1`,
        [caseworker.membershipId, clientId],
      );
      await bench.aPlacement(second?.id ?? '', '2026-10-14');
      await bench.work();
      await bench.sweepAt(MORNING);
      expect(await bench.rows('select cardinality(subject_ids) as n, state from reminder')).toEqual([
        { n: 2, state: 'PENDING' },
      ]);
    });

    it('announces a reminder again whose announcement was lost', async () => {
      await bench.aPlacement(bench.person().clientId, '2026-10-14');
      await bench.work();
      await bench.sweepAt(MORNING);
      await bench.rows(`delete from outbox_event where job = 'reminder.deliver'`);
      expect(await bench.sweepAt(MORNING)).toMatchObject({ revived: 1 });
      expect(await bench.sweepAt(MORNING)).toMatchObject({ revived: 0 });
    });
  });

  describe('a placement that ended', () => {
    it('has its open milestones cancelled and keeps what was done', async () => {
      const { clientId, caseworker } = bench.person();
      const id = await bench.aPlacement(clientId, '2026-10-13');
      await bench.work();
      await bench.record(caseworker, (await bench.milestone(id, 'D1')).id, { isTwoWay: true });
      await bench.rows(
        `update placement set status = 'ENDED', ended_on = '2026-10-14', end_reason = 'OTHER', ended_at = now() where id = $1`,
        [id],
      );
      await bench.announce(PlacementEnded, id);
      await bench.work();
      const after = await bench.milestonesOf(id);
      expect(after.filter(({ status }) => ['SCHEDULED', 'DUE', 'SNOOZED'].includes(status))).toEqual([]);
      expect(after.filter(({ status }) => status === 'DONE').map(({ code }) => code)).toEqual(['D1']);
    });
  });

  describe('recordContact', () => {
    it('completes a milestone only by a two-way contact, and once', async () => {
      const { clientId, caseworker } = bench.person();
      const id = await bench.aPlacement(clientId, '2026-10-13');
      await bench.work();
      const { id: d1 } = await bench.milestone(id, 'D1');
      expect(await bench.record(caseworker, d1, { isTwoWay: false })).toBe('DONE');
      expect(await bench.milestone(id, 'D1')).toMatchObject({ status: 'DUE', attempts: 1, contact_id: null });
      expect(await bench.record(caseworker, d1, { isTwoWay: true, durationMinutes: 12 })).toBe('DONE');
      expect(await bench.milestone(id, 'D1')).toMatchObject({ status: 'DONE', attempts: 2 });
      expect(await bench.record(caseworker, d1, { isTwoWay: true })).toBe('WRONG_STATE');
    });

    it('lets one of two contacts at the same time complete it', async () => {
      const { clientId, caseworker } = bench.person();
      const id = await bench.aPlacement(clientId, '2026-10-13');
      await bench.work();
      const { id: d1 } = await bench.milestone(id, 'D1');
      const both = await Promise.all([1, 2].map(() => bench.record(caseworker, d1, { isTwoWay: true })));
      expect(both.sort()).toEqual(['DONE', 'WRONG_STATE']);
    });

    it('refuses and writes nothing for another caseload, a far milestone, and a day-long call', async () => {
      const { clientId, caseworker } = bench.person(0);
      const id = await bench.aPlacement(clientId, '2026-10-13');
      await bench.work();
      const before = await bench.contacts();
      const { id: d1 } = await bench.milestone(id, 'D1');
      const supervisor: Actor = { ...caseworker, role: 'SUPERVISOR' };
      expect(await bench.record(bench.person(1).caseworker, d1, { isTwoWay: true })).toBe('NOT_FOUND');
      expect(await bench.record(supervisor, d1, { isTwoWay: true })).toBe('NOT_FOUND');
      expect(await bench.record(caseworker, uuidv7(), { isTwoWay: true })).toBe('NOT_FOUND');
      expect(await bench.record(caseworker, (await bench.milestone(id, 'D365')).id, { isTwoWay: true })).toBe(
        'TOO_EARLY',
      );
      expect(await bench.record(caseworker, d1, { isTwoWay: true, durationMinutes: 1_441 })).toBe('OUT_OF_RANGE');
      expect(await bench.contacts()).toBe(before);
      expect(await bench.milestone(id, 'D1')).toMatchObject({ status: 'DUE', attempts: 0 });
    });
  });

  it('is listed for the own caseworker and the supervisor, for nobody else', async () => {
    const { clientId, caseworker } = bench.person(0);
    await bench.aPlacement(clientId, '2026-10-12');
    await bench.work();
    const listed = (actor: Actor) =>
      bench.transactions.run(
        actor,
        async (tx) =>
          (
            await bench.app
              .get(FollowUpReader)
              .page(tx, { statuses: ['DUE'], lateWorkingDays: null }, { limit: 20, after: null })
          ).rows,
      );
    const own = await listed(caseworker);
    expect(own.map(({ code, isLate, daysLate }) => ({ code, isLate, daysLate }))).toEqual([
      { code: 'D1', isLate: false, daysLate: 0 },
    ]);
    expect(await listed({ ...caseworker, role: 'SUPERVISOR' })).toHaveLength(1);
    expect(await listed(bench.person(1).caseworker)).toHaveLength(0);
    const shown = (actor: Actor) => pastTheMatrix(bench.database.app, actor, ['select id from follow_up_milestone']);
    const enterprise: Actor = { ...caseworker, role: 'ENTERPRISE_HR' };
    await expect(listed(enterprise)).rejects.toThrow(
      'gives ENTERPRISE_HR nothing to read of the type follow_up_milestone',
    );
    expect(await shown(enterprise)).toEqual([]);
    expect(await shown(caseworker)).not.toEqual([]);
  });
});
