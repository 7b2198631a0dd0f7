import { faultRun, shuffled, tally } from './support/fault-run';
import { openSlotMarket, type Deal, type SlotMarket } from './support/slot-market';

const ACTS = 500;
/** More hands than connections, so that what was begun by some ends while others begin. */
const LANES = 60;
const F7 = faultRun('F7 500 mixed acts on 20 positions', { inTests: 2, inFull: 100 });

/** Shares of the 500: two of five place somebody. */
const MIX: readonly Deal[] = [
  ...Array.from({ length: 8 }, () => 'place' as const),
  ...Array.from({ length: 4 }, () => 'withdraw' as const),
  ...Array.from({ length: 2 }, () => 'decline' as const),
  ...Array.from({ length: 4 }, () => 'close' as const),
  ...Array.from({ length: 2 }, () => 'edit' as const),
];

describe('slots under everything at once', () => {
  let market: SlotMarket;

  beforeAll(async () => {
    market = await openSlotMarket();
  });

  afterAll(() => market.close());

  it('is watched by sums that find one slot opened without its placement: the control', async () => {
    await market.open();
    while ((await market.act('place', F7.random)) !== 'place DONE');
    expect(await market.mismatches()).toEqual([]);
    const mend = await market.breakOne();
    expect(await market.mismatches()).toEqual([
      expect.objectContaining({ what: expect.stringContaining('filled 0, live placements 1') as string }),
    ]);
    await expect(market.watch().end()).rejects.toThrow('The sums do not agree');
    await mend();
    await market.endAll();
    expect(await market.mismatches()).toEqual([]);
  }, 600_000);

  it(`counts as many filled slots as live placements at every moment of ${ACTS} places, withdrawals, ends and edits by many hands, ${F7.rounds} times over`, async () => {
    const counts: Record<string, number> = {};
    let looks = 0;
    for (let round = 0; round < F7.rounds; round += 1) {
      await market.open();
      const watch = market.watch();
      const deals = shuffled(
        F7.random,
        Array.from({ length: ACTS }, () => F7.random.pick(MIX)),
      );
      const codes: string[] = [];
      const lane = async (): Promise<void> => {
        for (let deal = deals.pop(); deal !== undefined; deal = deals.pop())
          codes.push(await market.act(deal, F7.random));
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      looks += await watch.end();
      for (const [code, count] of Object.entries(tally(codes))) counts[code] = (counts[code] ?? 0) + count;
      expect(await market.mismatches()).toEqual([]);
      await market.endAll();
      expect(await market.mismatches()).toEqual([]);
      expect(await market.filled()).toBe(0);
    }
    F7.report({ looks, ...counts });
    for (const deal of new Set(MIX)) expect(counts[`${deal} DONE`]).toBeGreaterThan(0);
  }, 3_600_000);
});
