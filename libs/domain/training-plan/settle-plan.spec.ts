import { loadPackingSolver } from '#platform/optimisation/packing-solver';
import { randomFrom } from '#testing/small-instances';
import { countyPlan } from '#testing/training-plans';
import type { PackingSolver } from './packing-programme';
import type { TrainingPlanProblem } from './plan-problem';
import { settlePlan, type TrainingPlan } from './settle-plan';

/** Two people who lack what one seat teaches, one who starts as she is, and one for whom nothing is open. */
const PROBLEM: TrainingPlanProblem = {
  clientIds: ['a', 'b', 'c', 'd'],
  sessions: [{ id: 's', places: 1 }],
  positions: [
    { id: 'p', places: 2 },
    { id: 'q', places: 1 },
  ],
  pairs: [
    { clientId: 'a', positionId: 'p', sessionId: 's', fit: 10 },
    { clientId: 'a', positionId: 'q', sessionId: null, fit: 1 },
    { clientId: 'b', positionId: 'p', sessionId: 's', fit: 20 },
    { clientId: 'c', positionId: 'q', sessionId: null, fit: 30 },
  ],
};

describe('settlePlan', () => {
  let solver: PackingSolver;

  beforeAll(async () => {
    solver = await loadPackingSolver();
  });

  const settled = (problem: TrainingPlanProblem): { told: TrainingPlan[]; plan: TrainingPlan } => {
    const told: TrainingPlan[] = [];
    return { told, plan: settlePlan(problem, solver, (plan) => told.push(plan)) };
  };

  it('gives who takes the seat, the place it opens, and what one place more would do', () => {
    expect(settled(PROBLEM).plan).toEqual({
      ...{ withoutTraining: 1, heuristic: 2, placed: 2, bound: 2, stoppedBy: null, isSettled: true },
      seats: [{ clientId: 'b', sessionId: 's', positionId: 'p', fit: 20, withoutSession: [] }],
      placedIn: { p: 1, q: 1 },
      withoutPlace: { SEATS_TAKEN: 1, NOTHING_OPENS: 1 },
      oneMoreSeat: { s: 1 },
      oneMoreSlot: { p: 0, q: 1 },
    });
  });

  it('tells of the plans on the way, none of them better than the last', () => {
    const { told, plan } = settled(countyPlan(randomFrom(2), { clients: 40, sessions: 8, positions: 40, seats: 4 }));
    expect(told.map(({ isSettled }) => isSettled)).toEqual([false, false]);
    for (const { placed, bound } of told) {
      expect(placed).toBeLessThanOrEqual(plan.placed);
      expect(bound).toBeGreaterThanOrEqual(plan.bound);
    }
    expect(Object.keys(plan.oneMoreSeat)).toHaveLength(8);
  });

  it('is a bug where the problem names somebody it does not hold', () => {
    expect(() => settled({ ...PROBLEM, clientIds: ['a'] })).toThrow('CLIENT_UNKNOWN');
  });
});
