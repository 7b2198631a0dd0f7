import { Clock } from '#platform/clock/clock';
import { FollowUpBench } from '#testing/follow-up-bench';
import { doDueJobs } from '#testing/jobs';
import { MessageAnnouncedProcessor, MessageDeliverProcessor } from '../notifications/messages.processor';

describe('what a client is told when a follow-up comes due', () => {
  let bench: FollowUpBench;
  let at: Date;

  beforeAll(async () => {
    bench = await FollowUpBench.open();
    Object.assign(bench.app.get(Clock), { now: () => at });
  });

  beforeEach(async () => {
    at = new Date('2026-10-14T02:00:00Z'); // Wednesday, 10:00
    await bench.clear();
    await bench.rows('truncate client_message, contact_choice');
  });

  afterAll(() => bench.close());

  const send = (instant: string) => {
    at = new Date(instant);
    return doDueJobs(bench.app, bench.person().caseworker.countyId, {
      'message.announced': MessageAnnouncedProcessor,
      'message.deliver': MessageDeliverProcessor,
    });
  };
  const messages = () =>
    bench.rows<{ kind: string; state: string; channel: string | null; subject_id: string }>(
      'select kind, state, channel, subject_id from client_message order by created_at, id',
    );
  const chooses = (clientId: string, channel: string) =>
    bench.rows(
      `insert into contact_choice (county_id, id, client_id, channel, language, on_days_off, changed_at)
       values ($1, gen_random_uuid(), $2, $3, 'zh-CN', false, now())`,
      [bench.person().caseworker.countyId, clientId, channel],
    );

  it('is one message about the milestone, announced with its waking, and once however often the sweep runs', async () => {
    const { d1 } = await bench.somebodyAtWork();
    await send('2026-10-14T02:00:00Z');
    await bench.sweepAt('2026-10-14T02:00:00Z');
    await send('2026-10-14T02:00:00Z');
    expect(await messages()).toEqual([{ kind: 'FOLLOW_UP_DUE', state: 'SENT', channel: 'IN_APP', subject_id: d1 }]);
  });

  it('is not said again when a follow-up that was put off comes due', async () => {
    const { d1 } = await bench.somebodyAtWork();
    await bench.rows(
      `update follow_up_milestone set status = 'SNOOZED', snoozed_until = '2026-10-15', snoozes = 1 where id = $1`,
      [d1],
    );
    await bench.sweepAt('2026-10-15T00:30:00Z');
    await send('2026-10-15T00:30:00Z');
    expect(await messages()).toHaveLength(1);
  });

  it('waits for the last minute of the quiet span to pass where she chose her phone', async () => {
    await chooses(bench.person().clientId, 'SMS');
    await bench.somebodyAtWork();
    await send('2026-10-14T04:00:00Z'); // 12:00
    expect(await messages()).toMatchObject([{ state: 'PENDING' }]);
    await send('2026-10-14T05:59:59Z');
    expect(await messages()).toMatchObject([{ state: 'PENDING' }]);
    expect(
      await bench.rows(`select due_at from outbox_event where job = 'message.deliver' and done_at is null`),
    ).toEqual([{ due_at: new Date('2026-10-14T06:00:00Z') }]);
  });

  it.each(['DONE', 'DECLINED', 'SNOOZED'])(
    'leaves no more once the follow-up is %s in the meantime',
    async (status) => {
      await chooses(bench.person().clientId, 'SMS');
      const { d1, caseworker } = await bench.somebodyAtWork();
      await send('2026-10-14T04:00:00Z');
      if (status === 'DONE') expect(await bench.record(caseworker, d1, { isTwoWay: true })).toBe('DONE');
      else
        await bench.rows(
          `update follow_up_milestone set status = $2, snoozed_until = '2026-10-15', snoozes = 1 where id = $1`,
          [d1, status],
        );
      await send('2026-10-14T06:00:00Z');
      expect(await messages()).toMatchObject([{ state: 'SKIPPED' }]);
      expect(await bench.rows(`select from delivery where effect_key like 'message-%'`)).toEqual([]);
    },
  );
});
