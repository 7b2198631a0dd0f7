/** Where the point and the limit stand on the meter, in percent of its length. */
export interface Meter {
  readonly at: number;
  readonly limitAt: number;
  readonly isOver: boolean;
}

/** The limit stands in the middle; what is twice as far, or farther, stands at the end. */
export function meterOf(permille: number, limitPermille: number): Meter {
  const whole = 2 * limitPermille;
  return {
    at: Math.min(100, Math.round((1_000 * permille) / whole) / 10),
    limitAt: 50,
    isOver: permille > limitPermille,
  };
}
