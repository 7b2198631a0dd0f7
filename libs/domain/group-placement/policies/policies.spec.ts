import { expectProven, soundInstance } from '#testing/placement-cases';
import {
  everyPlacement,
  instanceFrom,
  randomFrom,
  randomInstance,
  type InstanceLimits,
} from '#testing/small-instances';
import { diversityOf } from '../diversity';
import { fileOf, pairBetween } from '../placement-instance';
import { solvePlacement } from '../solver/solve-placement';
import { placeStably } from './deferred-acceptance';
import { placeGreedily } from './greedy';
import { blockingPairs, byFit, figuresOf, type Preferences } from './policy-figures';
import { raiseTheWorstFit } from './rawls';

const SMALL: InstanceLimits = { clients: 5, slots: 4, seats: 2, fit: 9 };
const LARGE: InstanceLimits = { clients: 60, slots: 30, seats: 3, fit: 1_000 };

describe('raiseTheWorstFit', () => {
  it('is the best by number, then worst fit, then total, on 1,000 random instances', () => {
    const random = randomFrom(12);
    for (let k = 0; k < 1_000; k++) {
      const instance = soundInstance(randomInstance(random, SMALL));
      let best = { placed: 0, worst: null as number | null, fit: 0 };
      everyPlacement(fileOf(instance), (slotOf, fit, placed) => {
        const own = slotOf.flatMap((slot, i) => (slot < 0 ? [] : [instance.pairFit[pairBetween(instance, i, slot)]!]));
        const worst = own.length === 0 ? null : Math.min(...own);
        const gain = placed - best.placed || (worst ?? -1) - (best.worst ?? -1) || fit - best.fit;
        if (gain > 0) best = { placed, worst, fit };
      });
      const { worstFit, solution, admitted } = raiseTheWorstFit(instance);
      const { placed, fit, lowestFit } = figuresOf(instance, solution.slotOf);
      expect({ placed, worst: lowestFit, fit }).toEqual(best);
      expect(worstFit).toBe(best.worst);
      expectProven(admitted, solution);
    }
  });
});

describe('placeStably', () => {
  it('leaves no blocking pair on 500 random instances, whatever both sides prefer', () => {
    const random = randomFrom(13);
    let blockedOtherwise = 0;
    for (let k = 0; k < 500; k++) {
      const instance = soundInstance(randomInstance(random, LARGE));
      const liking = () => Int32Array.from(instance.pairSlot, () => Math.floor(random() * 20));
      const preferences: Preferences = k % 2 === 0 ? byFit(instance) : { ofClient: liking(), ofSlot: liking() };
      const slotOf = placeStably(instance, preferences);
      expect(blockingPairs(instance, slotOf, preferences)).toBe(0);
      expectWithinSeats(instance.capacity, slotOf);
      blockedOtherwise += blockingPairs(instance, solvePlacement(instance).slotOf, preferences);
    }
    // Control: the count does find blocking pairs where there are some.
    expect(blockedOtherwise).toBeGreaterThan(1_000);
  });

  it('is the best stable placement for every client, among all on 300 small instances without ties', () => {
    const random = randomFrom(14);
    for (let k = 0; k < 300; k++) {
      const instance = soundInstance(randomInstance(random, SMALL));
      const order = () => shuffled(Int32Array.from(instance.pairSlot.keys()), random);
      const preferences: Preferences = { ofClient: order(), ofSlot: order() };
      const liked = (slotOf: ArrayLike<number>, client: number) =>
        slotOf[client]! < 0 ? -1 : preferences.ofClient[pairBetween(instance, client, slotOf[client]!)]!;
      const ours = placeStably(instance, preferences);
      everyPlacement(fileOf(instance), (slotOf) => {
        if (blockingPairs(instance, Int32Array.from(slotOf), preferences) > 0) return;
        for (let i = 0; i < instance.clients; i++) expect(liked(ours, i)).toBeGreaterThanOrEqual(liked(slotOf, i));
      });
    }
  });
});

describe('placeGreedily', () => {
  it('serves in file order: the second client gets what the first left', () => {
    const instance = soundInstance(instanceFrom([1, 1], [[[0, 9], [1, 8]], [[0, 9], [1, 1]], [[0, 9]]])); // prettier-ignore
    const slotOf = placeGreedily(instance);
    expect([...slotOf]).toEqual([0, 1, -1]);
    expect(figuresOf(instance, slotOf)).toEqual({ placed: 2, fit: 10, lowestFit: 1, blockingPairs: 0 });
    expect(figuresOf(instance, solvePlacement(instance).slotOf)).toMatchObject({ placed: 2, fit: 17 });
  });

  it('is never above the optimum and never over the seats', () => {
    const random = randomFrom(15);
    for (let k = 0; k < 300; k++) {
      const instance = soundInstance(randomInstance(random, LARGE));
      const greedy = figuresOf(instance, placeGreedily(instance));
      const { placed, fit } = solvePlacement(instance);
      expect(greedy.placed < placed || (greedy.placed === placed && greedy.fit <= fit)).toBe(true);
      expectWithinSeats(instance.capacity, placeGreedily(instance));
    }
  });
});

describe('diversityOf', () => {
  const slots = [
    { enterpriseId: 'a', occupationCode: '6-01' },
    { enterpriseId: 'a', occupationCode: '4-02' },
    { enterpriseId: 'b', occupationCode: '4-02' },
  ];

  it('measures how widely people are spread and how many wishes are met', () => {
    const wishes = [['6-01'], [], ['6-01', '4-02'], ['6-01'], ['6-01']];
    expect(diversityOf([0, 1, 2, 2, -1], slots, wishes)).toEqual({
      enterpriseHhi: 5_000,
      occupationHhi: 6_250,
      withWish: 3,
      wishMet: 2,
    });
  });

  it('is 10,000 when all are in one enterprise and empty when nobody is placed', () => {
    expect(diversityOf([0, 1], slots, [[], []])).toMatchObject({ enterpriseHhi: 10_000, occupationHhi: 5_000 });
    expect(diversityOf([-1], slots, [['6-01']])).toEqual({
      enterpriseHhi: null,
      occupationHhi: null,
      withWish: 0,
      wishMet: 0,
    });
  });
});

function expectWithinSeats(capacity: Int32Array, slotOf: Int32Array): void {
  const left = capacity.slice();
  for (const slot of slotOf) if (slot >= 0) left[slot]!--;
  expect(left.every((seats) => seats >= 0)).toBe(true);
}

function shuffled(values: Int32Array, random: () => number): Int32Array {
  for (let k = values.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    [values[k], values[other]] = [values[other]!, values[k]!];
  }
  return values;
}
