import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ApiProcess } from './support/api-process';
import { ApiStage, isDone, READ, REMIND } from './support/api-stage';
import { faultRun, isInFull, shuffled, tally } from './support/fault-run';
import { BENCH_WORKER, KillableWorker } from './support/killable-worker';
import { OwnPostgres } from './support/own-postgres';
import { allReceivedOnce, ReminderStage } from './support/reminder-stage';

/** Each kind of fault: how often in every run, and in full. */
const KINDS = { stopped: [1, 30], terminated: [1, 200], starved: [1, 5] } as const;
type Kind = keyof typeof KINDS;

const run = faultRun('PostgreSQL stopped, its backends ended, its connections used up', { inTests: 3, inFull: 235 });
const CALLERS = 4;
const PER_FAULT = 6;
const ANSWERS_AGAIN_WITHIN_MS = 10_000;
const ALL_DONE_WITHIN_MS = 60_000;
const STARTS_WITHIN_MS = 100_000;

interface Said {
  readonly clientId: string;
  readonly isDone: boolean;
}

interface Calls {
  /** Resolves when the first one is answered. */
  readonly first: Promise<void>;
  hangUp(): Promise<Said[]>;
}

describe(`a database that goes away (seed ${run.seed})`, () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let own: OwnPostgres;
  let stage: ApiStage;
  let reminders: ReminderStage;

  beforeAll(async () => {
    own = await OwnPostgres.start();
    const [served, worked] = await own.databases(['served', 'worked'], home);
    if (served === undefined || worked === undefined) throw new Error('Two databases were asked for.');
    stage = await ApiStage.open({ name: 'pg', database: served, more: { DATABASE_POOL: '6' } });
    const parts = { answersAfterMs: 50, republishAfterMs: 2_000 };
    reminders = await ReminderStage.open({ name: 'pg-reminders', database: worked, ...parts });
  }, 400_000); // a server, its tables and a county

  afterAll(async () => {
    await stage.close();
    await reminders.close();
    await own.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function befalls(kind: Kind): Promise<void> {
    if (kind === 'starved') return own.starve(1_500);
    if (kind === 'terminated') return own.endBackends();
    await own.stopAtOnce();
    await new Promise((resolve) => setTimeout(resolve, run.random.int(0, 1_000)));
    await own.begin();
  }

  /** How long after the fault the API answers a question again. */
  async function answersAgain(api: ApiProcess, cookie: string): Promise<number> {
    const since = Date.now();
    while (Date.now() - since < 3 * ANSWERS_AGAIN_WITHIN_MS) {
      const answer = await api.ask(READ, {}, cookie);
      if (answer.kind === 'ANSWERED' && answer.status === 200 && !('errors' in (answer.body as object)))
        return Date.now() - since;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Reminds one client after the other until it is told to end; notes what it was answered. */
  function calling(api: ApiProcess, cookie: string, clients: string[]): Calls {
    const said: Said[] = [];
    let isOver = false;
    let hear: () => void;
    const first = new Promise<void>((resolve) => (hear = resolve));
    const caller = async (): Promise<void> => {
      for (let clientId = clients.pop(); clientId !== undefined && !isOver; clientId = clients.pop()) {
        const answer = await api.ask(REMIND, { clientId, key: randomUUID() }, cookie);
        said.push({ clientId, isDone: answer.kind === 'ANSWERED' && isDone(answer.body) });
        hear();
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    };
    const callers = Array.from({ length: CALLERS }, caller);
    const hangUp = async (): Promise<Said[]> => {
      isOver = true;
      await Promise.all(callers);
      return said;
    };
    return { first, hangUp };
  }

  it('loses nothing that was acknowledged, no reminder, and sends none twice; answers come again within ten seconds', async () => {
    const api = await stage.start();
    const cookie = await stage.signedIn(api);
    await reminders.announce(PER_FAULT);
    const worker = new KillableWorker(reminders.environment, undefined, BENCH_WORKER);
    await worker.claimed(1, STARTS_WITHIN_MS);
    const calls = calling(api, cookie, await stage.ownClients());
    await calls.first; // from here on it is asked
    const kinds = shuffled(
      run.random,
      (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
        Array.from<Kind>({ length: KINDS[kind][isInFull ? 1 : 0] }).fill(kind),
      ),
    );
    const returns: number[] = [];
    for (const kind of kinds) {
      await reminders.announce(PER_FAULT);
      await new Promise((resolve) => setTimeout(resolve, run.random.int(100, 500)));
      await befalls(kind);
      returns.push(await answersAgain(api, cookie));
    }
    const endedAt = Date.now();
    const isWorkDone = await reminders.allDone(ALL_DONE_WITHIN_MS);
    const afterMs = Date.now() - endedAt;
    const said = await calls.hangUp();
    expect(worker.hasEnded ? worker.said().slice(-4_000) : '').toBe(''); // it outlived them all
    await worker.stop();
    const [outcome, kept] = [await reminders.outcome(), await stage.announced()];
    const acknowledged = said.filter((one) => one.isDone);
    const figures = { asked: said.length, acknowledged: acknowledged.length, slowestReturnMs: Math.max(...returns) };
    const { reminders: sent, lost, twice } = outcome;
    run.report({ ...tally(kinds), ...figures, afterMs, reminders: sent, lost, twice });
    expect({ isWorkDone, ...outcome }).toEqual({
      isWorkDone: true,
      ...allReceivedOnce((kinds.length + 1) * PER_FAULT),
    });
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.filter(({ clientId }) => kept.get(clientId) !== 1)).toEqual([]);
    expect([...kept.values()].every((n) => n === 1)).toBe(true);
    expect(returns.filter((ms) => ms > ANSWERS_AGAIN_WITHIN_MS)).toEqual([]);
  }, 7_200_000);
});
