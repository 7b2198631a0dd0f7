import { changeWeights, checkedWeights, SCORE_WEIGHTS_V1, type ScoreWeights } from './score-weights';

const weights = (changes: Partial<ScoreWeights>): ScoreWeights => ({ ...SCORE_WEIGHTS_V1, ...changes });
const refusals = (given: ScoreWeights): [string, string][] => {
  const outcome = checkedWeights(given);
  return outcome.ok ? [] : outcome.refusals.map(({ code, field }) => [code, field.join('.')]);
};

describe('checkedWeights', () => {
  it.each<[string, Partial<ScoreWeights>, [string, string][]]>([
    ['those of version 1', {}, []],
    ['all on one part', { SKILLS: 10_000, OCCUPATION: 0, COMMUTE: 0, PAY: 0, SHIFT_AND_HOURS: 0, BENEFITS: 0 }, []],
    ['one point too few', { SKILLS: 2_999 }, [['WEIGHTS_SUM', '']]],
    ['one point too many', { SKILLS: 3_001 }, [['WEIGHTS_SUM', '']]],
    ['a negative one', { PAY: -1, SKILLS: 4_501 }, [['WEIGHT_OUT_OF_RANGE', 'pay']]],
    ['one beyond all points', { SHIFT_AND_HOURS: 10_001 }, [['WEIGHT_OUT_OF_RANGE', 'shiftAndHours']]],
    [
      'two that are not whole',
      { PAY: 0.5, BENEFITS: Number.NaN },
      [
        ['WEIGHT_OUT_OF_RANGE', 'pay'],
        ['WEIGHT_OUT_OF_RANGE', 'benefits'],
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(refusals(weights(changes))).toEqual(expected);
  });
});

describe('changeWeights', () => {
  const today = '2026-11-30';
  const codes = (changes: Partial<ScoreWeights>, effectiveFrom: string): string[] => {
    const outcome = changeWeights({ weights: weights(changes), before: SCORE_WEIGHTS_V1, effectiveFrom, today });
    return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
  };

  it.each([
    [today, []],
    ['2026-11-29', ['DAY_IN_PAST']],
    ['2027-01-01', []],
  ])('from %s on: %j', (day, expected) => {
    expect(codes({ SKILLS: 2_500, COMMUTE: 2_500 }, day)).toEqual(expected);
  });

  it('refuses what changes nothing', () => {
    expect(codes({}, today)).toEqual(['WEIGHTS_UNCHANGED']);
  });
});
