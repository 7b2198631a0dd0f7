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
