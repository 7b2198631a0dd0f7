import { refusal, refused, settled, type Outcome } from '../common/outcome';
import type { Day } from '../common/day';

/** The parts of a score, in the order in which they are shown. */
export const ScorePartName = {
  SKILLS: 'SKILLS',
  OCCUPATION: 'OCCUPATION',
  COMMUTE: 'COMMUTE',
  PAY: 'PAY',
  SHIFT_AND_HOURS: 'SHIFT_AND_HOURS',
  BENEFITS: 'BENEFITS',
} as const;

/** One of the parts of a score. */
export type ScorePartName = (typeof ScorePartName)[keyof typeof ScorePartName];

/** Points that each part can give; together 10,000. A county may edit them, under a new version. */
export type ScoreWeights = Readonly<Record<ScorePartName, number>>;

/** The highest score. */
export const SCORE_MAX = 10_000;

/** The version of the weights below. */
export const SCORE_VERSION = 1;

/** The weights of score version 1. */
export const SCORE_WEIGHTS_V1: ScoreWeights = {
  SKILLS: 3_000,
  OCCUPATION: 2_000,
  COMMUTE: 2_000,
  PAY: 1_500,
  SHIFT_AND_HOURS: 1_000,
  BENEFITS: 500,
};

/** Why weights are not taken. */
export type WeightsRefusalCode = 'WEIGHT_OUT_OF_RANGE' | 'WEIGHTS_SUM' | 'WEIGHTS_UNCHANGED' | 'DAY_IN_PAST';

/** The field of a request that each part stands in. */
const FIELD: Readonly<Record<ScorePartName, string>> = {
  SKILLS: 'skills',
  OCCUPATION: 'occupation',
  COMMUTE: 'commute',
  PAY: 'pay',
  SHIFT_AND_HOURS: 'shiftAndHours',
  BENEFITS: 'benefits',
};

const NAMES = Object.values(ScorePartName);

/** Takes weights that are whole, each 0..10,000, and 10,000 together; else every reason why not. */
export function checkedWeights(weights: ScoreWeights): Outcome<ScoreWeights, WeightsRefusalCode> {
  const isInRange = (points: number): boolean => Number.isInteger(points) && points >= 0 && points <= SCORE_MAX;
  const outside = NAMES.filter((name) => !isInRange(weights[name]));
  if (outside.length > 0)
    return refused(
      ...outside.map((name) => refusal('WEIGHT_OUT_OF_RANGE' as const, [FIELD[name]], { max: SCORE_MAX })),
    );
  const sum = NAMES.reduce((total, name) => total + weights[name], 0);
  return settled(sum === SCORE_MAX ? [] : [refusal('WEIGHTS_SUM', [], { sum, max: SCORE_MAX })], weights);
}

/** Takes a change of weights that differs from those before and does not reach back. */
export function changeWeights(change: {
  readonly weights: ScoreWeights;
  readonly before: ScoreWeights;
  readonly effectiveFrom: Day;
  readonly today: Day;
}): Outcome<ScoreWeights, WeightsRefusalCode> {
  const { weights, before, effectiveFrom, today } = change;
  const checked = checkedWeights(weights);
  if (!checked.ok) return checked;
  if (NAMES.every((name) => weights[name] === before[name])) return refused(refusal('WEIGHTS_UNCHANGED'));
  return settled(
    effectiveFrom < today ? [refusal('DAY_IN_PAST', ['effectiveFrom'], { earliest: today })] : [],
    weights,
  );
}
