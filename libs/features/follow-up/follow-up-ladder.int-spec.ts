import type { Actor } from '#domain/common/actor';
import { WorkAnswer, WorkQuestion, type WorkAnswers } from '#domain/follow-up/work-questions';
import { FollowUpBench } from '#testing/follow-up-bench';
import { FollowUpReader } from './follow-up-reader';
import { PostponementService } from './postponement.service';
import { WorkAnswersService } from './work-answers.service';

/** Ten in the morning in Shanghai. */
const morningOf = (day: string): string => `${day}T02:00:00.000Z`;
const skipped = Object.fromEntries(Object.values(WorkQuestion).map((one) => [one, WorkAnswer.SKIPPED])) as WorkAnswers;

describe('the ladder of a follow-up', () => {
  let bench: FollowUpBench;

  beforeAll(async () => {
    bench = await FollowUpBench.open();
  });

  beforeEach(() => bench.clear());

  afterAll(() => bench.close());

  const theClient = (clientId: string, caseworker: Actor): Actor => ({ ...caseworker, role: 'CLIENT', clientId });

  describe('towards the supervisor', () => {
    beforeEach(() =>
      bench.rows(
        `update membership set work_email = id || '@office.example' where role = 'SUPERVISOR' and status = 'ACTIVE'`,
      ),
    );

    const late = () =>
      bench.rows<{ day: string }>(
        `select distinct day::text as day from reminder where kind = 'FOLLOW_UP_LATE' order by 1`,
      );

    it('tells her a working day late of the first days of a job, once, by file number and without a name', async () => {
      const { d1 } = await bench.somebodyAtWork();
      await bench.sweepAt('2026-10-14T00:30:00.000Z');
      expect(await late()).toEqual([]);
      await bench.sweepAt('2026-10-15T00:30:00.000Z');
      await bench.sweepAt('2026-10-15T00:30:00.000Z');
      expect(await late()).toEqual([{ day: '2026-10-15' }]);
      await bench.rows(`update outbox_event set due_at = '2026-10-14T00:00:00Z' where job = 'reminder.deliver'`);
      await bench.work();
      const [mail] = bench.mailer.mails.filter(({ subject }) => subject === '团队有 1 项回访已晚');
      expect(mail?.text).toMatch(/2026-10-14 {2}档案 \d{4}-\d{4}/);
      expect(
        await bench.rows('select escalated_at is not null as told from follow_up_milestone where id = $1', [d1]),
      ).toEqual([{ told: true }]);
      await bench.rows(`update follow_up_milestone set escalated_at = '2026-10-15T01:00:00Z' where id = $1`, [d1]);
      await bench.sweepAt('2026-10-16T00:30:00.000Z');
      expect(await late()).toEqual([{ day: '2026-10-15' }]);
      await bench.sweepAt('2026-10-21T00:30:00.000Z');
      expect(await late()).toEqual([{ day: '2026-10-15' }, { day: '2026-10-21' }]);
    });

    it('lists for her what is late by so many working days', async () => {
      const { caseworker } = await bench.somebodyAtWork();
      const supervisor = await bench.supervisor(caseworker);
      const listed = async (lateWorkingDays: number, day: string) =>
        bench.transactions.run(supervisor, async (tx) => {
          const at = { ...tx, now: new Date(morningOf(day)) };
          const page = await bench.app
            .get(FollowUpReader)
            .page(at, { statuses: null, lateWorkingDays }, { limit: 20, after: null });
          return page.rows.map(({ code, daysLate, rung }) => `${code} ${daysLate} ${rung}`);
        });
      expect(await listed(1, '2026-10-14')).toEqual([]);
      expect(await listed(1, '2026-10-15')).toEqual(['D1 1 SUPERVISOR_DIGEST']);
      expect(await listed(5, '2026-10-20')).toEqual([]);
      expect(await listed(5, '2026-10-21')).toContain('D1 5 COORDINATOR_LIST');
    });
  });

  describe('snoozeFollowUp', () => {
    const snooze = (actor: Actor, id: string, until: string) =>
      bench.act(actor, (tx) => bench.app.get(PostponementService).snooze(tx, id, { until, reason: 'CLIENT_ASKED' }));

    it('puts a follow-up off inside its window, silences it, and wakes it on its day', async () => {
      const { caseworker, placementId, d1 } = await bench.somebodyAtWork();
      expect(await snooze(caseworker, d1, '2026-10-15')).toBe('DONE');
      expect(await bench.milestone(placementId, 'D1')).toMatchObject({ status: 'SNOOZED', due_on: '2026-10-14' });
      const due = (day: string) =>
        bench.transactions.run(caseworker, async (tx) =>
          (await bench.app.get(FollowUpReader).due({ ...tx, now: new Date(morningOf(day)) })).map(({ code }) => code),
        );
      expect(await due('2026-10-14')).toEqual([]);
      expect(await due('2026-10-15')).toEqual(['D1']);
      await bench.sweepAt('2026-10-15T00:30:00.000Z');
      expect(await bench.milestone(placementId, 'D1')).toMatchObject({ status: 'DUE' });
    });

    it('refuses and writes nothing past the window, for another caseload, and for what is not due', async () => {
      const { caseworker, placementId, d1 } = await bench.somebodyAtWork();
      expect(await snooze(caseworker, d1, '2026-10-16')).toBe('AFTER_WINDOW');
      expect(await snooze(bench.person(1).caseworker, d1, '2026-10-15')).toBe('NOT_FOUND');
      expect(await snooze(caseworker, (await bench.milestone(placementId, 'W1')).id, '2026-10-15')).toBe('WRONG_STATE');
      expect(await bench.milestone(placementId, 'D1')).toMatchObject({
        status: 'DUE',
        snoozes: 0,
        snoozed_until: null,
      });
    });

    it('gives one of two at the same time', async () => {
      const { caseworker, placementId, d1 } = await bench.somebodyAtWork();
      const both = await Promise.all([1, 2].map(() => snooze(caseworker, d1, '2026-10-15')));
      expect(both.sort()).toEqual(['DONE', 'WRONG_STATE']);
      expect(await bench.milestone(placementId, 'D1')).toMatchObject({ snoozes: 1 });
    });
  });

  it('ends where the person does not want the follow-up', async () => {
    const { caseworker, placementId, d1 } = await bench.somebodyAtWork();
    const decline = (actor: Actor) => bench.act(actor, (tx) => bench.app.get(PostponementService).decline(tx, d1));
    expect(await decline(bench.person(1).caseworker)).toBe('NOT_FOUND');
    expect(await decline(caseworker)).toBe('DONE');
    expect(await decline(caseworker)).toBe('WRONG_STATE');
    await bench.rows('truncate reminder cascade');
    await bench.sweepAt('2026-10-15T00:30:00.000Z');
    expect(await bench.milestone(placementId, 'D1')).toMatchObject({ status: 'DECLINED' });
    expect(await bench.rows('select id from reminder')).toEqual([]);
  });

  describe('tries without an answer', () => {
    const attempt = (actor: Actor, id: string, channel: 'PHONE' | 'WECHAT', day: string) =>
      bench.record(actor, id, { isTwoWay: false, channel }, morningOf(day));
    /** Three tries on two days over two channels. */
    async function missed(actor: Actor, id: string, [first, second]: readonly [string, string]): Promise<void> {
      await attempt(actor, id, 'PHONE', first);
      await attempt(actor, id, 'WECHAT', first);
      await attempt(actor, id, 'PHONE', second);
    }

    it('close a follow-up as not reached by the third on a second day over a second channel', async () => {
      const { caseworker, placementId, d1 } = await bench.somebodyAtWork();
      await attempt(caseworker, d1, 'PHONE', '2026-10-14');
      await attempt(caseworker, d1, 'WECHAT', '2026-10-14');
      expect(await bench.milestone(placementId, 'D1')).toMatchObject({ status: 'DUE', attempts: 2 });
      await attempt(caseworker, d1, 'PHONE', '2026-10-15');
      expect(await bench.milestone(placementId, 'D1')).toMatchObject({ status: 'UNREACHED', attempts: 3 });
      expect(await attempt(caseworker, d1, 'PHONE', '2026-10-15')).toBe('WRONG_STATE');
      expect(await bench.tasks()).toEqual([]);
    });

    it('bring a supervisor’s helpful visit after two in a row, and nothing else to anybody', async () => {
      const { caseworker, placementId, d1 } = await bench.somebodyAtWork();
      await missed(caseworker, d1, ['2026-10-14', '2026-10-15']);
      await bench.sweepAt('2026-10-16T00:30:00.000Z');
      const events = await bench.rows('select job from outbox_event where done_at is null order by job');
      await missed(caseworker, (await bench.milestone(placementId, 'D3')).id, ['2026-10-16', '2026-10-19']);
      expect(await bench.tasks()).toEqual([
        { kind: 'SUPPORTIVE_OUTREACH', due_on: expect.anything() as string, assignee: null },
      ]);
      expect(await bench.rows('select job from outbox_event where done_at is null order by job')).toEqual(events);
    });
  });

  describe('answers that the caseworker writes down', () => {
    it('bring what they ask for, to the caseworker, once', async () => {
      const { caseworker, placementId, d1 } = await bench.somebodyAtWork();
      const answers: WorkAnswers = { ...skipped, STILL_WORKING: 'YES', PAID_ON_TIME: 'NO', CONTACT_WANTED: 'YES' };
      expect(await bench.record(caseworker, d1, { isTwoWay: true, answers })).toBe('DONE');
      expect(await bench.milestone(placementId, 'D1')).toMatchObject({ status: 'DONE' });
      expect(await bench.tasks()).toEqual([
        { kind: 'CONTACT_WANTED', due_on: '2026-10-15', assignee: caseworker.membershipId },
        { kind: 'PAY_CHECK', due_on: '2026-10-16', assignee: caseworker.membershipId },
      ]);
      expect(await bench.rows('select given_by, paid_on_time, help_wanted from follow_up_answer')).toEqual([
        { given_by: 'CASEWORKER', paid_on_time: 'NO', help_wanted: 'SKIPPED' },
      ]);
    });

    it('are refused, and nothing is written, where nobody answered', async () => {
      const { caseworker, placementId, d1 } = await bench.somebodyAtWork();
      const answers: WorkAnswers = { ...skipped, STILL_WORKING: 'YES' };
      expect(await bench.record(caseworker, d1, { isTwoWay: false, answers })).toBe('NOBODY_ANSWERED');
      expect(await bench.milestone(placementId, 'D1')).toMatchObject({ status: 'DUE', attempts: 0 });
      expect(await bench.rows('select id from follow_up_answer')).toEqual([]);
    });
  });

  describe('answers that the client gives by herself', () => {
    const answer = (client: Actor, id: string, answers: WorkAnswers) =>
      bench.act(client, (tx) => bench.app.get(WorkAnswersService).answerOwn(tx, id, answers));

    it('complete the follow-up and bring what they ask for; a second form is refused', async () => {
      const { clientId, caseworker, placementId, d1 } = await bench.somebodyAtWork();
      const client = theClient(clientId, caseworker);
      expect(await answer(client, d1, { ...skipped, TREATED_EQUALLY: 'NO' })).toBe('DONE');
      expect(await answer(client, d1, { ...skipped, TREATED_EQUALLY: 'YES' })).toBe('ALREADY_ANSWERED');
      expect(await bench.work()).toEqual(['follow-up.answered']);
      expect(await bench.milestone(placementId, 'D1')).toMatchObject({ status: 'DONE', attempts: 1 });
      expect(await bench.rows('select channel, is_two_way from contact')).toEqual([
        { channel: 'IN_APP', is_two_way: true },
      ]);
      expect((await bench.tasks()).map(({ kind }) => kind)).toEqual(['EQUALITY_CHECK']);
    });

    it('decline it where everything was skipped', async () => {
      const { clientId, caseworker, placementId, d1 } = await bench.somebodyAtWork();
      expect(await answer(theClient(clientId, caseworker), d1, skipped)).toBe('DONE');
      await bench.work();
      expect(await bench.milestone(placementId, 'D1')).toMatchObject({ status: 'DECLINED', contact_id: null });
      expect(await bench.tasks()).toEqual([]);
    });

    it('are refused for somebody else’s follow-up and before its day', async () => {
      const { clientId, caseworker, placementId, d1 } = await bench.somebodyAtWork();
      const other = theClient(bench.person(1).clientId, caseworker);
      expect(await answer(other, d1, skipped)).toBe('NOT_FOUND');
      const client = theClient(clientId, caseworker);
      expect(await answer(client, (await bench.milestone(placementId, 'W1')).id, skipped)).toBe('NOT_YET');
      expect(await bench.rows('select id from follow_up_answer')).toEqual([]);
    });
  });
});
