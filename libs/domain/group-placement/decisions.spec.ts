import { bestWhere, expectProven, soundInstance } from '#testing/placement-cases';
import { instanceFrom, randomFrom, randomInstance } from '#testing/small-instances';
import { NO_DECISIONS, solveAround, type Decisions } from './decisions';
import { fileOf } from './placement-instance';
import { overrideCost, type Override } from './reasons/override-cost';

const LIMITS = { clients: 5, slots: 4, seats: 2, fit: 9 };

/** Whether a placement keeps all decisions. */
const keeps =
  ({ locks, exclusions }: Decisions) =>
  (slotOf: readonly number[]) =>
    locks.every(({ client, slot }) => slotOf[client] === slot) &&
    exclusions.every(({ client, slot }) => slotOf[client] !== slot);

function randomOverride(random: () => number, clients: number, slots: number): Override {
  const any = (count: number) => Math.floor(random() * count);
  const kind = (['LOCK', 'FORBID', 'SWAP'] as const)[any(3)]!;
  return kind === 'SWAP'
    ? { kind, first: any(clients), second: any(clients) }
    : { kind, client: any(clients), slot: any(slots) };
}

describe('solveAround and overrideCost', () => {
  it('finds the exact cost of 2,000 overrides on top of each other, as trying everything does', () => {
    const random = randomFrom(41);
    const counts = { LOCK: 0, FORBID: 0, SWAP: 0, refused: 0 };
    while (counts.LOCK + counts.FORBID + counts.SWAP < 2_000) {
      const instance = soundInstance(randomInstance(random, LIMITS));
      const file = fileOf(instance);
      let decisions = NO_DECISIONS;
      for (let step = 0; step < 3; step++) {
        const before = solveAround(instance, decisions);
        if (!before.ok) throw new Error('what was accepted before is accepted again');
        const override = randomOverride(random, instance.clients, instance.slots);
        const cost = overrideCost(instance, decisions, before.value, override);
        if (!cost.ok) {
          counts.refused++;
          continue;
        }
        decisions = cost.value.decisions;
        const { after, placedLost, fitLost } = cost.value;
        const best = bestWhere(file, keeps(decisions));
        expect({ placed: after.placed, fit: after.fit }).toEqual(best);
        expect({ placedLost, fitLost }).toEqual({
          placedLost: before.value.placed - best!.placed,
          fitLost: before.value.fit - best!.fit,
        });
        expect(keeps(decisions)([...after.slotOf])).toBe(true);
        expectProven(after.remaining, after.solution);
        counts[override.kind]++;
      }
    }
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(100);
  });

  const instance = soundInstance(instanceFrom([1, 1, 2], [[[0, 9], [1, 4]], [[0, 8], [2, 3]], [[1, 5]]])); // prettier-ignore

  it.each<[string, Decisions, string[]]>([
    ['a pair that does not exist', { locks: [{ client: 2, slot: 0 }], exclusions: [] }, ['NO_SUCH_PAIR']],
    ['a client who does not exist', { locks: [{ client: 9, slot: 0 }], exclusions: [] }, ['NO_SUCH_PAIR']],
    ['two locks on one seat', { locks: [{ client: 0, slot: 0 }, { client: 1, slot: 0 }], exclusions: [] }, ['SEATS_EXCEEDED']], // prettier-ignore
    ['two locks of one client', { locks: [{ client: 0, slot: 0 }, { client: 0, slot: 1 }], exclusions: [] }, ['LOCKED_TWICE']], // prettier-ignore
    ['a lock that is excluded', { locks: [{ client: 0, slot: 0 }], exclusions: [{ client: 0, slot: 0 }] }, ['LOCKED_AND_EXCLUDED']], // prettier-ignore
    ['an exclusion of nothing', { locks: [], exclusions: [{ client: 2, slot: 2 }] }, ['NO_SUCH_PAIR']],
  ])('refuses %s', (_, decisions, codes) => {
    const outcome = solveAround(instance, decisions);
    expect(outcome.ok ? [] : outcome.refusals.map(({ code }) => code)).toEqual(codes);
  });

  it('refuses a swap with somebody who is not placed', () => {
    const crowded = soundInstance(instanceFrom([1], [[[0, 9]], [[0, 8]]]));
    const before = solveAround(crowded, NO_DECISIONS);
    if (!before.ok) throw new Error('solvable');
    const swap: Override = { kind: 'SWAP', first: 0, second: 1 };
    expect(overrideCost(crowded, NO_DECISIONS, before.value, swap)).toMatchObject({
      refusals: [{ code: 'NOT_PLACED' }],
    });
  });
});
