import { withPairs, type PlacementInstance } from '../placement-instance';
import { mostPlaced } from '../solver/hopcroft-karp';
import { solvePlacement, type PlacementSolution } from '../solver/solve-placement';

/** A placement that raises the worst fit first. */
export interface RawlsPlacement {
  /** Nobody placed fits worse; null when nobody is placed. */
  readonly worstFit: number | null;
  /** The pairs that fit at least so well: the solution's certificate is checked against them. */
  readonly admitted: PlacementInstance;
  readonly solution: PlacementSolution;
}

/**
 * As many people as possible; among those placements the worst fit as high as possible; among those the highest total.
 * After J. Rawls, "A Theory of Justice" (1971): who has least comes first. The worst fit is found by halving, as in
 * the bottleneck assignment problem (R. E. Burkard, M. Dell'Amico & S. Martello, "Assignment Problems", 2009, ch. 6).
 */
export function raiseTheWorstFit(instance: PlacementInstance): RawlsPlacement {
  const { placed } = mostPlaced(instance);
  if (placed === 0) return { worstFit: null, admitted: instance, solution: solvePlacement(instance) };
  const fits = Int32Array.from(new Set(instance.pairFit)).sort();
  // The lowest fit admits every pair; the search keeps: fits[low] places everyone, fits[high] does not.
  let low = 0;
  let high = fits.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (mostPlaced(admitting(instance, fits[middle]!)).placed === placed) low = middle;
    else high = middle;
  }
  const admitted = admitting(instance, fits[low]!);
  return { worstFit: fits[low]!, admitted, solution: solvePlacement(admitted) };
}

const admitting = (instance: PlacementInstance, worst: number): PlacementInstance =>
  withPairs(instance, (pair) => instance.pairFit[pair]! >= worst);
