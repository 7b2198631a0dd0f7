import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { seedDatabase } from '#database/seeds/seed';
import { masterKey } from '#platform/crypto/master-key';
import { testDatabase, type TestDatabase } from '#testing/database';
import { faultRun } from './support/fault-run';
import { KillableWorker } from './support/killable-worker';

const COHORT = 30;
const LATEST_KILL_MS = 300;
const DONE_WITHIN_MS = 60_000;
const MARKS = { claimed: 'solver begun', done: 'batch solved', id: 'subjectId' } as const;

/** What is kept of a batch and its runs. */
interface Kept {
  readonly status: string;
  readonly states: readonly string[];
  readonly instances: number;
  readonly explained: number;
  readonly isPlacedAsTold: boolean;
}

const NOTHING: Kept = {
  status: 'COLLECTING',
  states: [expect.stringMatching(/^(QUEUED|RUNNING)$/) as string],
  instances: 0,
  explained: 0,
  isPlacedAsTold: false,
};
const ALL: Kept = { status: 'SOLVED', states: ['DONE'], instances: 1, explained: COHORT, isPlacedAsTold: true };

/** What a run writes in its one transaction. */
const KEPT = `select b.status,
    (select coalesce(json_agg(r.state), '[]') from batch_solve r where r.batch_id = b.id) as states,
    (select count(*)::int from batch_instance i where i.batch_id = b.id) as instances,
    (select count(*)::int from batch_assignment a where a.batch_id = b.id and a.reasons <> '[]') as explained,
    coalesce((select (r.outcome -> 'figures' ->> 'placed')::int from batch_solve r where r.batch_id = b.id)
      = (select count(*) from batch_assignment a where a.batch_id = b.id and a.position_id is not null), false) as "isPlacedAsTold"
  from placement_batch b where b.id = $1`;

describe('a worker that is killed while it solves a batch', () => {
  const run = faultRun('kill -9 in a solve', { inTests: 3, inFull: 12 });
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let environment: Record<string, string>;

  beforeAll(async () => {
    database = await testDatabase();
    const founding = { migrateUrl: database.urls.migrateUrl, masterKey: masterKey(home), demoPassword: null };
    await seedDatabase({ ...founding, scale: 'county' });
    await rows('truncate outbox_event, batch_override, batch_assignment, batch_solve, batch_instance, placement_batch cascade'); // prettier-ignore
    const { appUrl, relayUrl, queueUrl } = database.urls;
    const passed = ['PATH', 'HOME', 'REDIS_URL', 'QUEUE_BACKEND'].map((name) => [name, process.env[name] ?? '']);
    environment = {
      ...(Object.fromEntries(passed.filter(([, value]) => value !== '')) as Record<string, string>),
      NODE_ENV: 'test',
      TONGGONG_HOME: home,
      DATABASE_APP_URL: appUrl,
      DATABASE_RELAY_URL: relayUrl,
      DATABASE_QUEUE_URL: queueUrl,
      DATABASE_POOL: '8',
      QUEUE_PREFIX: `batch-kill-${process.pid}`,
      OUTBOX_REPUBLISH_MS: '2000',
      MAIL: 'off',
      METRICS_PORT: 'off',
    };
  }, 240_000);

  afterAll(async () => {
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await database.admin.query<T>(sql, parameters)).rows;
  }

  /** A batch of clients who are in no other, with a run that waits for a worker; gives its id. */
  async function queued(): Promise<string> {
    const [batchId, solveId] = [uuidv7(), uuidv7()];
    const member = `(select id from membership where role = 'SUPERVISOR' order by id limit 1)`;
    await rows(
      `insert into placement_batch (county_id, id, title, status, cutoff_at, prepared_by_membership_id)
       select id, $1, 'B', 'COLLECTING', now() + interval '1 day', ${member} from county`,
      [batchId],
    );
    await rows(
      `insert into batch_assignment (county_id, id, batch_id, client_id, added_by_membership_id)
       select county_id, gen_random_uuid(), $1, id, ${member} from client c where not objects_to_ranking
          and not exists (select from batch_assignment a where a.client_id = c.id) order by c.id limit ${COHORT}`,
      [batchId],
    );
    await rows(
      `insert into batch_solve (county_id, id, batch_id, seq, cause, state, requested_by_membership_id)
       select id, $1, $2, 1, 'REQUESTED', 'QUEUED', ${member} from county`,
      [solveId, batchId],
    );
    await rows(
      `insert into outbox_event (county_id, id, job, subject_id, actor_membership_id, data, due_at, created_at)
       select id, $1, 'batch.solve', $2, ${member}, '{}', now(), now() from county`,
      [uuidv7(), solveId],
    );
    return batchId;
  }

  const kept = async (batchId: string): Promise<Kept | undefined> => (await rows<Kept>(KEPT, [batchId]))[0];

  /** Kills a worker so long after it began to solve one of the batches that wait. */
  async function killedAfter(milliseconds: number): Promise<void> {
    const worker = new KillableWorker(environment, MARKS);
    await worker.claimed(1, DONE_WITHIN_MS);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await worker.kill();
  }

  async function allDone(deadline: number): Promise<boolean> {
    while (Date.now() < deadline) {
      if ((await rows(`select from batch_solve where state <> 'DONE'`)).length === 0) return true;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return false;
  }

  it('leaves all of its result or nothing; the next worker begins anew and writes one', async () => {
    const batches: string[] = [];
    let interrupted = 0;
    for (let round = 0; round < run.rounds; round += 1) {
      batches.push(await queued());
      await killedAfter(round === 0 ? 0 : run.random.int(0, LATEST_KILL_MS));
      for (const batchId of batches) {
        const left = await kept(batchId);
        expect(left).toEqual(left?.status === 'SOLVED' ? ALL : NOTHING);
        if (left?.states[0] === 'RUNNING') interrupted += 1;
      }
    }
    expect(interrupted).toBeGreaterThan(0); // one kill at least came into the middle
    const last = new KillableWorker(environment, MARKS);
    const done = await allDone(Date.now() + DONE_WITHIN_MS);
    await last.stop();
    expect(done).toBe(true);
    for (const batchId of batches) expect(await kept(batchId)).toEqual(ALL);
    run.report({ interrupted });
  }, 600_000);
});
