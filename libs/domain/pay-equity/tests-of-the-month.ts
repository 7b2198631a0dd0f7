import { adjustedPValues, isDiscovery } from './statistics/benjamini-hochberg';
import { MIN_TESTED_COMPARATORS } from './statistics/one-versus-many';
import type { GapTests } from './comparator-gap';

/** One client's own test. */
export interface OwnTest {
  readonly employment: string;
  readonly enterprise: string;
  readonly m: number;
  readonly p: number;
}

/** A test over an enterprise's clients: the cohort's or the regression's. */
export interface GroupTest {
  readonly enterprise: string;
  /** One-sided, for the adverse direction. */
  readonly p: number;
  /** The pooled gap is above the limit, or the regression is at level 4 to the clients' disadvantage. */
  readonly exceedsLimit: boolean;
}

/** The month's family after the correction: each test's adjusted p in the order given, and what it says of each employment. */
export interface CorrectedFamily {
  /** Null where a client has too few comparators for a test of her own. */
  readonly own: readonly (number | null)[];
  readonly groups: readonly number[];
  /** What each employment's evidence rests on. */
  readonly byEmployment: ReadonlyMap<string, GapTests>;
}

/**
 * The family of tests of a county's monthly run, corrected together by Benjamini–Hochberg: clients with 19 comparators or
 * more, and the enterprises' group tests; rule checks are not in it.
 */
export function correctedFamily(own: readonly OwnTest[], groups: readonly GroupTest[]): CorrectedFamily {
  const tested = own.filter(({ m }) => m >= MIN_TESTED_COMPARATORS);
  const adjusted = adjustedPValues([...tested, ...groups].map(({ p }) => p));
  const ownP = new Map(tested.map((test, index) => [test, adjusted[index] ?? null]));
  const groupP = groups.map((_, index) => adjusted[tested.length + index] ?? 1);
  const clear = groups.filter((group, index) => group.exceedsLimit && isDiscovery(groupP[index] ?? 1));
  const enterprises = new Set(clear.map(({ enterprise }) => enterprise));
  return {
    own: own.map((test) => ownP.get(test) ?? null),
    groups: groupP,
    byEmployment: new Map(
      own.map((test) => [
        test.employment,
        { adjustedP: ownP.get(test) ?? null, hasGroupGap: enterprises.has(test.enterprise) },
      ]),
    ),
  };
}

/** What each employment's evidence rests on after the correction of the month's family. */
export const testsOfTheMonth = (own: readonly OwnTest[], groups: readonly GroupTest[]): ReadonlyMap<string, GapTests> =>
  correctedFamily(own, groups).byEmployment;
