import { done, refusal, refused, type Outcome, type Refusal } from '../common/outcome';
import { pairBetween, withCapacity, withPairs, type PlacementInstance } from './placement-instance';
import { solvePlacement, type PlacementSolution, type SolverPhase } from './solver/solve-placement';

/** A client and a slot, by their numbers in the instance. */
export interface ClientSlot {
  readonly client: number;
  readonly slot: number;
}

/** What people decided on the review board; the rest is solved around it. */
export interface Decisions {
  /** Has this slot, whatever it costs the others. */
  readonly locks: readonly ClientSlot[];
  /** Never gets this slot. */
  readonly exclusions: readonly ClientSlot[];
}

/** The decisions of a batch that nobody has touched. */
export const NO_DECISIONS: Decisions = { locks: [], exclusions: [] };

/** Why decisions cannot stand together. */
export type DecisionRefusal = 'NO_SUCH_PAIR' | 'LOCKED_TWICE' | 'LOCKED_AND_EXCLUDED' | 'SEATS_EXCEEDED';

/** A solution that keeps all decisions. */
export interface DecidedPlacement {
  readonly placed: number;
  readonly fit: number;
  /** The slot of each client, locked ones included; −1 = unplaced. */
  readonly slotOf: Int32Array;
  /** What was left to solve: without the locked clients, their seats and the excluded pairs. */
  readonly remaining: PlacementInstance;
  /** Optimal for what was left; its certificate is checked against `remaining`. */
  readonly solution: PlacementSolution;
}

/** Solves around the decisions: locked clients have their seats, excluded pairs do not exist. */
export function solveAround(
  instance: PlacementInstance,
  decisions: Decisions,
  onPhase?: (phase: SolverPhase) => void,
): Outcome<DecidedPlacement, DecisionRefusal> {
  const refusals = refusalsOf(instance, decisions);
  if (refusals.length > 0) return refused(...refusals);
  const remaining = remainingAfter(instance, decisions);
  const solution = solvePlacement(remaining, onPhase);
  const slotOf = solution.slotOf.slice();
  let lockedFit = 0;
  for (const { client, slot } of decisions.locks) {
    slotOf[client] = slot;
    lockedFit += instance.pairFit[pairBetween(instance, client, slot)]!;
  }
  const placed = solution.placed + decisions.locks.length;
  return done({ placed, fit: solution.fit + lockedFit, slotOf, remaining, solution });
}

function refusalsOf(instance: PlacementInstance, decisions: Decisions): Refusal<DecisionRefusal>[] {
  const refusals: Refusal<DecisionRefusal>[] = [];
  const locked = new Set<number>();
  const left = instance.capacity.slice();
  const excluded = new Set(decisions.exclusions.map(({ client, slot }) => `${client} ${slot}`));
  decisions.locks.forEach(({ client, slot }, k) => {
    const field = ['locks', String(k)];
    if (pairBetween(instance, client, slot) < 0) refusals.push(refusal('NO_SUCH_PAIR', field));
    else if (--left[slot]! < 0) refusals.push(refusal('SEATS_EXCEEDED', field));
    if (locked.has(client)) refusals.push(refusal('LOCKED_TWICE', field));
    if (excluded.has(`${client} ${slot}`)) refusals.push(refusal('LOCKED_AND_EXCLUDED', field));
    locked.add(client);
  });
  decisions.exclusions.forEach(({ client, slot }, k) => {
    if (pairBetween(instance, client, slot) < 0) refusals.push(refusal('NO_SUCH_PAIR', ['exclusions', String(k)]));
  });
  return refusals;
}

/** What is left to solve: without the locked clients, their seats and the excluded pairs. */
export function remainingAfter(instance: PlacementInstance, { locks, exclusions }: Decisions): PlacementInstance {
  const locked = new Set(locks.map(({ client }) => client));
  const excluded = new Set(exclusions.map(({ client, slot }) => pairBetween(instance, client, slot)));
  const capacity = instance.capacity.slice();
  for (const { slot } of locks) capacity[slot]!--;
  return withPairs(withCapacity(instance, capacity), (pair, client) => !locked.has(client) && !excluded.has(pair));
}
