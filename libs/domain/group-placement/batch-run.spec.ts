import * as fc from 'fast-check';
import { instanceFrom, randomFrom, randomInstance } from '#testing/small-instances';
import { soundInstance } from '#testing/placement-cases';
import { runBatch } from './batch-run';
import { certificateProblem } from './certificate-checker';
import { NO_DECISIONS } from './decisions';

const SIZES = { clients: 40, slots: 20, seats: 3, fit: 10_000 };

describe('runBatch', () => {
  it('gives the same for the same input, on 300 random cohorts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (seed) => {
        const once = runBatch(soundInstance(randomInstance(randomFrom(seed), SIZES)), NO_DECISIONS);
        const again = runBatch(soundInstance(randomInstance(randomFrom(seed), SIZES)), NO_DECISIONS);
        expect(again).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it('explains everybody who has no place, once, by a proof that counts; and never places fewer than another way', () => {
    const random = randomFrom(77);
    for (let k = 0; k < 300; k++) {
      const instance = soundInstance(randomInstance(random, SIZES));
      const run = runBatch(instance, NO_DECISIONS);
      if (!run.ok) throw new Error('solvable');
      const { slotOf, groups, policies, remaining, proof, placed } = run.value;
      expect(certificateProblem(remaining, proof)).toBeNull();
      const unplaced = slotOf.flatMap((slot, i) => (slot < 0 ? [i] : []));
      expect(groups.flatMap((group) => group.unplaced).sort((a, b) => a - b)).toEqual(unplaced);
      for (const { code, people, seats, unplaced: left } of groups) {
        if (code === 'SEATS_SHORT') expect(people.length - seats).toBe(left.length);
        else expect(left.every((i) => instance.firstPair[i] === instance.firstPair[i + 1])).toBe(true);
      }
      expect(policies.map(({ policy }) => policy)).toEqual([
        'MOST_PLACED_THEN_FIT',
        'WORST_FIT_FIRST',
        'TWO_SIDED_STABLE',
        'GREEDY',
      ]);
      expect(policies.every((other) => other.placed <= placed)).toBe(true);
      expect(policies[2]?.blockingPairs).toBe(0);
    }
  });

  const two = soundInstance(instanceFrom([1], [[[0, 9]], [[0, 5]], []]));

  it('keeps a lock, tells who has no seat for it, and who could take nothing', () => {
    const run = runBatch(two, { locks: [{ client: 1, slot: 0 }], exclusions: [] });
    if (!run.ok) throw new Error('solvable');
    expect(run.value).toMatchObject({ placed: 1, fit: 5, slotOf: [-1, 0, -1] });
    expect(run.value.groups.map(({ code, unplaced, seats }) => [code, unplaced, seats])).toEqual([
      ['NO_FEASIBLE_POSITION', [2], 0],
      ['SEATS_SHORT', [0], 0],
    ]);
  });

  it('says that people decided so where everything she could take is forbidden', () => {
    const run = runBatch(two, { locks: [], exclusions: [{ client: 0, slot: 0 }] });
    if (!run.ok) throw new Error('solvable');
    expect(run.value.groups.map(({ code, unplaced }) => [code, unplaced])).toEqual([
      ['NO_FEASIBLE_POSITION', [2]],
      ['FORBIDDEN_BY_DECISION', [0]],
    ]);
  });

  it('refuses decisions that cannot stand together', () => {
    const run = runBatch(two, {
      locks: [
        { client: 0, slot: 0 },
        { client: 1, slot: 0 },
      ],
      exclusions: [],
    });
    expect(run).toMatchObject({ ok: false, refusals: [{ code: 'SEATS_EXCEEDED' }] });
  });
});
