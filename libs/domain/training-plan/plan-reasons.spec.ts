import { randomFrom } from '#testing/small-instances';
import { randomPlan } from '#testing/training-plans';
import { NONE, readPlan, type PlanInstance, type PlanPair, type TrainingPlanProblem } from './plan-problem';
import { reasonsWithoutPlace, seatReasons } from './plan-reasons';
import { quickPlan } from './solve-plan';

const pair = (clientId: string, positionId: string, sessionId: string | null): PlanPair => ({
  clientId,
  positionId,
  sessionId,
  fit: 1,
});

const one = (id: string, places = 1) => ({ id, places });

function read(problem: TrainingPlanProblem): PlanInstance {
  const outcome = readPlan(problem);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

describe('the reason for a seat', () => {
  it('is the place that it opens, where nothing takes her as she is', () => {
    const instance = read({
      clientIds: ['a'],
      sessions: [one('s')],
      positions: [one('p')],
      pairs: [pair('a', 'p', 's')],
    });
    expect(seatReasons(instance, quickPlan(instance))).toEqual([
      { client: 0, session: 0, position: 0, withoutSession: [] },
    ]);
  });

  it('names who has the place that she could have without it', () => {
    const instance = read({
      clientIds: ['a', 'b'],
      sessions: [one('s')],
      positions: [one('p'), one('q')],
      pairs: [pair('a', 'p', null), pair('b', 'p', null), pair('a', 'q', 's')],
    });
    expect(seatReasons(instance, quickPlan(instance))).toEqual([
      { client: 0, session: 0, position: 1, withoutSession: [{ position: 0, takenBy: [1] }] },
    ]);
  });

  it('is there once for each seat used, and no place she could have without it is free, on 700 problems', () => {
    const random = randomFrom(5);
    let withAlternative = 0;
    for (let k = 0; k < 700; k++) {
      const instance = read(randomPlan(random, { clients: 8, sessions: 3, positions: 5, places: 2 }));
      const plan = quickPlan(instance);
      const used = [...plan.optionOf].filter((option) => option !== NONE && instance.sessionOf[option] !== NONE);
      const reasons = seatReasons(instance, plan);
      expect(reasons.map(({ client }) => plan.optionOf[client])).toEqual(used);
      for (const { withoutSession } of reasons) {
        withAlternative += withoutSession.length;
        for (const { position, takenBy } of withoutSession) expect(takenBy).toHaveLength(instance.slots[position]!);
      }
    }
    expect(withAlternative).toBeGreaterThan(50);
  });
});

describe('the reason for no place', () => {
  const problem = {
    clientIds: ['a', 'b'],
    sessions: [one('s')],
    positions: [one('p', 2)],
    pairs: [pair('a', 'p', 's'), pair('b', 'p', 's')],
  };

  it.each([
    ['NOTHING_OPENS', { pairs: [pair('a', 'p', 's')] }],
    ['SEATS_TAKEN', {}],
    ['SLOTS_TAKEN', { sessions: [one('s', 2)], positions: [one('p', 1)] }],
    ['SLOTS_TAKEN', { sessions: [one('s', 1)], positions: [one('p', 1)] }],
  ])('is %s', (reason, change) => {
    const instance = read({ ...problem, ...change });
    expect([...reasonsWithoutPlace(instance, quickPlan(instance)).values()]).toEqual([reason]);
  });
});
