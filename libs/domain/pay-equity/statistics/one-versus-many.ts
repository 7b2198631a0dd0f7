import { compare, over, plus, rational, type Rational } from '../../common/rational';

/** Comparators from which one client alone can be significant at 5 %: the smallest p is 1/(m + 1). */
export const MIN_TESTED_COMPARATORS = 19;

/** Periods whose mean stands for one person in a cohort: no month counts as independent. */
export const PERIODS_PER_PERSON = 3;

/** The rank of a client from below among m colleagues, ties against her: 1 + how many of them have no more. */
export const rankFromBelow = (client: Rational, colleagues: readonly Rational[]): number =>
  1 + colleagues.filter((hourly) => compare(hourly, client) <= 0).length;

/** The exact one-sided permutation p of one client against m colleagues: (1 + #{h_j ≤ h})/(m + 1). */
export const oneVersusManyP = (rank: number, m: number): Rational => rational(BigInt(rank), BigInt(m) + 1n);

/** One value per person: the mean of the last three periods' hourly pay, latest last; null when there is none. */
export function personsHourlyPay(periods: readonly Rational[]): Rational | null {
  const last = periods.slice(-PERIODS_PER_PERSON);
  const [only, ...more] = last;
  if (only === undefined) return null;
  if (more.length === 0) return only;
  return over(last.reduce(plus), rational(BigInt(last.length)));
}
