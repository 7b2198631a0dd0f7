import type { Actor } from '#domain/common/actor';
import { FollowUpBench } from '#testing/follow-up-bench';
import { CaseworkerRemindersService } from './caseworker-reminders.service';

const NEXT_DAY = '2026-10-15T02:00:00.000Z'; // Thursday, 10:00: D1 of the 14th is a day late

describe('remindCaseworker', () => {
  let bench: FollowUpBench;
  let supervisor: Actor;
  let late: string;

  beforeAll(async () => {
    bench = await FollowUpBench.open();
  });

  beforeEach(async () => {
    await bench.clear();
    supervisor = await bench.supervisor(bench.person().caseworker);
    late = (await bench.somebodyAtWork()).d1;
  });

  afterAll(() => bench.close());

  const remind = (id: string, at: string, actor = supervisor) =>
    bench.act(actor, (tx) => bench.app.get(CaseworkerRemindersService).remind(tx, id), at);
  const announced = async () =>
    (await bench.rows(`select from outbox_event where job = 'follow-up.caseworker-reminded'`)).length;

  it('has her reminded of what is late by a mail of its own, and stands in the audit trail', async () => {
    const other = await bench.milestone((await anotherAtWork()).id, 'D1');
    await bench.rows(
      `update follow_up_milestone set due_on = '2026-10-12', raw_on = '2026-10-12' where id = any ($1::uuid[])`,
      [[late, other.id]],
    );
    expect(await remind(late, '2026-10-14T02:00:00Z')).toBe('DONE');
    const before = bench.mailer.mails.length;
    await bench.work();
    expect(bench.mailer.mails.slice(before).map(({ subject }) => subject)).toEqual(['主管提醒：有 1 项回访已晚']);
    expect(
      (await bench.milestonesOf(await placementOf(late))).find(({ id }) => id === late)?.last_reminded_at,
    ).not.toBeNull();
    expect(await bench.rows(`select action, subject_id from audit_entry where action = 'caseworker.reminded'`)).toEqual(
      [{ action: 'caseworker.reminded', subject_id: bench.person().caseworker.membershipId }],
    );
  });

  it('does it once a day, and again on the next', async () => {
    expect(await remind(late, NEXT_DAY)).toBe('DONE');
    await bench.rows(`update outbox_event set created_at = $1 where job = 'follow-up.caseworker-reminded'`, [NEXT_DAY]);
    expect(await remind(late, NEXT_DAY)).toBe('CASEWORKER_REMINDED');
    expect(await remind(late, '2026-10-15T15:59:59Z')).toBe('CASEWORKER_REMINDED'); // 23:59:59
    expect(await announced()).toBe(1);
    expect(await remind(late, '2026-10-15T16:00:00Z')).toBe('DONE');
  });

  it('lets one of two at the same time through', async () => {
    await bench.rows(`update follow_up_milestone set due_on = '2026-10-13', raw_on = '2026-10-13' where id = $1`, [
      late,
    ]);
    const both = await Promise.all([remind(late, '2026-10-14T02:00:00Z'), remind(late, '2026-10-14T02:00:00Z')]);
    expect(both.sort()).toEqual(['CASEWORKER_REMINDED', 'DONE']);
    expect(await announced()).toBe(1);
  });

  it('refuses, and announces nothing, what is due today, what was done, and what nobody knows', async () => {
    expect(await remind(late, '2026-10-14T15:59:59Z')).toBe('NOT_LATE');
    expect(await remind('00000000-0000-7000-8000-000000000000', NEXT_DAY)).toBe('NOT_FOUND');
    expect(await bench.record(bench.person().caseworker, late, { isTwoWay: true })).toBe('DONE');
    expect(await remind(late, NEXT_DAY)).toBe('NOT_LATE');
    expect(await announced()).toBe(0);
  });

  async function anotherAtWork(): Promise<{ id: string }> {
    const id = await bench.aPlacement(bench.person(1).clientId, '2026-10-13');
    await bench.work();
    return { id };
  }

  async function placementOf(milestoneId: string): Promise<string> {
    const [row] = await bench.rows<{ id: string }>('select placement_id as id from follow_up_milestone where id = $1', [
      milestoneId,
    ]);
    return row?.id ?? '';
  }
});
