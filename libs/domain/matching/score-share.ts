/** An exact fraction within [0, 1]; the denominator is positive. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** The whole share. */
export const WHOLE: Share = { numerator: 1, denominator: 1 };

/** No share. */
export const NONE: Share = { numerator: 0, denominator: 1 };

/** A fraction of whole numbers, held within [0, 1]. */
export function shareOf(numerator: number, denominator: number): Share {
  if (numerator <= 0) return NONE;
  return numerator >= denominator ? WHOLE : { numerator, denominator };
}

/** Points of a part: floor(weight × share), in exact integers. */
export function pointsOf(weight: number, { numerator, denominator }: Share): number {
  const product = weight * numerator;
  // Below 2^53 a quotient of whole numbers is never rounded up to the next whole one.
  if (product + denominator <= Number.MAX_SAFE_INTEGER) return Math.floor(product / denominator);
  return Number((BigInt(weight) * BigInt(numerator)) / BigInt(denominator));
}
