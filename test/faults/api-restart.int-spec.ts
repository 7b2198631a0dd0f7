import { randomUUID } from 'node:crypto';
import type { ApiProcess, Reached } from './support/api-process';
import { ApiStage, isDone, READ, REMIND } from './support/api-stage';
import { faultRun, tally } from './support/fault-run';

const kills = faultRun('kill -9 of the API under load', { inTests: 2, inFull: 200 });
const restarts = faultRun('SIGTERM rolling restart under load', { inTests: 2, inFull: 200 });
const AT_ONCE = 8;
const CALLERS = 6;
const MORE_ROUNDS = 5;

describe(`an API that ends while it is asked (seed ${kills.seed})`, () => {
  let stage: ApiStage;
  let cookie: string;
  let current: ApiProcess;

  beforeAll(async () => {
    stage = await ApiStage.open({ name: 'api' });
    current = await stage.start();
    cookie = await stage.signedIn(current);
  }, 300_000);

  afterAll(() => stage.close());

  const forgotten = (): Promise<object[]> => stage.rows('truncate client_message, delivery, job_failure, outbox_event');

  it(`killed ${kills.rounds} times, it kept whatever it said was done, and does the rest once when it is asked again`, async () => {
    const clients = (await stage.ownClients()).slice(0, AT_ONCE);
    let [acknowledged, cutOff] = [0, 0];
    // Some more where all was answered each time before the process was gone.
    for (let round = 0; round < kills.rounds || (cutOff === 0 && round < kills.rounds + MORE_ROUNDS); round += 1) {
      await forgotten();
      const asked = clients.map((clientId) => ({ clientId, key: randomUUID() }));
      const answers = asked.map((variables) => current.ask(REMIND, variables, cookie));
      await some(answers, kills.random.int(0, AT_ONCE - 2)); // the others are under way
      await current.kill();
      const kept = await stage.announced();
      for (const [index, answer] of (await Promise.all(answers)).entries()) {
        const isAcknowledged = answer.kind === 'ANSWERED' && isDone(answer.body);
        if (isAcknowledged) expect(kept.get(asked[index]?.clientId ?? '')).toBe(1);
        [acknowledged, cutOff] = isAcknowledged ? [acknowledged + 1, cutOff] : [acknowledged, cutOff + 1];
      }
      current = await stage.start();
      const second = await Promise.all(asked.map((variables) => current.ask(REMIND, variables, cookie)));
      expect(second.map((answer) => answer.kind === 'ANSWERED' && isDone(answer.body))).toEqual(asked.map(() => true));
      expect([...(await stage.announced()).values()]).toEqual(asked.map(() => 1));
    }
    kills.report({ acknowledged, cutOff });
    expect(cutOff).toBeGreaterThan(0);
  }, 7_200_000);

  it(`restarted ${restarts.rounds} times under load, it answers every request that it accepted`, async () => {
    await forgotten();
    const clients = await stage.ownClients();
    const answers: Reached[] = [];
    let isOver = false;
    /** Asks on and on, at whatever process is the current one; questions and commands by turns. */
    const caller = async (number: number): Promise<void> => {
      for (let turn = number; !isOver; turn += CALLERS) {
        const variables = { clientId: clients[turn % clients.length], key: randomUUID() };
        answers.push(await (turn % 4 < 2 ? current.ask(READ, {}, cookie) : current.ask(REMIND, variables, cookie)));
      }
    };
    const callers = Array.from({ length: CALLERS }, (_, index) => caller(index));
    const ends: unknown[] = [];
    for (let round = 0; round < restarts.rounds; round += 1) {
      const old = current;
      const next = await stage.start();
      // Told to end while it is asked: the next one takes over at the same time.
      const ended = old.terminate();
      current = next;
      ends.push(await ended);
    }
    isOver = true;
    await Promise.all(callers);
    const kinds = tally(answers.map((one) => (one.kind === 'ANSWERED' ? String(one.status) : one.kind)));
    restarts.report({ requests: answers.length, ...kinds });
    expect(Object.keys(kinds).filter((kind) => kind !== '200' && kind !== 'NOT_ACCEPTED')).toEqual([]);
    expect(kinds['200']).toBeGreaterThan(restarts.rounds);
    // It closed what it had open, and ended then as it was told to.
    expect(new Set(ends)).toEqual(new Set(['SIGTERM']));
    // What was answered as done has its effect, once.
    const done = answers.filter((one) => one.kind === 'ANSWERED' && isDone(one.body)).length;
    expect([...(await stage.announced()).values()]).toEqual(Array.from({ length: done }, () => 1));
  }, 7_200_000);
});

/** Resolves when so many of them have come. */
async function some(promises: readonly Promise<unknown>[], wanted: number): Promise<void> {
  if (wanted === 0) return;
  let came = 0;
  await new Promise<void>((resolve) => {
    for (const one of promises)
      void one.then(() => {
        came += 1;
        if (came === wanted) resolve();
      });
  });
}
