/** An amount of money in fen (1/100 yuan), a safe integer. */
export type Fen = number;

const YUAN_PATTERN = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/;

/** Writes fen as yuan with two decimals and no separators: 197000 → '1970.00'. */
export function fenToYuan(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const sign = fen < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Reads yuan with at most two decimals ('1970', '1970.5', '-3.20') as fen; anything else gives null. */
export function yuanToFen(text: string): Fen | null {
  const match = YUAN_PATTERN.exec(text);
  if (match === null) return null;
  const [, sign, yuan = '0', decimals = ''] = match;
  const fen = Number(yuan) * 100 + Number(decimals.padEnd(2, '0'));
  if (!Number.isSafeInteger(fen)) return null;
  return sign === '-' && fen !== 0 ? -fen : fen;
}

/** Rounds an exact fraction to the nearest integer, halves away from minus infinity (2.5 → 3, −2.5 → −2). */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new Error('Division by zero');
  const [n, d] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
  return floorDiv(2n * n + d, 2n * d);
}

/** The largest integer that is not above the exact fraction. */
export function floorDiv(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const isExact = quotient * denominator === numerator;
  return !isExact && numerator < 0n !== denominator < 0n ? quotient - 1n : quotient;
}
