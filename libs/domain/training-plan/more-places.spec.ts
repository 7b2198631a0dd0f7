import fc from 'fast-check';
import { loadPackingSolver } from '#platform/optimisation/packing-solver';
import { randomFrom } from '#testing/small-instances';
import { mostByTrying, randomPlan } from '#testing/training-plans';
import { marginalValues, withMorePlaces } from './more-places';
import type { PackingSolver } from './packing-programme';
import { readPlan, type PlanInstance, type TrainingPlanProblem } from './plan-problem';
import { exactPlan, quickPlan } from './solve-plan';

const SMALL = { clients: 5, sessions: 3, positions: 3, places: 2 };
const NO_MORE: ReadonlyMap<string, number> = new Map();

let solver: PackingSolver;

beforeAll(async () => {
  solver = await loadPackingSolver();
});

function read(problem: TrainingPlanProblem): PlanInstance {
  const outcome = readPlan(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

const placed = (problem: TrainingPlanProblem): number => {
  const instance = read(problem);
  return exactPlan(instance, quickPlan(instance), solver).placed;
};

const problems = fc.integer({ min: 0, max: 0xffff_ffff }).map((seed) => randomPlan(randomFrom(seed), SMALL));

describe('more places', () => {
  it('never place fewer, and never more people than there are places more', () => {
    fc.assert(
      fc.property(problems, fc.nat(3), fc.nat(3), fc.nat(2), (problem, seats, slots, at) => {
        const session = problem.sessions[at % Math.max(1, problem.sessions.length)]?.id ?? 'none';
        const position = problem.positions[at % Math.max(1, problem.positions.length)]?.id ?? 'none';
        const more = { seats: new Map([[session, seats]]), slots: new Map([[position, slots]]) };
        const gain = placed(withMorePlaces(problem, more)) - placed(problem);
        expect(gain).toBeGreaterThanOrEqual(0);
        expect(gain).toBeLessThanOrEqual(seats + slots);
      }),
      { numRuns: 200 },
    );
  });

  it('change nothing where none are given', () => {
    const problem = randomPlan(randomFrom(3), SMALL);
    expect(withMorePlaces(problem, { seats: NO_MORE, slots: NO_MORE })).toEqual(problem);
  });

  it('are worth, one by one, what trying everything says, on 400 problems', () => {
    const random = randomFrom(99);
    let ones = 0;
    for (let k = 0; k < 400; k++) {
      const problem = randomPlan(random, SMALL);
      const instance = read(problem);
      const plan = exactPlan(instance, quickPlan(instance), solver);
      const values = marginalValues({ instance, plan }, solver);
      const oneMore = (kind: 'seats' | 'slots', id: string): number =>
        mostByTrying(withMorePlaces(problem, { seats: NO_MORE, slots: NO_MORE, [kind]: new Map([[id, 1]]) })) -
        plan.placed;
      expect(values.ofSeat).toEqual(instance.sessionIds.map((id) => oneMore('seats', id)));
      expect(values.ofSlot).toEqual(instance.positionIds.map((id) => oneMore('slots', id)));
      ones += values.ofSeat.filter((value) => value === 1).length;
    }
    expect(ones).toBeGreaterThan(50);
  });

  it('are not judged where the plan itself is not proven', () => {
    const instance = read(randomPlan(randomFrom(4), { ...SMALL, clients: 5 }));
    const plan = { ...quickPlan(instance), placed: 0, bound: 1 };
    const { ofSeat, ofSlot } = marginalValues({ instance, plan }, solver);
    expect([...ofSeat, ...ofSlot].every((value) => value === null)).toBe(true);
  });
});
