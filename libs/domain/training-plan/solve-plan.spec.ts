import fc from 'fast-check';
import { loadPackingSolver } from '#platform/optimisation/packing-solver';
import { randomFrom } from '#testing/small-instances';
import { countyPlan, mostByTrying, randomPlan } from '#testing/training-plans';
import { dualBound, packingOf, type PackingSolver } from './packing-programme';
import { NONE, readPlan, type PlanInstance, type TrainingPlanProblem } from './plan-problem';
import { exactPlan, EXACT_LIMITS, EXACT_UP_TO_CLIENTS, quickPlan, type SolvedPlan } from './solve-plan';

const SMALL = { clients: 6, sessions: 3, positions: 4, places: 2 };
const COUNTY = { clients: 60, sessions: 6, positions: 30, seats: 6 };

let solver: PackingSolver;

beforeAll(async () => {
  solver = await loadPackingSolver();
});

function read(problem: TrainingPlanProblem): PlanInstance {
  const outcome = readPlan(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

/** Says what is wrong with a plan, by looking at nothing but the plan and the problem. */
function faultOf(instance: PlanInstance, { optionOf, placed }: Pick<SolvedPlan, 'optionOf' | 'placed'>): string | null {
  const slots = instance.slots.slice();
  const seats = instance.seats.slice();
  let counted = 0;
  for (const [client, option] of optionOf.entries()) {
    if (option === NONE) continue;
    counted++;
    if (instance.clientOf[option] !== client) return 'somebody else’s option';
    if (--slots[instance.positionOf[option]!]! < 0) return 'a slot twice';
    const session = instance.sessionOf[option]!;
    if (session !== NONE && --seats[session]! < 0) return 'a seat twice';
  }
  return counted === placed ? null : 'miscounted';
}

const planned = (problem: TrainingPlanProblem, limits = EXACT_LIMITS) => {
  const instance = read(problem);
  const quick = quickPlan(instance);
  return { instance, quick, exact: exactPlan(instance, quick, solver, limits) };
};

/** Problems for properties, each from a number, so that a failing one is named by it. */
const problems = fc.integer({ min: 0, max: 0xffff_ffff }).map((seed) => randomPlan(randomFrom(seed), SMALL));

describe('a training plan', () => {
  it('agrees with trying everything on 1,500 small problems, each with a proof', () => {
    const random = randomFrom(20261130);
    let withGain = 0;
    for (let k = 0; k < 1_500; k++) {
      const problem = randomPlan(random, SMALL);
      const { instance, quick, exact } = planned(problem);
      const most = mostByTrying(problem);
      const faults = [faultOf(instance, quick), faultOf(instance, exact)];
      const figures = [
        exact.placed,
        exact.bound,
        exact.stoppedBy,
        quick.placed <= most,
        quick.bound >= most,
        ...faults,
      ];
      if (JSON.stringify(figures) !== JSON.stringify([most, most, null, true, true, null, null]))
        throw new Error(JSON.stringify({ figures, most, problem }));
      if (most > exact.withoutTraining) withGain++;
    }
    expect(withGain).toBeGreaterThan(400);
  });

  it('orders its figures: without training ≤ heuristic ≤ placed ≤ bound', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { quick, exact } = planned(problem);
        expect(exact.withoutTraining).toBeLessThanOrEqual(quick.heuristic);
        expect(quick.heuristic).toBeLessThanOrEqual(exact.placed);
        expect(exact.placed).toBeLessThanOrEqual(exact.bound);
        expect(exact.bound).toBeLessThanOrEqual(quick.bound);
      }),
      { numRuns: 200 },
    );
  });

  it('counts what can be placed without training exactly', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const direct = problem.pairs.filter(({ sessionId }) => sessionId === null);
        expect(quickPlan(read(problem)).withoutTraining).toBe(mostByTrying({ ...problem, pairs: direct }));
      }),
      { numRuns: 200 },
    );
  });

  it('is the same in whatever order people, sessions, positions and pairs come', () => {
    fc.assert(
      fc.property(problems, fc.integer(), (problem, seed) => {
        const random = randomFrom(seed);
        const mixed = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row) => [random(), row] as const)
            .sort(([a], [b]) => a - b)
            .map(([, row]) => row);
        const other = {
          clientIds: mixed(problem.clientIds),
          sessions: mixed(problem.sessions),
          positions: mixed(problem.positions),
          pairs: mixed(problem.pairs),
        };
        expect(planned(other).quick).toEqual(planned(problem).quick);
        expect(planned(other).exact).toEqual(planned(problem).exact);
      }),
      { numRuns: 100 },
    );
  });

  it('places as many people whatever they are called', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const renamed = (id: string): string => [...id].reverse().join('') + id;
        const pairs = problem.pairs.map((one) => ({ ...one, clientId: renamed(one.clientId) }));
        const other = { ...problem, clientIds: problem.clientIds.map(renamed), pairs };
        expect(planned(other).exact.placed).toBe(planned(problem).exact.placed);
      }),
      { numRuns: 100 },
    );
  });

  it('sends nobody into a session whose place asks for none', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { instance, exact } = planned(problem);
        const needless = [...exact.optionOf].filter(
          (option) =>
            option !== NONE &&
            instance.sessionOf[option] !== NONE &&
            instance.clientOf.some(
              (client, other) =>
                client === instance.clientOf[option] &&
                instance.positionOf[other] === instance.positionOf[option] &&
                instance.sessionOf[other] === NONE,
            ),
        );
        expect(needless).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('plans a county’s cohorts, the heuristic within 5 in 100 of the optimum', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const { instance, quick, exact } = planned(countyPlan(randomFrom(seed), COUNTY));
      expect(faultOf(instance, exact)).toBeNull();
      expect(exact).toMatchObject({ stoppedBy: null, placed: exact.bound });
      expect(quick.heuristic).toBeGreaterThanOrEqual(0.95 * exact.placed);
    }
  });

  it('says that it stopped, and how far it may be from the optimum, where the limits end the search', () => {
    const instance = read(countyPlan(randomFrom(77), { clients: 100, sessions: 10, positions: 60, seats: 8 }));
    const quick = quickPlan(instance);
    const start = { ...quick, placed: 0, optionOf: new Int32Array(100).fill(NONE) };
    const halted: PackingSolver = {
      ...solver,
      solve: ({ start: chosen }) => ({ chosen, bound: 80, stoppedBy: 'NODES' }),
    };
    const plan = exactPlan(instance, start, halted);
    expect(plan.stoppedBy).toBe('NODES');
    expect(plan.placed).toBeLessThan(plan.bound);
  });

  it.each([
    [EXACT_UP_TO_CLIENTS, 1],
    [EXACT_UP_TO_CLIENTS + 1, 0],
  ])('of %d people searches %d times where prices do not settle it', (clients, searches) => {
    const sessions = [{ id: 's', places: 2 }];
    const clientIds = Array.from({ length: clients }, (_, k) => `c${k}`);
    const instance = read({
      clientIds,
      sessions,
      positions: [{ id: 'p', places: 2 }],
      pairs: clientIds.map((clientId) => ({ clientId, positionId: 'p', sessionId: 's', fit: 1 })),
    });
    const quick = { ...quickPlan(instance), placed: 1, bound: 2 };
    const solve = jest.fn(solver.solve);
    const plan = exactPlan(instance, quick, { prices: () => null, solve });
    expect(solve).toHaveBeenCalledTimes(searches);
    expect(plan.stoppedBy).toBe(searches === 0 ? 'SIZE' : null);
  });

  it('is empty where nobody waits, nothing is open or nothing fits', () => {
    const empty = { clientIds: [], sessions: [], positions: [], pairs: [] };
    const people = { ...empty, clientIds: ['a'], positions: [{ id: 'p', places: 1 }] };
    for (const problem of [empty, { ...empty, clientIds: ['a'] }, people])
      expect(planned(problem).exact).toMatchObject({ withoutTraining: 0, placed: 0, bound: 0, stoppedBy: null });
  });

  it('proves a bound with any prices at all', () => {
    fc.assert(
      fc.property(
        problems,
        fc.array(fc.double({ min: -1, max: 2, noNaN: true }), { minLength: 20, maxLength: 20 }),
        (problem, prices) => {
          const instance = read(problem);
          const programme = packingOf(instance, []);
          const given = Float64Array.from(programme.limits, (_, row) => prices[row % 20]!);
          const { bound, boundWithOneMoreIn } = dualBound(programme, given);
          expect(bound).toBeGreaterThanOrEqual(mostByTrying(problem));
          for (const row of programme.limits.keys()) expect(boundWithOneMoreIn(row)).toBeGreaterThanOrEqual(bound);
        },
      ),
      { numRuns: 200 },
    );
  });
});
