import { randomUUID } from 'node:crypto';
import type { ApiProcess } from './support/api-process';
import { ANNOUNCED, ApiStage, REMIND } from './support/api-stage';
import { faultRun, isInFull, shuffled, tally } from './support/fault-run';
import { OwnPostgres } from './support/own-postgres';

/** Each kind of fault: how often in every run, and in full. */
const KINDS = { stopped: [1, 30], terminated: [1, 200], starved: [1, 5] } as const;
type Kind = keyof typeof KINDS;

const run = faultRun('PostgreSQL stopped, its backends ended, its connections used up', { inTests: 3, inFull: 235 });
const CALLERS = 4;
const ANSWERS_AGAIN_WITHIN_MS = 10_000;

interface Said {
  readonly clientId: string;
  readonly isDone: boolean;
}

describe(`an API whose database goes away (seed ${run.seed})`, () => {
  let own: OwnPostgres;
  let stage: ApiStage;

  beforeAll(async () => {
    own = await OwnPostgres.start();
    stage = await ApiStage.open({ DATABASE_POOL: '6' }, own);
  }, 240_000);

  afterAll(async () => {
    await stage.close();
    await own.close();
  });

  async function befalls(kind: Kind): Promise<void> {
    if (kind === 'starved') return own.starve(1_500);
    if (kind === 'terminated') {
      await stage.rows(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tonggong-api'`,
      );
      return;
    }
    await own.stopAtOnce();
    await new Promise((resolve) => setTimeout(resolve, run.random.int(0, 1_000)));
    await own.begin();
  }

  /** How long after the fault the API answers a question again. */
  async function answersAgain(api: ApiProcess, cookie: string): Promise<number> {
    const since = Date.now();
    while (Date.now() - since < 3 * ANSWERS_AGAIN_WITHIN_MS) {
      const answer = await api.ask('{ clients(first: 1) { totalCount } }', {}, cookie);
      if (answer.kind === 'ANSWERED' && answer.status === 200 && !('errors' in (answer.body as object)))
        return Date.now() - since;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return Number.POSITIVE_INFINITY;
  }

  it('loses nothing that it said was done, and answers again within ten seconds of the return', async () => {
    const api = await stage.start();
    const cookie = await stage.signedIn(api);
    const clients = await stage.ownClients();
    const said: Said[] = [];
    let [isOver, next] = [false, 0];
    const caller = async (): Promise<void> => {
      while (!isOver && next < clients.length) {
        const clientId = clients[next] ?? '';
        next += 1;
        const answer = await api.ask(REMIND, { clientId, key: randomUUID() }, cookie);
        said.push({ clientId, isDone: answer.kind === 'ANSWERED' && isDone(answer.body) });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    const kinds = shuffled(
      run.random,
      (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
        Array.from<Kind>({ length: KINDS[kind][isInFull ? 1 : 0] }).fill(kind),
      ),
    );
    const returns: number[] = [];
    const callers = Array.from({ length: CALLERS }, caller);
    for (const kind of kinds) {
      await new Promise((resolve) => setTimeout(resolve, run.random.int(200, 600)));
      await befalls(kind);
      returns.push(await answersAgain(api, cookie));
    }
    isOver = true;
    await Promise.all(callers);
    const kept = new Map((await stage.rows<{ id: string; n: number }>(ANNOUNCED)).map(({ id, n }) => [id, n]));
    const done = said.filter((one) => one.isDone);
    run.report({ ...tally(kinds), asked: said.length, done: done.length, slowestReturnMs: Math.max(...returns) });
    expect(done.length).toBeGreaterThan(0);
    expect(done.filter(({ clientId }) => kept.get(clientId) !== 1)).toEqual([]);
    expect([...kept.values()].every((n) => n === 1)).toBe(true);
    expect(returns.filter((ms) => ms > ANSWERS_AGAIN_WITHIN_MS)).toEqual([]);
  }, 3_600_000);
});

const isDone = (body: unknown): boolean => {
  const { data } = body as {
    readonly data?: { readonly remindClient?: { readonly contact: object | null } | null } | null;
  };
  return (data?.remindClient?.contact ?? null) !== null;
};
