import { faultRun, isInFull, shuffled } from './support/fault-run';
import { KillableWorker } from './support/killable-worker';
import { OwnRedis } from './support/own-redis';
import { ReminderStage } from './support/reminder-stage';

const ALL_DONE_WITHIN_MS = 60_000;
const PER_FAULT = 12;
/** Each kind of fault, how often in full, and once or twice in every run. */
const KINDS = { killed: [2, 50], wiped: [1, 20], hanging: [1, 20], starved: [1, 5] } as const;
type Kind = keyof typeof KINDS;

const run = faultRun('Redis killed, wiped, hanging, starved', { inTests: 5, inFull: 95 });
const HANGS_MS = isInFull ? 30_000 : 1_500;

describe(`reminders while Redis is away (seed ${run.seed})`, () => {
  let redis: OwnRedis | null;
  let stage: ReminderStage;

  beforeAll(async () => {
    redis = await OwnRedis.start();
    const shared = redis === null ? {} : { redisUrl: redis.url };
    stage = await ReminderStage.open({ name: 'redis', answersAfterMs: 20, republishAfterMs: 2_000, ...shared });
  }, 240_000);

  afterAll(async () => {
    await stage.close();
    await redis?.close();
  });

  async function befalls(own: OwnRedis, kind: Kind): Promise<void> {
    if (kind === 'wiped') return own.wipe();
    if (kind === 'hanging') return own.hang(HANGS_MS);
    if (kind === 'starved') return own.starve(1_500);
    await own.kill();
    await new Promise((resolve) => setTimeout(resolve, run.random.int(0, 500)));
    await own.begin();
  }

  it('are all received, each once, all within a minute of the last fault; without a Redis there is none to lose', async () => {
    const kinds = shuffled(
      run.random,
      (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
        Array.from<Kind>({ length: KINDS[kind][isInFull ? 1 : 0] }).fill(kind),
      ),
    );
    const worker = new KillableWorker(stage.environment);
    for (const kind of kinds) {
      await stage.announce(PER_FAULT);
      await new Promise((resolve) => setTimeout(resolve, run.random.int(0, 700)));
      if (redis !== null) await befalls(redis, kind);
    }
    const endedAt = Date.now();
    const isDone = await stage.allDone(ALL_DONE_WITHIN_MS);
    const afterMs = Date.now() - endedAt;
    await worker.stop();
    const outcome = await stage.outcome();
    const { reminders, lost, twice } = outcome;
    run.report({
      backend: redis === null ? 'postgres' : 'redis',
      faults: kinds.length,
      reminders,
      lost,
      twice,
      afterMs,
    });
    expect({ isDone, ...outcome }).toEqual({
      isDone: true,
      lost: 0,
      twice: 0,
      unfinished: 0,
      reminders: kinds.length * PER_FAULT,
      deliveries: kinds.length * PER_FAULT,
      states: ['SENT'],
    });
  }, 3_600_000);
});
