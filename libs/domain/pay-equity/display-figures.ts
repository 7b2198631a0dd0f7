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
