import { randomUUID } from 'node:crypto';
import { OwnRedis } from '#testing/own-redis';
import { eventually } from '../e2e/support/eventually';
import { ApiStage, isDone, READ, REMIND } from './support/api-stage';
import { faultRun, isInFull, shuffled, tally } from './support/fault-run';
import { BENCH_WORKER, KillableWorker } from './support/killable-worker';
import { allReceivedOnce, ReminderStage } from './support/reminder-stage';

const ALL_DONE_WITHIN_MS = 60_000;
const PER_FAULT = 12;
/** So many that some still wait when the first is claimed. */
const WAITING = 200;
const STARTS_WITHIN_MS = 100_000;
/** Each kind of fault: how often in every run, and in full. */
const KINDS = { killed: [1, 50], wiped: [1, 20], hanging: [1, 20], starved: [1, 5] } as const;
type Kind = keyof typeof KINDS;

const run = faultRun('Redis killed, wiped, hanging, starved', { inTests: 4, inFull: 95 });
const HANGS_MS = isInFull ? 30_000 : 1_500;

if (process.env['REDIS_URL'] === undefined)
  it('has no Redis to lose: the queues lie in PostgreSQL', () => {
    expect(process.env['QUEUE_BACKEND']).toBe('postgres');
  });
else describe(`without Redis (seed ${run.seed})`, withoutRedis);

function withoutRedis(): void {
  let redis: OwnRedis;
  const closers: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    redis = await OwnRedis.start();
  });

  afterAll(async () => {
    for (const close of closers.reverse()) await close();
    await redis.close();
  });

  async function reminders(name: string): Promise<ReminderStage> {
    const parts = { answersAfterMs: 50, republishAfterMs: 2_000, redisUrl: redis.url };
    const stage = await ReminderStage.open({ name, ...parts });
    closers.push(() => stage.close());
    return stage;
  }

  async function befalls(kind: Kind): Promise<void> {
    if (kind === 'wiped') return redis.wipe();
    if (kind === 'hanging') return redis.hang(HANGS_MS);
    if (kind === 'starved') return redis.starve(1_500);
    await redis.kill();
    await new Promise((resolve) => setTimeout(resolve, run.random.int(0, 500)));
    await redis.begin();
  }

  it('reminders are all received, each once, within a minute of the last fault', async () => {
    const stage = await reminders('faults');
    const kinds = shuffled(
      run.random,
      (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
        Array.from<Kind>({ length: KINDS[kind][isInFull ? 1 : 0] }).fill(kind),
      ),
    );
    const worker = new KillableWorker(stage.environment, undefined, BENCH_WORKER);
    for (const [index, kind] of kinds.entries()) {
      await stage.announce(PER_FAULT);
      if (index === 0) await worker.claimed(1, STARTS_WITHIN_MS); // from here on it is at work
      await new Promise((resolve) => setTimeout(resolve, run.random.int(0, 700)));
      await befalls(kind);
    }
    const endedAt = Date.now();
    const isDone = await stage.allDone(ALL_DONE_WITHIN_MS);
    const afterMs = Date.now() - endedAt;
    expect(worker.hasEnded ? worker.said().slice(-4_000) : '').toBe(''); // it outlived them all
    await worker.stop();
    const outcome = await stage.outcome();
    run.report({ ...tally(kinds), afterMs, reminders: outcome.reminders, lost: outcome.lost, twice: outcome.twice });
    expect({ isDone, ...outcome }).toEqual({ isDone: true, ...allReceivedOnce(kinds.length * PER_FAULT) });
  }, 7_200_000);

  it('what waited in one that was emptied is put there again from PostgreSQL, and done once', async () => {
    const stage = await reminders('emptied');
    await stage.announce(WAITING);
    const worker = new KillableWorker(stage.environment, undefined, BENCH_WORKER);
    await worker.claimed(1, STARTS_WITHIN_MS);
    const lostJobs = await eventually(async () => {
      const waiting = await redis.waiting(`${stage.environment['QUEUE_PREFIX'] ?? ''}:mail`);
      return waiting > 0 ? waiting : undefined;
    });
    await redis.wipe();
    const isDone = await stage.allDone(ALL_DONE_WITHIN_MS);
    await worker.stop();
    const outcome = await stage.outcome();
    run.report({ emptied: 1, lostJobs, reminders: outcome.reminders, lost: outcome.lost, twice: outcome.twice });
    expect({ isDone, ...outcome }).toEqual({ isDone: true, ...allReceivedOnce(WAITING) });
  }, 400_000);

  it('the API signs in, reads and writes; what was announced meanwhile is done when Redis is back', async () => {
    const stage = await ApiStage.open({ name: 'api-redis', more: { REDIS_URL: redis.url } });
    closers.push(() => stage.close());
    const api = await stage.start();
    const [clientId = '', another = ''] = await stage.ownClients();
    const before = await stage.signedIn(api);
    await redis.kill();
    try {
      const cookie = await stage.signedIn(api); // a new session, and the old one goes on
      for (const session of [before, cookie])
        expect(await api.ask(READ, {}, session)).toMatchObject({
          kind: 'ANSWERED',
          status: 200,
          body: { data: { clients: { edges: expect.arrayContaining([expect.anything()]) as unknown } } },
        });
      for (const id of [clientId, another]) {
        const answer = await api.ask(REMIND, { clientId: id, key: randomUUID() }, cookie);
        expect(answer.kind === 'ANSWERED' && isDone(answer.body)).toBe(true);
      }
    } finally {
      await redis.begin();
    }
    const worker = new KillableWorker({ ...stage.environment, OUTBOX_REPUBLISH_MS: '2000' }, undefined, BENCH_WORKER);
    await worker.logged('working', STARTS_WITHIN_MS);
    const messages = await eventually(async () => {
      const rows = await stage.rows<{ id: string }>('select client_id as id from client_message order by client_id');
      return rows.length >= 2 ? rows.map(({ id }) => id) : undefined;
    });
    await worker.stop();
    expect(messages).toEqual([clientId, another].sort());
  }, 400_000);
}
