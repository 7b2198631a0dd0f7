import type { ScorePartName, ScoreWeightsInput } from '@contract/gql';

/** The fields of a weighing in the order of the parts. */
export const WEIGHT_FIELDS: readonly { readonly field: keyof ScoreWeightsInput; readonly part: ScorePartName }[] = [
  { field: 'skills', part: 'SKILLS' },
  { field: 'occupation', part: 'OCCUPATION' },
  { field: 'commute', part: 'COMMUTE' },
  { field: 'pay', part: 'PAY' },
  { field: 'shiftAndHours', part: 'SHIFT_AND_HOURS' },
  { field: 'benefits', part: 'BENEFITS' },
];

/** The points that the parts share. */
export const WEIGHT_TOTAL = 10_000;

/** What is typed into the fields. */
export type WeightValues = Readonly<Record<keyof ScoreWeightsInput, string | number>>;

/** The typed values as numbers; what is no number becomes NaN. */
export const weightsOf = (values: Partial<WeightValues>): ScoreWeightsInput =>
  Object.fromEntries(
    WEIGHT_FIELDS.map(({ field }) => [field, Number(values[field] ?? Number.NaN)]),
  ) as unknown as ScoreWeightsInput;

/** The sum of the points; NaN while something is no whole number. */
export const sumOf = (weights: ScoreWeightsInput): number =>
  WEIGHT_FIELDS.reduce((sum, { field }) => sum + (Number.isInteger(weights[field]) ? weights[field] : Number.NaN), 0);
