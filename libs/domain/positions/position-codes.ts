/** When in the day a person works. */
export const Shift = {
  DAY: 'DAY',
  MIDDLE: 'MIDDLE',
  NIGHT: 'NIGHT',
  ROTATING: 'ROTATING',
} as const;

/** One of the shifts. */
export type Shift = (typeof Shift)[keyof typeof Shift];

/** What pay is reckoned by. */
export const PayBasis = { MONTHLY: 'MONTHLY', HOURLY: 'HOURLY', PIECE: 'PIECE' } as const;

/** One of the pay bases. */
export type PayBasis = (typeof PayBasis)[keyof typeof PayBasis];

/** The kinds of labour contract a position offers (劳动合同法 12, 68). */
export const ContractType = {
  FIXED_TERM: 'FIXED_TERM',
  OPEN_ENDED: 'OPEN_ENDED',
  TASK: 'TASK',
  PART_TIME: 'PART_TIME',
} as const;

/** One of the kinds of labour contract. */
export type ContractType = (typeof ContractType)[keyof typeof ContractType];

/** What an enterprise gives beside pay and a client may wish for. */
export const Benefit = {
  HOUSING: 'HOUSING',
  MEALS: 'MEALS',
  TRANSPORT: 'TRANSPORT',
  CHILDCARE: 'CHILDCARE',
} as const;

/** One of the benefits. */
export type Benefit = (typeof Benefit)[keyof typeof Benefit];

/** Days without a word from the enterprise after which a published position is stale. */
export const STALE_AFTER_DAYS = 90;
