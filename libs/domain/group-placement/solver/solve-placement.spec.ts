import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sharedData } from '#testing/shared-data';
import { bestByTrying, instanceFrom, randomFrom, randomInstance } from '#testing/small-instances';
import { certificateProblem } from '../certificate-checker';
import { readInstance, type InstanceFile } from '../placement-instance';
import { overDemandedRegion } from './dulmage-mendelsohn';
import { auction } from './epsilon-scaling';
import { mostPlaced } from './hopcroft-karp';
import { placeByShortestPaths } from './shortest-augmenting-paths';
import { solvePlacement, type PlacementSolution } from './solve-placement';
import { placeByChoices } from './slot-choices';
import { partOf } from './transport-part';

function read(file: InstanceFile) {
  const outcome = readInstance(file);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

/** Solves and checks: every result in this file has passed the checker. */
function solved(file: InstanceFile): PlacementSolution {
  const solution = solvePlacement(read(file));
  const problem = certificateProblem(file, solution);
  if (problem !== null) throw new Error(`${problem}: ${JSON.stringify(file)}`);
  return solution;
}

describe('solvePlacement', () => {
  it('agrees with trying everything on 6,000 small instances, with proof', () => {
    const random = randomFrom(20261130);
    for (let k = 0; k < 6_000; k++) {
      const file = randomInstance(random, { clients: 5, slots: 5, seats: 3, fit: 12 });
      const { placed, fit } = solved(file);
      const best = bestByTrying(file);
      if (placed !== best.placed || fit !== best.fit)
        throw new Error(`${placed}, ${fit}: ${JSON.stringify({ best, file })}`);
    }
  });

  it('proves 120 larger instances, each solved twice alike', () => {
    const random = randomFrom(7);
    for (let k = 0; k < 120; k++) {
      const file = randomInstance(random, { clients: 90, slots: 40, seats: 4, fit: 10_000 });
      expect(JSON.stringify(solved(file))).toBe(JSON.stringify(solved(file)));
    }
  });

  it.each([
    ['shortest paths where seats are plentiful', false, placeByShortestPaths],
    ['choices of the slots where seats are scarce', true, placeByChoices],
  ])('gives the same total by auction as by %s', (_, seatsAreScarce, otherWay) => {
    const random = randomFrom(11);
    let compared = 0;
    for (let k = 0; k < 600; k++) {
      const instance = read(randomInstance(random, { clients: 40, slots: 40, seats: 4, fit: k % 2 === 0 ? 500 : 3 }));
      const part = partOf(instance, overDemandedRegion(instance, mostPlaced(instance).slotOf), seatsAreScarce);
      if (part.clientOfRow.length === 0) continue;
      const totals = [auction(part), otherWay(part)].map((answer) =>
        answer?.pairOf.reduce((sum, pair) => sum + (pair < 0 ? 0 : part.fit[pair]!), 0),
      );
      if (totals[1] === undefined) continue;
      expect(totals[0]).toBe(totals[1]);
      compared++;
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('places more people rather than better', () => {
    // Client 0 fits slot 0 best, but then client 1 would have none.
    const file = instanceFrom([1, 1], [[[0, 9_000], [1, 1]], [[0, 10]]]); // prettier-ignore
    expect(solved(file)).toMatchObject({ placed: 2, fit: 11, slotOf: Int32Array.of(1, 0) });
  });

  it.each([
    ['nobody has a pair', instanceFrom([1, 2], [[], [], []]), { placed: 0, fit: 0 }],
    ['no slot has a seat', instanceFrom([0, 0], [[[0, 5]], [[1, 7]]]), { placed: 0, fit: 0 }],
    ['one slot has no seat', instanceFrom([0, 1], [[[0, 9]], [[1, 7], [0, 9]]]), { placed: 1, fit: 7 }], // prettier-ignore
    ['a pair stands there twice', instanceFrom([1], [[[0, 3], [0, 8], [0, 5]]]), { placed: 1, fit: 8 }], // prettier-ignore
    ['every fit is 0', instanceFrom([1, 1], [[[0, 0], [1, 0]], [[0, 0]]]), { placed: 2, fit: 0 }], // prettier-ignore
    ['a slot has a thousand million seats', instanceFrom([1e9], [[[0, 3]], [[0, 4]]]), { placed: 2, fit: 7 }],
  ])('has an answer when %s', (_, file, expected) => {
    expect(solved(file)).toMatchObject(expected);
  });

  it('solves long chains without running out of stack', () => {
    const n = 30_000;
    const rows = Array.from({ length: n }, (_, i) =>
      i === 0 ? [[0, 5] as const] : [[i - 1, 9] as const, [i, 1] as const],
    );
    expect(solved(instanceFrom(new Array<number>(n).fill(1), rows.reverse())).placed).toBe(n);
  });
});

/** Published with their optima by J. E. Beasley, OR-Library: dense costs, to be minimised. */
const ORLIB = sharedData('or-library');

if (ORLIB !== null) {
  describe('OR-Library', () => {
    it.each([
      ['assign100', 305],
      ['assign500', 991],
    ])('reproduces the published optimum of %s', (name, optimum) => {
      const text = readFileSync(path.join(ORLIB, `orlib_${name}.cost.json`), 'utf8');
      const { n, cost } = JSON.parse(text) as { n: number; cost: number[] };
      const highest = cost.reduce((a, b) => Math.max(a, b), 0);
      const rows = Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (_unused, q) => [q, highest - cost[i * n + q]!] as const),
      );
      const { placed, fit } = solved(instanceFrom(new Array<number>(n).fill(1), rows));
      expect({ placed, cost: n * highest - fit }).toEqual({ placed: n, cost: optimum });
    });
  });
}
