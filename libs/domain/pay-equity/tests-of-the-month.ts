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

/**
 * The family of tests of a county's monthly run, corrected together by Benjamini–Hochberg: clients with 19 comparators or
 * more, and the enterprises' group tests; rule checks are not in it. Gives what each employment's evidence rests on.
 */
export function testsOfTheMonth(own: readonly OwnTest[], groups: readonly GroupTest[]): ReadonlyMap<string, GapTests> {
  const tested = own.filter(({ m }) => m >= MIN_TESTED_COMPARATORS);
  const adjusted = adjustedPValues([...tested, ...groups].map(({ p }) => p));
  const ownP = new Map(tested.map(({ employment }, index) => [employment, adjusted[index] ?? null]));
  const clear = groups.filter(
    (group, index) => group.exceedsLimit && isDiscovery(adjusted[tested.length + index] ?? 1),
  );
  const enterprises = new Set(clear.map(({ enterprise }) => enterprise));
  return new Map(
    own.map(({ employment, enterprise }) => [
      employment,
      { adjustedP: ownP.get(employment) ?? null, hasGroupGap: enterprises.has(enterprise) },
    ]),
  );
}
