import type { PlacementInstance } from '../placement-instance';
import { overDemandedRegion } from './dulmage-mendelsohn';
import { auction } from './epsilon-scaling';
import { mostPlaced } from './hopcroft-karp';
import { placeByShortestPaths } from './shortest-augmenting-paths';
import { placeByChoices } from './slot-choices';
import { partOf, type PricedPart, type TransportPart } from './transport-part';

/** Raised with every change that may give another assignment for the same input. */
export const SOLVER_VERSION = '3';

/** What proves a placement optimal, for anyone who checks it: the over-demanded region and integer prices. */
export interface PlacementCertificate {
  readonly inZClient: Uint8Array;
  readonly inZSlot: Uint8Array;
  /** Of each client: free outside Z, ≥ 0 inside. */
  readonly u: Float64Array;
  /** Of each seat of a slot: free inside Z, ≥ 0 outside. */
  readonly v: Float64Array;
}

/** Most people placed, then the highest total fit, with its proof. */
export interface PlacementSolution {
  readonly placed: number;
  readonly fit: number;
  /** The slot of each client; −1 = unplaced. */
  readonly slotOf: Int32Array;
  readonly certificate: PlacementCertificate;
}

/** What the solver is at: how many can be placed, then how well. */
export type SolverPhase = 'CARDINALITY' | 'FIT';

/**
 * Places as many clients as possible and, among all such placements, one of the highest total fit; exactly, and the same
 * for the same input.
 *
 * A largest placement splits the instance into the over-demanded region Z and the rest. No largest placement uses a
 * pair between clients outside Z and slots inside, so the two sides are solved apart, each with its scarce side served.
 */
export function solvePlacement(
  instance: PlacementInstance,
  onPhase: (phase: SolverPhase) => void = () => undefined,
): PlacementSolution {
  onPhase('CARDINALITY');
  const matching = mostPlaced(instance);
  onPhase('FIT');
  const region = overDemandedRegion(instance, matching.slotOf);
  const slotOf = new Int32Array(instance.clients).fill(-1);
  const u = new Float64Array(instance.clients);
  // A slot without seats pays for all its pairs: it costs the proof nothing.
  const v = Float64Array.from(instance.capacity, (seats) => (seats === 0 ? instance.highestFit : 0));
  let fit = 0;
  for (const seatsAreScarce of [false, true]) {
    const part = partOf(instance, region, seatsAreScarce);
    if (part.clientOfRow.length === 0) continue;
    fit += write(part, priced(part), { slotOf, u, v });
  }
  return { placed: matching.placed, fit, slotOf, certificate: { ...region, u, v } };
}

function priced(part: TransportPart): PricedPart {
  return (part.seatsAreScarce ? placeByChoices(part) : placeByShortestPaths(part)) ?? auction(part);
}

/** Copies a part's answer into the whole; returns its total fit. */
function write(
  part: TransportPart,
  answer: PricedPart,
  into: { slotOf: Int32Array; u: Float64Array; v: Float64Array },
): number {
  let total = 0;
  for (let r = 0; r < part.clientOfRow.length; r++) {
    const client = part.clientOfRow[r]!;
    const pair = answer.pairOf[r]!;
    into.u[client] = answer.profit[r]!;
    if (pair < 0) continue;
    into.slotOf[client] = part.slotOfColumn[part.column[pair]!]!;
    total += part.fit[pair]!;
  }
  for (let c = 0; c < part.slotOfColumn.length; c++) into.v[part.slotOfColumn[c]!] = answer.price[c]!;
  return total;
}
