import { randomUUID } from 'node:crypto';
import type { ApiProcess, Reached } from './support/api-process';
import { ANNOUNCED, ApiStage, REMIND } from './support/api-stage';
import { faultRun, tally } from './support/fault-run';

const run = faultRun('SIGTERM rolling restart under load', { inTests: 3, inFull: 200 });
const CALLERS = 6;

describe(`a rolling restart under load (seed ${run.seed})`, () => {
  let stage: ApiStage;

  beforeAll(async () => {
    stage = await ApiStage.open();
  }, 240_000);

  afterAll(() => stage.close());

  it(`answers every request that it accepted, over ${run.rounds} restarts`, async () => {
    let current: ApiProcess = await stage.start();
    const cookie = await stage.signedIn(current);
    const clients = await stage.ownClients();
    const answers: Reached[] = [];
    let isOver = false;
    /** Asks on and on, at whatever process is the current one; what nobody accepted is asked again. */
    const caller = async (number: number): Promise<void> => {
      for (let turn = number; !isOver; turn += CALLERS) {
        const clientId = clients[turn % clients.length];
        const variables = { clientId, key: randomUUID() };
        const answer =
          turn % 2 === 0
            ? await current.ask('{ clients(first: 20) { totalCount edges { node { id } } } }', {}, cookie)
            : await current.ask(REMIND, variables, cookie);
        answers.push(answer);
      }
    };
    const callers = Array.from({ length: CALLERS }, (_, index) => caller(index));
    const codes: (number | null)[] = [];
    for (let round = 0; round < run.rounds; round += 1) {
      const next = await stage.start();
      const old = current;
      current = next;
      await new Promise((resolve) => setTimeout(resolve, run.random.int(0, 20)));
      codes.push(await old.terminate());
    }
    isOver = true;
    await Promise.all(callers);
    const kinds = tally(answers.map((one) => (one.kind === 'ANSWERED' ? String(one.status) : one.kind)));
    run.report({ requests: answers.length, ...kinds });
    expect(Object.keys(kinds).filter((kind) => kind !== '200' && kind !== 'NOT_ACCEPTED')).toEqual([]);
    expect(kinds['200']).toBeGreaterThan(run.rounds);
    expect(new Set(codes)).toEqual(new Set([0]));
    // What was answered DONE has its effect, once.
    const done = answers.filter((one) => one.kind === 'ANSWERED' && isDone(one.body)).length;
    const effects = await stage.rows<{ n: number }>(ANNOUNCED);
    expect(effects.every(({ n }) => n === 1)).toBe(true);
    expect(effects.length).toBe(done);
  }, 3_600_000);
});

const isDone = (body: unknown): boolean => {
  const { data } = body as { readonly data?: { readonly remindClient?: { readonly contact: object | null } } };
  return (data?.remindClient?.contact ?? null) !== null;
};
