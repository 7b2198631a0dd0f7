import { readInstance } from '../group-placement/placement-instance';
import { solvePlacement } from '../group-placement/solver/solve-placement';
import { mostWithoutTraining, planByAlternatingPaths } from './alternating-paths';
import { dualBound, packingOf, type PackingLimits, type PackingSolver } from './packing-programme';
import { planBound } from './plan-bound';
import { NONE, type PlanInstance } from './plan-problem';

/** Raised with every change that may give another plan for the same input. */
export const PLANNER_VERSION = '1';

/** Exact plans are asked for up to so many clients; above, the heuristic and its gap have to do. */
export const EXACT_UP_TO_CLIENTS = 300;

/** Where the exact solver stops: at the same node each time; the clock is a brake for the worst case. */
export const EXACT_LIMITS: PackingLimits = { maxNodes: 5_000, maxMillis: 10_000 };

/** A plan with the proof of how good it is: heuristic ≤ placed ≤ bound. */
export interface SolvedPlan {
  /** How many can be placed without any training. */
  readonly withoutTraining: number;
  /** How many the heuristic places. */
  readonly heuristic: number;
  /** How many the plan places. */
  readonly placed: number;
  /** No plan places more. */
  readonly bound: number;
  /** Why nobody looked further although the bound was not met; null = it was met, or nobody has looked yet. */
  readonly stoppedBy: 'NODES' | 'TIME' | 'SIZE' | null;
  /** The option of each client; NONE = no place. */
  readonly optionOf: Int32Array;
}

/** The heuristic's plan and a bound that needs no solver: quick, and a plan that can be shown at once. */
export function quickPlan(instance: PlanInstance): SolvedPlan {
  const withoutTraining = mostWithoutTraining(instance).placed;
  const bound = planBound(instance, withoutTraining);
  const { optionOf, placed } = planByAlternatingPaths(instance, bound);
  const fitted = bestFitting(instance, optionOf);
  return { withoutTraining, heuristic: placed, placed: placedIn(fitted), bound, stoppedBy: null, optionOf: fitted };
}

/**
 * Improves a quick plan to the optimum, or as far as the limits allow; the gap that is left is placed to bound. Prices
 * of the linear relaxation are asked first: where they prove the plan already, nothing is searched.
 */
export function exactPlan(
  instance: PlanInstance,
  quick: SolvedPlan,
  solver: PackingSolver,
  limits: PackingLimits = EXACT_LIMITS,
): SolvedPlan {
  if (quick.placed >= quick.bound) return quick;
  const programme = packingOf(instance, quick.optionOf);
  const prices = solver.prices(programme, limits.maxMillis);
  const priced = prices === null ? quick.bound : Math.min(quick.bound, dualBound(programme, prices).bound);
  if (quick.placed >= priced) return { ...quick, bound: priced };
  if (instance.clientIds.length > EXACT_UP_TO_CLIENTS) return { ...quick, bound: priced, stoppedBy: 'SIZE' };
  const answer = solver.solve(programme, limits);
  const optionOf = new Int32Array(instance.clientIds.length).fill(NONE);
  for (const option of answer.chosen) optionOf[instance.clientOf[option]!] = option;
  const fitted = bestFitting(instance, optionOf);
  const [placed, bound] = [placedIn(fitted), Math.min(priced, answer.bound)];
  return { ...quick, placed, bound, stoppedBy: placed >= bound ? null : answer.stoppedBy, optionOf: fitted };
}

/**
 * Keeps who goes into which session and places everybody anew, exactly: the most placed, then the fewest seats, then
 * the highest total fit. Nobody keeps a seat whom her place does not ask for it.
 */
function bestFitting(instance: PlanInstance, optionOf: Int32Array): Int32Array {
  const { clientIds, positionIds, slots, firstOption, positionOf, sessionOf, fitOf } = instance;
  const untrained = 1 + clientIds.length * Math.max(0, ...fitOf);
  const ptr = [0];
  const usable: number[] = [];
  clientIds.forEach((_, client) => {
    const session = optionOf[client] === NONE ? NONE : sessionOf[optionOf[client]!]!;
    for (let o = firstOption[client]!; o < firstOption[client + 1]!; o++) {
      if (sessionOf[o] === NONE || sessionOf[o] === session) usable.push(o);
    }
    ptr.push(usable.length);
  });
  const col = usable.map((o) => positionOf[o]!);
  const w = usable.map((o) => fitOf[o]! + (sessionOf[o] === NONE ? untrained : 0));
  const read = readInstance({ n: clientIds.length, m: positionIds.length, cap: slots, ptr, col, w });
  if (!read.ok) return optionOf; // nobody, or nothing open
  const { slotOf } = solvePlacement(read.value);
  return slotOf.map((position, client) => {
    for (let k = ptr[client]!; k < ptr[client + 1]!; k++) if (col[k] === position) return usable[k]!;
    return NONE;
  });
}

const placedIn = (optionOf: Int32Array): number => optionOf.reduce((sum, option) => sum + (option === NONE ? 0 : 1), 0);
