import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { masterKey } from '#platform/crypto/master-key';
import { testDatabase, type TestDatabase } from '#testing/database';
import { faultRun } from './support/fault-run';
import { KillableWorker, type Marks } from './support/killable-worker';
import { PayCounty } from './support/pay-county';

/** Kills that one run has to live through at most. */
const PER_RUN = 3;
const LATEST_CLAIM = 12;
const LATEST_KILL_MS = 40;
const DONE_WITHIN_MS = 120_000;
const STEPS: Marks = { claimed: 'job claimed', done: 'job done', id: 'outboxId', job: 'pay-check.' };

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a worker that is killed in the middle of an equal-pay run', () => {
  const faults = faultRun('kill -9 in an equal-pay run', { inTests: 3, inFull: 50 });
  const { random } = faults;
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let county: PayCounty;
  let base: Record<string, string>;

  beforeAll(async () => {
    database = await testDatabase();
    const founding = { migrateUrl: database.urls.migrateUrl, masterKey: masterKey(home), demoPassword: null };
    await seedDatabase({ ...founding, scale: 'county' });
    county = new PayCounty(database, random);
    await county.plant();
    const { appUrl, relayUrl, queueUrl } = database.urls;
    const passed = ['PATH', 'HOME', 'REDIS_URL', 'QUEUE_BACKEND'].map((name) => [name, process.env[name] ?? '']);
    base = {
      ...(Object.fromEntries(passed.filter(([, value]) => value !== '')) as Record<string, string>),
      NODE_ENV: 'test',
      TONGGONG_HOME: home,
      DATABASE_APP_URL: appUrl,
      DATABASE_RELAY_URL: relayUrl,
      DATABASE_QUEUE_URL: queueUrl,
      DATABASE_POOL: '8',
      // What a killed worker had in hand is published again at once; when its lock runs out it is done already.
      OUTBOX_REPUBLISH_MS: '1500',
      MAIL: 'off',
      METRICS_PORT: 'off',
    };
  }, 240_000);

  afterAll(async () => {
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  /** Waits until the run is over; throws with what the worker said where it ends first or the run takes too long. */
  async function untilDone(runId: string, worker: KillableWorker): Promise<void> {
    let said: string | null = null;
    void worker.end().then((output) => (said = output));
    const deadline = Date.now() + DONE_WITHIN_MS;
    while (!(await county.isDone(runId))) {
      if (said !== null) throw new Error(`The worker ended before the run did:\n${String(said)}`);
      if (Date.now() > deadline) {
        await worker.kill();
        throw new Error(`The run does not come to its end:\n${await worker.end()}`);
      }
      await pause(100);
    }
  }

  /** Kills a worker some moments after it took up so many jobs of the run; false where nothing was in its hands. */
  async function oneKill(runId: string, environment: Record<string, string>): Promise<boolean> {
    const worker = new KillableWorker(environment, STEPS);
    // Fewer jobs may be left than that: then the run is over first.
    await Promise.race([
      worker.claimed(random.int(1, LATEST_CLAIM), DONE_WITHIN_MS).catch(() => undefined),
      untilDone(runId, worker),
    ]);
    await pause(random.int(0, LATEST_KILL_MS));
    return (await worker.kill()).length > 0;
  }

  /** One run with up to so many kills in it; gives how many hit work in hand. */
  async function runKilled(runId: string, environment: Record<string, string>, atMost: number): Promise<number> {
    let kills = 0;
    for (let round = 0; round < atMost && !(await county.isDone(runId)); round += 1)
      if (await oneKill(runId, environment)) kills += 1;
    const worker = new KillableWorker(environment, STEPS);
    await untilDone(runId, worker);
    await worker.stop();
    return kills;
  }

  it('finds after any number of kills what an undisturbed run finds', async () => {
    let runs = 1;
    const environmentOf = (): Record<string, string> => ({ ...base, QUEUE_PREFIX: `pay-kill-${process.pid}-${runs}` });
    const undisturbed = await county.queueRun();
    await runKilled(undisturbed, environmentOf(), 0);
    const expected = await county.trace(undisturbed);
    // The run has something of each kind to lose.
    expect(new Set(expected.findings.map((finding) => (finding as { rule_code: string }).rule_code)).size).toBeGreaterThan(1); // prettier-ignore
    expect(expected.tests.length).toBeGreaterThan(20);
    let kills = 0;
    while (kills < faults.rounds) {
      if (runs > faults.rounds * 3) throw new Error(`Only ${kills} kills of ${runs} runs hit work in hand.`);
      runs += 1;
      const runId = await county.queueRun();
      kills += await runKilled(runId, environmentOf(), Math.min(PER_RUN, faults.rounds - kills));
      expect(await county.trace(runId)).toEqual(expected);
    }
    const { results, findings, tests } = expected;
    faults.report({ kills, runs: runs - 1, results: results.length, findings: findings.length, tests: tests.length });
  }, 1_500_000);
});
