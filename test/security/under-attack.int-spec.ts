import { isInFull } from '../faults/support/fault-run';
import { attackedProcess, type AttackedProcess } from './support/attacked-process';

/** Long enough for hundreds of requests in each test run; with FAULT_COUNTS=full long enough for a figure. */
const ATTACK_MS = isInFull ? 15_000 : 1_200;
const BETWEEN_QUESTIONS_MS = 10;
/** The heap may grow until it is collected; what is kept for each request would soon be beyond this. */
const MOST_GROWTH_MIB = 400;

const ATTACKS: readonly (readonly [name: string, answers: RegExp])[] = [
  ['documents 10,000 levels deep', /^400$/],
  ['a flood of tokens', /^400$/],
  ['a flood of aliases', /^400$/],
  ['a flood of directives', /^400$/],
  ['fragments in a circle', /^400$/],
  ['the largest pages that are answered', /^[24]00$/],
  ['gzip bombs', /^415$/],
  ['batches of 500', /^400$/],
  ['JSON 30,000 levels deep', /^400$/],
  ['bodies of 5 MB', /^413$/],
  ['guessed ids', /^200$/],
  ['a flood of sign-ins', /^200$/],
  ['uploads by strangers', /^4\d\d$/],
  ['bodies that come byte by byte', /^408$/],
  ['headers that come line by line', /^408$/],
  ['connections that say nothing', /^408$/],
  ['a flood of live streams', /^(200|429)$/],
];

/** The value below which so many of a hundred lie. */
const percentile = (values: readonly number[], percent: number): number =>
  Math.round(
    [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * percent) / 100))] ?? 0,
  );

describe('the API as a process under attack', () => {
  let api: AttackedProcess;

  beforeAll(async () => {
    api = await attackedProcess();
    for (let warm = 0; warm < 20; warm += 1) await api.ask();
  });

  afterAll(() => api.close());

  /** Asks normal questions one after the other until the other work is over. */
  async function answersWhile<T>(
    work: Promise<T>,
  ): Promise<{ readonly result: T; statuses: Set<number>; ms: number[] }> {
    let isOver = false;
    const over = work.finally(() => (isOver = true));
    const statuses = new Set<number>();
    const ms: number[] = [];
    while (!isOver) {
      const answer = await api.ask();
      statuses.add(answer.status);
      ms.push(answer.ms);
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_QUESTIONS_MS));
    }
    return { result: await over, statuses, ms };
  }

  it.each(ATTACKS)(
    'answers a normal question during %s, stays alive and does not grow without bound',
    async (name, answers) => {
      const before = api.memoryMiB() ?? 0;
      const processorBefore = api.processorMs() ?? 0;
      const { result, statuses, ms } = await answersWhile(api.attack(name, ATTACK_MS));
      expect([...statuses]).toEqual([200]);
      expect(Object.keys(result.statuses).filter((status) => !answers.test(status))).toEqual([]);
      expect(result.sent).toBeGreaterThan(0);
      expect(api.isAlive()).toBe(true);
      const after = api.memoryMiB() ?? 0;
      expect(after - before).toBeLessThan(MOST_GROWTH_MIB);
      const processorMs = (api.processorMs() ?? 0) - processorBefore;
      const figures = {
        sent: result.sent,
        asked: ms.length,
        p50: percentile(ms, 50),
        p99: percentile(ms, 99),
        processorMsEach: Number((processorMs / (result.sent + ms.length)).toFixed(2)),
      };
      process.stderr.write(`under attack by ${name}: ${JSON.stringify({ ...figures, growthMiB: after - before })}\n`);
    },
    ATTACK_MS + 60_000,
  );

  it('still answers within the second after all of this', async () => {
    const { status } = await api.ask();
    expect(status).toBe(200);
  });
});
