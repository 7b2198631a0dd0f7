import { MessageBench } from '#testing/message-bench';
import { ClientMessagesService } from './client-messages.service';

describe('messages to clients', () => {
  let bench: MessageBench;

  beforeAll(async () => {
    bench = await MessageBench.open();
  });
  beforeEach(() => bench.clear());
  afterAll(() => bench.close());

  const BOTH = ['message.announced', 'message.deliver'];

  it('are in the application at once where nothing else was chosen, and no provider hears of them', async () => {
    await bench.announce('DECISION_WAITING');
    expect(await bench.workAt('2026-10-17T14:00:00Z')).toEqual(BOTH); // Saturday, 22:00
    expect(await bench.messages()).toMatchObject([{ state: 'SENT', channel: 'IN_APP', delivery: 'SENT' }]);
    expect([...bench.sms.calls, ...bench.wechat.calls]).toEqual([]);
  });

  it('leave by the chosen way, to the number that is sealed, in neutral words and under one key', async () => {
    await bench.chooses('SMS');
    await bench.announce('FOLLOW_UP_DUE');
    await bench.work();
    const [sent] = bench.sms.received;
    expect(sent?.to).toMatch(/^1\d{10}$/);
    expect(sent?.text).toMatch(/^就业服务回访，请于方便时联系.老师。$/);
    expect(await bench.messages()).toMatchObject([{ state: 'SENT', channel: 'SMS', delivery: 'SENT', attempts: 1 }]);
    const kept = JSON.stringify(await bench.rows('select * from outbox_event, delivery, client_message'));
    expect(kept).not.toContain(sent?.to);
    expect(kept).not.toContain('就业');
  });

  it('wait for the end of the quiet span, asked again when they are about to leave', async () => {
    await bench.chooses('SMS');
    await bench.announce('DECISION_WAITING');
    await bench.workAt('2026-10-14T04:00:00Z'); // 12:00
    expect(bench.sms.calls).toEqual([]);
    expect(await bench.messages()).toMatchObject([{ state: 'PENDING', attempts: 0, delivery: null }]);
    await bench.workAt('2026-10-14T05:59:59Z');
    expect(bench.sms.calls).toEqual([]);
    // The worker was away the whole afternoon: it is quiet again, and stays so until the morning.
    await bench.workAt('2026-10-14T13:00:00Z');
    expect(bench.sms.calls).toEqual([]);
    await bench.workAt('2026-10-15T00:30:00Z');
    expect(bench.sms.received).toHaveLength(1);
  });

  it('tell of an interview that moved within 24 hours also on a Saturday, of a later one on Monday', async () => {
    await bench.chooses('SMS');
    const saturday = '2026-10-17T05:00:00Z'; // 13:00
    await bench.workAt(saturday);
    await bench.announce('INTERVIEW_CHANGED', new Date('2026-10-18T05:00:00Z'));
    await bench.announce('INTERVIEW_CHANGED', new Date('2026-10-18T05:00:01Z'));
    await bench.workAt(saturday);
    expect(bench.sms.received).toHaveLength(1);
    await bench.workAt('2026-10-19T00:30:00Z');
    expect(bench.sms.received).toHaveLength(2);
  });

  it('are tried again after what surely did not leave, with their reason and their next try in the log', async () => {
    await bench.chooses('SMS');
    bench.sms.next('BUSY');
    await bench.announce('SEAT_FREE');
    await bench.work();
    const next = new Date(bench.now.getTime() + 30_000);
    expect(await bench.messages()).toMatchObject([{ state: 'PENDING', delivery: 'FAILED', reason: 'BUSY', next }]);
    await bench.workAt(next.toISOString());
    expect(await bench.messages()).toMatchObject([{ state: 'SENT', delivery: 'SENT', reason: null, attempts: 2 }]);
    expect(new Set(bench.sms.calls.map(({ key }) => key)).size).toBe(1);
  });

  it.each(['TAKEN_STALLS', 'TAKEN_GARBAGE', 'TAKEN_BREAKS', 'FAILS'] as const)(
    'are repeated under the same key after %s where the provider honours it, and received once',
    async (mood) => {
      await bench.chooses('SMS');
      bench.sms.next(mood);
      await bench.announce('SEAT_FREE');
      await bench.work();
      await bench.workAt(new Date(bench.now.getTime() + 30_000).toISOString());
      expect(await bench.messages()).toMatchObject([{ state: 'SENT', delivery: 'SENT' }]);
      expect(bench.sms.calls).toHaveLength(2);
      expect(bench.sms.received).toHaveLength(1);
    },
  );

  it.each([
    ['TAKEN_STALLS', 'NO_ANSWER'],
    ['TAKEN_GARBAGE', 'UNREADABLE_ANSWER'],
    ['TAKEN_BREAKS', 'NO_ANSWER'],
    ['FAILS', 'PROVIDER_FAULT'],
  ] as const)('stay unconfirmed after %s where no key is honoured, and are never sent again', async (mood, reason) => {
    await bench.chooses('WECHAT');
    bench.wechat.next(mood);
    await bench.announce('SEAT_FREE');
    await bench.work();
    expect(await bench.messages()).toMatchObject([{ state: 'UNCONFIRMED', delivery: 'UNCONFIRMED', reason }]);
    await bench.workAt('2026-10-16T02:00:00Z');
    expect(bench.wechat.calls).toHaveLength(1);
    expect(await bench.rows('select id from job_failure')).toEqual([]);
  });

  it.each([
    ['WECHAT', { state: 'UNCONFIRMED', delivery: 'UNCONFIRMED', reason: 'INTERRUPTED' }, 0],
    ['SMS', { state: 'SENT', delivery: 'SENT', reason: null }, 1],
  ] as const)('taken over by %s from a worker that was killed', async (channel, expected, calls) => {
    await bench.chooses(channel);
    await bench.announce('SEAT_FREE');
    bench[channel === 'SMS' ? 'sms' : 'wechat'].next('BUSY');
    await bench.work();
    await bench.rows(
      `update client_message set state = 'CLAIMED', claimed_at = clock_timestamp() - interval '16 seconds'`,
    );
    bench.sms.calls.length = bench.wechat.calls.length = 0;
    await bench.workAt(new Date(bench.now.getTime() + 30_000).toISOString());
    expect(await bench.messages()).toMatchObject([expected]);
    expect(bench.sms.calls.length + bench.wechat.calls.length).toBe(calls);
  });

  it('wait for a person when the provider refuses them for good, and when the tries are used up', async () => {
    await bench.chooses('SMS');
    bench.sms.next('REFUSES');
    await bench.announce('SEAT_FREE');
    await bench.work();
    expect(await bench.messages()).toMatchObject([
      { state: 'FAILED', delivery: 'FAILED', reason: 'REFUSED', next: null },
    ]);
    expect(await bench.rows('select job, error_class from job_failure')).toEqual([
      { job: 'message.deliver', error_class: 'The message could not be delivered.' },
    ]);
    await bench.clear();
    await bench.chooses('SMS', { from: 0, to: 1_440, onDaysOff: true });
    await bench.announce('SEAT_FREE');
    bench.sms.next(...Array.from({ length: 10 }, () => 'BUSY' as const));
    for (let hour = 0; hour < 60; hour += 4)
      await bench.workAt(new Date(bench.now.getTime() + 4 * 3_600_000).toISOString());
    expect(bench.sms.calls).toHaveLength(10);
    expect(await bench.messages()).toMatchObject([{ state: 'FAILED', reason: 'BUSY', next: null, attempts: 10 }]);
  });

  it('are made once however often their announcement is done, and one that waits stands for the next about the same', async () => {
    await bench.chooses('SMS');
    await bench.announce('DECISION_WAITING');
    await bench.workAt('2026-10-14T13:30:00Z');
    await bench.rows(`update outbox_event set done_at = null where job = 'message.announced'`);
    await bench.work();
    expect(await bench.messages()).toHaveLength(1);
  });

  it('say nothing to somebody who was erased meanwhile', async () => {
    await bench.chooses('SMS');
    await bench.announce('DECISION_WAITING');
    await bench.workAt('2026-10-14T13:30:00Z');
    await bench.rows(`update client_message set state = 'PENDING'`);
    const [before] = await bench.rows<{ name_bidx: Buffer }>('select name_bidx from client where id = $1', [
      bench.client.id,
    ]);
    await bench.rows('update client set erased_at = now(), name_bidx = null where id = $1', [bench.client.id]);
    await bench.workAt('2026-10-15T02:00:00Z');
    await bench.rows('update client set erased_at = null, name_bidx = $2 where id = $1', [
      bench.client.id,
      before?.name_bidx,
    ]);
    expect(await bench.messages()).toMatchObject([{ state: 'SKIPPED', delivery: null }]);
    expect(bench.sms.calls).toEqual([]);
  });

  describe('a reminder by hand', () => {
    const remind = () =>
      bench.transactions.run(bench.client.caseworker, async (tx) => {
        const outcome = await bench.app.get(ClientMessagesService).remind(tx, bench.client.id);
        return outcome.ok ? 'DONE' : outcome.refusals.map(({ code }) => code).join();
      });

    it('is sent once a day, also by two at the same moment', async () => {
      expect((await Promise.all([remind(), remind()])).sort()).toEqual(['DONE', 'REMINDED_TODAY']);
      expect(await remind()).toBe('REMINDED_TODAY');
      await bench.work();
      expect(await remind()).toBe('REMINDED_TODAY');
      expect(await bench.messages()).toHaveLength(1);
      await bench.workAt('2026-10-15T02:00:00Z');
      expect(await remind()).toBe('DONE');
    });

    it('is refused to somebody whose client she is not, and nothing is written', async () => {
      const [other] = await bench.rows<{ id: string }>(
        'select id from client where caseworker_membership_id <> $1 limit 1',
        [bench.client.caseworker.membershipId],
      );
      const outcome = await bench.transactions.run(bench.client.caseworker, (tx) =>
        bench.app.get(ClientMessagesService).remind(tx, other?.id ?? ''),
      );
      expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'NOT_FOUND' }] });
      expect(await bench.rows('select id from outbox_event')).toEqual([]);
    });
  });
});
