import { certificateProblem } from '#domain/group-placement/certificate-checker';
import {
  fileOf,
  readInstance,
  type InstanceFile,
  type PlacementInstance,
} from '#domain/group-placement/placement-instance';
import type { PlacementSolution } from '#domain/group-placement/solver/solve-placement';
import { everyPlacement } from './small-instances';

/** The instance of a file that is known to be sound. */
export function soundInstance(file: InstanceFile): PlacementInstance {
  const outcome = readInstance(file);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

/** Throws unless the certificate proves the solution. */
export function expectProven(instance: PlacementInstance, solution: PlacementSolution): void {
  const problem = certificateProblem(fileOf(instance), solution);
  if (problem !== null) throw new Error(`${problem}: ${JSON.stringify(fileOf(instance))}`);
}

/** Most placed, then highest total, among the placements that satisfy a condition; null when none does. */
export function bestWhere(
  file: InstanceFile,
  isAllowed: (slotOf: readonly number[]) => boolean,
): { placed: number; fit: number } | null {
  let best: { placed: number; fit: number } | null = null;
  everyPlacement(file, (slotOf, fit, placed) => {
    const isBetter = best === null || placed > best.placed || (placed === best.placed && fit > best.fit);
    if (isBetter && isAllowed(slotOf)) best = { placed, fit };
  });
  return best;
}
