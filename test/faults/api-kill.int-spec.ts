import { randomUUID } from 'node:crypto';
import { ANNOUNCED, ApiStage, REMIND } from './support/api-stage';
import { faultRun } from './support/fault-run';

const run = faultRun('kill -9 of the API under load', { inTests: 3, inFull: 200 });
const AT_ONCE = 8;

describe(`an API that is killed while it is asked (seed ${run.seed})`, () => {
  let stage: ApiStage;

  beforeAll(async () => {
    stage = await ApiStage.open();
  }, 240_000);

  afterAll(() => stage.close());

  it(`keeps whatever it said was done, and does the rest once when it is asked again, over ${run.rounds} kills`, async () => {
    const clients = await stage.ownClients();
    let cookie = '';
    let [acknowledged, cutOff] = [0, 0];
    for (let round = 0; round < run.rounds; round += 1) {
      await stage.rows('truncate client_message, delivery, job_failure, outbox_event');
      const api = await stage.start();
      cookie ||= await stage.signedIn(api);
      const asked = clients.slice(0, AT_ONCE).map((clientId) => ({ clientId, key: randomUUID() }));
      const answers = Promise.all(asked.map((variables) => api.ask(REMIND, variables, cookie)));
      await new Promise((resolve) => setTimeout(resolve, run.random.int(0, 60)));
      await api.kill();
      const kept = new Map((await stage.rows<{ id: string; n: number }>(ANNOUNCED)).map(({ id, n }) => [id, n]));
      for (const [index, answer] of (await answers).entries()) {
        if (answer.kind !== 'ANSWERED') cutOff += 1;
        else {
          acknowledged += 1;
          expect(kept.get(asked[index]?.clientId ?? '')).toBe(1);
        }
      }
      const again = await stage.start();
      const second = await Promise.all(asked.map((variables) => again.ask(REMIND, variables, cookie)));
      await again.kill();
      expect(second.map((answer) => (answer.kind === 'ANSWERED' ? answer.body : answer.kind))).toEqual(
        asked.map(({ clientId }) => ({ data: { remindClient: { contact: { id: clientId }, userErrors: [] } } })),
      );
      const effects = await stage.rows<{ id: string; n: number }>(ANNOUNCED);
      expect(effects.map(({ n }) => n)).toEqual(asked.map(() => 1));
    }
    run.report({ acknowledged, cutOff });
  }, 3_600_000);
});
