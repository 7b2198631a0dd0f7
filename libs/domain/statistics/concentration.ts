import { rational, toInteger } from '../common/rational';

/** The Herfindahl–Hirschman index of group sizes in ten-thousandths, half up: 10,000 = all in one group; null of nothing. */
export function concentration(sizes: readonly number[]): number | null {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return null;
  const squares = sizes.reduce((sum, size) => sum + size * size, 0);
  return toInteger(rational(BigInt(squares) * 10_000n, BigInt(total) * BigInt(total)));
}
