import { pairBetween, withCapacity, withPairs, type PlacementInstance } from '../placement-instance';
import { mostPlaced } from '../solver/hopcroft-karp';
import type { PlacementSolution } from '../solver/solve-placement';

/** Why a client did not get a slot. */
export type WhyNotSlot =
  | { readonly reason: 'NOT_FEASIBLE' }
  | { readonly reason: 'HAS_IT' }
  | { readonly reason: 'NO_SEATS' }
  /** With this pair one person fewer can be placed, whoever it is. */
  | { readonly reason: 'COSTS_A_PLACE' }
  /** As many are placed, but the total fit falls by at least so many points; 0 = perhaps an equal alternative. */
  | { readonly reason: 'COSTS_POINTS'; readonly atLeast: number };

/** Answers from the certificate what giving the client this slot would cost the cohort. */
export function whyNotSlot(
  instance: PlacementInstance,
  { placed, slotOf, certificate }: PlacementSolution,
  client: number,
  slot: number,
): WhyNotSlot {
  const pair = pairBetween(instance, client, slot);
  if (pair < 0) return { reason: 'NOT_FEASIBLE' };
  if (slotOf[client] === slot) return { reason: 'HAS_IT' };
  if (instance.capacity[slot] === 0) return { reason: 'NO_SEATS' };
  const isCoveredTwice = certificate.inZClient[client] === 0 && certificate.inZSlot[slot] === 1;
  if (isCoveredTwice || mostPlacedBeside(instance, client, slot) + 1 < placed) return { reason: 'COSTS_A_PLACE' };
  return { reason: 'COSTS_POINTS', atLeast: certificate.u[client]! + certificate.v[slot]! - instance.pairFit[pair]! };
}

/** How many others can be placed when the client has a seat of the slot. */
function mostPlacedBeside(instance: PlacementInstance, client: number, slot: number): number {
  const capacity = instance.capacity.slice();
  capacity[slot]!--;
  return mostPlaced(withPairs(withCapacity(instance, capacity), (_, other) => other !== client)).placed;
}
