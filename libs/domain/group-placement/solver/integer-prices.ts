/**
 * Turns prices that are right up to one increment, in the scaled unit, into exact integer prices in the unit of fits.
 *
 * The remainders of all prices and of 0 lie on a circle of length `scale`. There are at most scale − 1 of them, so two
 * neighbours are more than one increment apart; rounding down from there, no comparison of two prices that held up to
 * one increment can come out wrong. The price 0 stays 0.
 */
export function integerPrices(price: Float64Array, scale: number): Float64Array {
  const start = startOfWidestGap(price, scale);
  const zero = Math.floor(-start / scale);
  return price.map((one) => Math.floor((one - start) / scale) - zero);
}

function startOfWidestGap(price: Float64Array, scale: number): number {
  const remainder = new Float64Array(price.length + 1);
  for (let q = 0; q < price.length; q++) remainder[q] = ((price[q]! % scale) + scale) % scale;
  remainder.sort();
  let start = remainder[0]!;
  let widest = start + scale - remainder[price.length]!;
  for (let k = 1; k <= price.length; k++) {
    const gap = remainder[k]! - remainder[k - 1]!;
    if (gap > widest) {
      widest = gap;
      start = remainder[k]!;
    }
  }
  if (widest <= 1) throw new Error('prices fill the circle of remainders: the scale is too small');
  return start;
}
