import { v7 as uuidv7 } from 'uuid';
import { systemActor, type Actor } from '#domain/common/actor';
import { MOST_FAILURES, putOffAfterFault } from '#platform/jobs/job-ends';
import { openBench, type Bench } from '#testing/context';
import { OperationsModule } from './operations.module';
import { WaitingJobsRepository } from './waiting-jobs.repository';
import { WaitingJobsService } from './waiting-jobs.service';

describe('jobs that wait for a person', () => {
  let bench: Bench;
  let administrator: Actor;

  beforeAll(async () => {
    bench = await openBench({ modules: [OperationsModule] });
    const [row] = await bench.rows<Actor>(
      `select county_id as "countyId", role, account_id as "accountId", id as "membershipId",
              organisation_id as "organisationId", null as "clientId" from membership where role = 'ADMINISTRATOR' limit 1`,
    );
    if (row === undefined) throw new Error('The seed has no administrator.');
    administrator = row;
  });
  beforeEach(() => bench.rows('truncate job_failure, delivery, outbox_event'));
  afterAll(() => bench.close());

  interface Event {
    readonly failures: number;
    readonly retry_at: Date | null;
    readonly has_failed: boolean;
    readonly published_at: Date | null;
  }

  /** One announced job whose publications fail so often. */
  async function failing(times: number): Promise<{ outboxId: string; rests: (number | null)[] }> {
    const outboxId = uuidv7();
    await bench.rows(
      `insert into outbox_event (county_id, id, job, subject_id, data, due_at, published_at, created_at)
       values ($1, $2, 'reminder.deliver', $2, '{}', now(), now(), now())`,
      [bench.countyId, outboxId],
    );
    const rests: (number | null)[] = [];
    for (let time = 0; time < times; time += 1) {
      const rest = await bench.transactions.run(systemActor(bench.countyId, 'reminder.deliver'), async (tx) => {
        await putOffAfterFault(tx, { outboxId, job: 'reminder.deliver', generation: time + 1, attempts: 5 });
        const [row] = await tx.query<{ rest: number }>(
          'select extract(epoch from retry_at - $2::timestamptz)::float8 as rest from outbox_event where id = $1',
          [outboxId, tx.now],
        );
        return row?.rest ?? null;
      });
      rests.push(rest);
    }
    return { outboxId, rests };
  }

  async function event(id: string): Promise<Event> {
    const [row] = await bench.rows<Event>(
      `select failures, retry_at, failed_at is not null as has_failed, published_at from outbox_event where id = $1`,
      [id],
    );
    if (row === undefined) throw new Error('The event is gone.');
    return row;
  }

  const waiting = () => bench.transactions.run(administrator, (tx) => bench.app.get(WaitingJobsRepository).waiting(tx));

  const act = (verb: 'retry' | 'drop', id: string): Promise<string> =>
    bench.transactions.run(administrator, async (tx) => {
      const outcome = await bench.app.get(WaitingJobsService)[verb](tx, id);
      return outcome.ok ? 'DONE' : outcome.refusals.map(({ code }) => code).join();
    });

  it('rest longer after each fault, and wait for a person after the last one and not before', async () => {
    const { rests } = await failing(MOST_FAILURES - 1);
    expect(rests).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
    expect(await waiting()).toEqual([]);
    const { outboxId } = await failing(MOST_FAILURES);
    expect(await event(outboxId)).toMatchObject({ failures: MOST_FAILURES, has_failed: true });
    expect(await waiting()).toMatchObject([{ job: 'reminder.deliver', attempts: 5, reason: 'The tries are used up.' }]);
  });

  it('are given their tries anew, once, also by two at the same moment', async () => {
    const { outboxId } = await failing(MOST_FAILURES);
    const id = (await waiting())[0]?.id ?? '';
    expect((await Promise.all([act('retry', id), act('retry', id)])).sort()).toEqual(['DONE', 'WRONG_STATE']);
    expect(await event(outboxId)).toEqual({ failures: 0, retry_at: null, has_failed: false, published_at: null });
    expect(await waiting()).toEqual([]);
    expect(
      await bench.rows(`select action, outcome from audit_entry where action like 'job.%' order by occurred_at`),
    ).toEqual([{ action: 'job.retried', outcome: 'ALLOWED' }]);
  });

  it('are left undone for good, and stay so', async () => {
    const { outboxId } = await failing(MOST_FAILURES);
    const id = (await waiting())[0]?.id ?? '';
    expect(await act('drop', id)).toBe('DONE');
    expect(await act('retry', id)).toBe('WRONG_STATE');
    expect(await event(outboxId)).toMatchObject({ has_failed: true });
    expect(await waiting()).toEqual([]);
  });

  it('are not there for somebody who guesses, and nothing is written', async () => {
    await failing(MOST_FAILURES);
    expect(await act('retry', uuidv7())).toBe('NOT_FOUND');
    expect(await waiting()).toHaveLength(1);
  });

  it('are counted by kind from the database alone', async () => {
    await failing(MOST_FAILURES);
    await failing(1);
    await bench.rows(
      `insert into outbox_event (county_id, id, job, subject_id, data, due_at, published_at, done_at, created_at)
       select $1, gen_random_uuid(), 'reminder.deliver', $1, '{}', clock_timestamp() - n * interval '1 minute',
              case when n > 1 then now() end, case when n > 2 then now() end, now() from generate_series(0, 3) n`,
      [bench.countyId],
    );
    await bench.rows(
      `update outbox_event set due_at = now() + interval '1 hour' where failures = 0 and due_at > now() - interval '30 seconds'`,
    );
    const counts = await bench.transactions.run(administrator, (tx) => bench.app.get(WaitingJobsRepository).counts(tx));
    expect(counts).toMatchObject([
      { job: 'reminder.deliver', waiting: 1, queued: 1, later: 2, failed: 1, doneInADay: 1 },
    ]);
    expect(counts[0]?.oldestSeconds).toBeGreaterThanOrEqual(120);
  });
});
