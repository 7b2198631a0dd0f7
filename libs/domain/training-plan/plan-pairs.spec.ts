import { pairsOfPlan, unlocks, type LearnablePair } from './plan-pairs';

const PAIR: LearnablePair = {
  clientId: 'c',
  positionId: 'p',
  fit: 7,
  missing: ['FORKLIFT_N1'],
  closesOn: null,
  agreementTo: '2027-12-31',
};

const SESSION = { id: 's', teaches: ['FORKLIFT_DRIVING', 'FORKLIFT_N1'], endsOn: '2026-12-10' };
const ANYBODY = { mayJoin: () => true, isIn: () => false };

describe('a session unlocks a position', () => {
  it.each([
    [['FORKLIFT_N1'], true],
    [['FORKLIFT_N1', 'FORKLIFT_DRIVING'], true],
    [['FORKLIFT_N1', 'WELDING'], false],
    [['WELDING'], false],
  ])('where it teaches everything that is missing: %j %s', (missing, isUnlocked) => {
    expect(unlocks(SESSION, { ...PAIR, missing })).toBe(isUnlocked);
  });

  it.each([
    ['2026-12-10', false],
    ['2026-12-11', true],
  ])('that closes on %s, if there is a day left after the last lesson: %s', (closesOn, isUnlocked) => {
    expect(unlocks(SESSION, { ...PAIR, closesOn })).toBe(isUnlocked);
  });

  it.each([
    ['2026-12-10', false],
    ['2026-12-11', true],
  ])('whose agreement ends on %s, if there is a day left after the last lesson: %s', (agreementTo, isUnlocked) => {
    expect(unlocks(SESSION, { ...PAIR, agreementTo })).toBe(isUnlocked);
  });
});

describe('the pairs of a plan', () => {
  it('need no session where nothing is missing', () => {
    expect(pairsOfPlan([{ ...PAIR, missing: [] }], [SESSION], ANYBODY)).toEqual([
      { clientId: 'c', positionId: 'p', sessionId: null, fit: 7 },
    ]);
  });

  it('name each session that unlocks them and that she may join', () => {
    const sessions = [SESSION, { ...SESSION, id: 't' }, { ...SESSION, id: 'u' }];
    const mayJoin = (_: string, sessionId: string): boolean => sessionId !== 't';
    expect(pairsOfPlan([PAIR], sessions, { ...ANYBODY, mayJoin }).map(({ sessionId }) => sessionId)).toEqual([
      's',
      'u',
    ]);
  });

  it('take no seat from the plan where she is learning it already', () => {
    expect(pairsOfPlan([PAIR], [SESSION], { ...ANYBODY, isIn: () => true })).toEqual([
      { clientId: 'c', positionId: 'p', sessionId: null, fit: 7 },
    ]);
  });

  it('are none where nobody teaches what is missing', () => {
    expect(pairsOfPlan([{ ...PAIR, missing: ['WELDING'] }], [SESSION], ANYBODY)).toEqual([]);
  });
});
