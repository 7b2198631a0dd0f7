import { floorDiv, roundHalfUp } from './money';

/** An exact fraction; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A fraction in lowest terms; a negative denominator turns both signs, zero throws. */
export function rational(numerator: bigint, denominator: bigint = 1n): Rational {
  if (denominator === 1n) return { numerator, denominator };
  if (denominator === 0n) throw new Error('Division by zero');
  const divisor = gcd(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The fraction a·b/(c·d) of whole numbers, in lowest terms; products beyond what doubles hold exactly go by BigInt. */
export function fractionOf(a: number, b: number, c: number, d: number): Rational {
  const numerator = a * b;
  const denominator = c * d;
  if (!isExact(numerator) || !isExact(denominator)) return rational(BigInt(a) * BigInt(b), BigInt(c) * BigInt(d));
  if (denominator === 0) throw new Error('Division by zero');
  const divisor = gcdOfNumbers(Math.abs(numerator), Math.abs(denominator)) * Math.sign(denominator);
  return { numerator: BigInt(numerator / divisor), denominator: BigInt(denominator / divisor) };
}

const isExact = Number.isSafeInteger;
const MOST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) {
    if (x <= MOST_EXACT && y <= MOST_EXACT) return BigInt(gcdOfNumbers(Number(x), Number(y)));
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/** Of two whole numbers that doubles hold exactly; their remainders are exact as well. */
function gcdOfNumbers(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** A number with at most `decimals` decimals as an exact fraction; whatever lies beyond is rounded away. */
export function rationalOf(value: number, decimals = 2): Rational {
  const scale = 10 ** decimals;
  return fractionOf(Math.round(value * scale), 1, scale, 1);
}

/** a + b. */
export const plus = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

/** a − b. */
export const minus = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);

/** a × b. */
export const times = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

/** a ÷ b; throws when b is zero. */
export const over = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

/** Negative when a < b, 0 when equal, positive when a > b: for sorting. */
export function compare(a: Rational, b: Rational): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The fraction as a whole number, half up. */
export const toInteger = (value: Rational): number => Number(roundHalfUp(value.numerator, value.denominator));

/** The largest whole number that is not above the fraction. */
export const floorOf = (value: Rational): number => Number(floorDiv(value.numerator, value.denominator));

/** Writes the fraction with so many decimals, half up: 1/3 with 4 → '0.3333'. */
export function toDecimal(value: Rational, decimals: number): string {
  const scaled = roundHalfUp(value.numerator * 10n ** BigInt(decimals), value.denominator);
  const sign = scaled < 0n ? '-' : '';
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The middle of an odd number of values, the mean of the two middle ones of an even number; throws on none. */
export const median = (values: readonly Rational[]): Rational => medianOfSorted([...values].sort(compare));

/** The median of values that are in order already; throws on none. */
export function medianOfSorted(sorted: readonly Rational[]): Rational {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('No median of nothing');
  const lower = sorted.length % 2 === 1 ? upper : (sorted[middle - 1] ?? upper);
  return over(plus(lower, upper), rational(2n));
}
