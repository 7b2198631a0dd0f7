/** The share of false discoveries that a month's run of a county accepts. */
export const FALSE_DISCOVERY_RATE = 0.05;

/**
 * Adjusted p-values after Benjamini and Hochberg (1995), in the order given: p_(i) → min over j ≥ i of p_(j)·n/j, at
 * most 1. A test is significant when its adjusted p is at most FALSE_DISCOVERY_RATE.
 */
export function adjustedPValues(pValues: readonly number[]): number[] {
  const n = pValues.length;
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = new Array<number>(n);
  let least = 1;
  for (let rank = n; rank >= 1; rank--) {
    const index = order[rank - 1]!;
    least = Math.min(least, (pValues[index]! * n) / rank);
    adjusted[index] = least;
  }
  return adjusted;
}

/** Says whether an adjusted p-value is significant. */
export const isDiscovery = (adjustedP: number): boolean => adjustedP <= FALSE_DISCOVERY_RATE;
