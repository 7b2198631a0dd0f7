import { NONE, readPlan, type PlanPair, type TrainingPlanProblem } from './plan-problem';

const pair = (clientId: string, positionId: string, sessionId: string | null, fit = 5_000): PlanPair => ({
  clientId,
  positionId,
  sessionId,
  fit,
});

const SOUND: TrainingPlanProblem = {
  clientIds: ['b', 'a'],
  sessions: [{ id: 's', places: 1 }],
  positions: [
    { id: 'q', places: 9 },
    { id: 'p', places: 1 },
  ],
  pairs: [pair('b', 'p', 's'), pair('b', 'p', null), pair('a', 'q', 's', 1), pair('a', 'q', 's', 2)],
};

const refusalsOf = (problem: TrainingPlanProblem): string[] => {
  const outcome = readPlan(problem);
  return outcome.ok ? [] : outcome.refusals.map(({ code, field }) => `${code} ${field.join('.')}`);
};

describe('readPlan', () => {
  it('numbers everything in the order of the ids, and takes no more places than there are people', () => {
    const outcome = readPlan(SOUND);
    if (!outcome.ok) throw new Error(refusalsOf(SOUND).join());
    expect(outcome.value).toMatchObject({ clientIds: ['a', 'b'], positionIds: ['p', 'q'], sessionIds: ['s'] });
    expect([...outcome.value.slots]).toEqual([1, 2]);
  });

  it('keeps a pair once with its higher fit, and no session for a pair that needs none', () => {
    const outcome = readPlan(SOUND);
    if (!outcome.ok) throw new Error(refusalsOf(SOUND).join());
    const { clientOf, sessionOf, fitOf } = outcome.value;
    expect([...clientOf].map((client, o) => [client, sessionOf[o], fitOf[o]])).toEqual([
      [0, 0, 2],
      [1, NONE, 5_000],
    ]);
  });

  it('keeps options without a place, for the question what one more would do', () => {
    const outcome = readPlan({ ...SOUND, sessions: [{ id: 's', places: 0 }] });
    expect(outcome.ok && outcome.value.clientOf.length).toBe(2);
  });

  it.each([
    ['a client twice', { clientIds: ['a', 'a', 'b'] }, 'ID_TWICE clientIds'],
    [
      'a session twice',
      {
        sessions: [
          { id: 's', places: 1 },
          { id: 's', places: 2 },
        ],
      },
      'ID_TWICE sessions',
    ],
    ['a position twice', { positions: [...SOUND.positions, { id: 'p', places: 2 }] }, 'ID_TWICE positions'],
    ['fewer than no seats', { sessions: [{ id: 's', places: -1 }] }, 'PLACES_INVALID sessions'],
    ['half a slot', { positions: [...SOUND.positions, { id: 'r', places: 0.5 }] }, 'PLACES_INVALID positions'],
    ['an unknown client', { pairs: [pair('x', 'p', null)] }, 'CLIENT_UNKNOWN pairs'],
    ['an unknown session', { pairs: [pair('a', 'p', 'x')] }, 'SESSION_UNKNOWN pairs'],
    ['an unknown position', { pairs: [pair('a', 'x', null)] }, 'POSITION_UNKNOWN pairs'],
    ['a fit above 10,000', { pairs: [pair('a', 'p', null, 10_001)] }, 'FIT_INVALID pairs'],
    ['a fit below 0', { pairs: [pair('a', 'p', null, -1)] }, 'FIT_INVALID pairs'],
    ['half a point of fit', { pairs: [pair('a', 'p', null, 0.5)] }, 'FIT_INVALID pairs'],
  ])('refuses %s', (_, change, refusal) => {
    expect(refusalsOf({ ...SOUND, ...change })).toEqual([refusal]);
  });

  it.each([0, 10_000])('takes a fit of %d', (fit) => {
    expect(refusalsOf({ ...SOUND, pairs: [pair('a', 'p', null, fit)] })).toEqual([]);
  });
});
