import { rational, times, toInteger, type Rational } from '../common/rational';
import { PAID_HOURS_PER_MONTH } from '../placements/employment-law';

const FIFTY_YUAN_FEN = 5_000n;

/** A median as a person sees it: per month, rounded to 50 yuan (an odd median is one colleague's pay), in fen. */
export function shownMonthlyMedianFen(medianHourly: Rational): number {
  const monthly = times(medianHourly, rational(BigInt(PAID_HOURS_PER_MONTH)));
  return toInteger(times(monthly, rational(1n, FIFTY_YUAN_FEN))) * Number(FIFTY_YUAN_FEN);
}

/** An amount that could give a colleague's pay away, as a person sees it: rounded to 50 yuan, half up. */
export const shownAmountFen = (fen: number): number =>
  toInteger(rational(BigInt(fen), FIFTY_YUAN_FEN)) * Number(FIFTY_YUAN_FEN);

/** A gap as a person sees it: whole per cent, half up. */
export const shownGapPercent = (gap: Rational): number => toInteger(times(gap, rational(100n)));

/** A share as a person sees it: whole per cent, half away from zero. */
export const roundedPercent = (share: number): number => {
  // A per mille that was divided is a hair off its decimal: 0.025 must round like 25 ‰.
  const size = Math.round(Number((Math.abs(share) * 100).toFixed(9)));
  return size === 0 ? 0 : Math.sign(share) * size;
};
