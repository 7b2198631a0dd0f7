import { augmentAll } from './alternating-paths';
import {
  dualBound,
  packingOf,
  rowOfPosition,
  rowOfSession,
  type PackingLimits,
  type PackingSolver,
} from './packing-programme';
import { planBound } from './plan-bound';
import type { PlanInstance, TrainingPlanProblem } from './plan-problem';
import { Seating } from './seating';
import { EXACT_UP_TO_CLIENTS, type SolvedPlan } from './solve-plan';

/** So many values at most are searched for exactly; what is left stays unsettled. */
const MOST_SEARCHES = 12;

/** A single value is worth less patience than the plan. */
const MARGINAL_LIMITS: PackingLimits = { maxNodes: 500, maxMillis: 2_000 };

/** How many places more, by the id of a session or position. */
export type MorePlaces = ReadonlyMap<string, number>;

/** What one place more would do, by the number of the session or position: 1, 0, or null where that was not settled. */
export interface MarginalValues {
  readonly ofSeat: readonly (number | null)[];
  readonly ofSlot: readonly (number | null)[];
}

/** The same problem with so many seats more in some sessions, and slots in some positions. */
export const withMorePlaces = (
  problem: TrainingPlanProblem,
  more: { readonly seats: MorePlaces; readonly slots: MorePlaces },
): TrainingPlanProblem => ({
  ...problem,
  sessions: problem.sessions.map(({ id, places }) => ({ id, places: places + (more.seats.get(id) ?? 0) })),
  positions: problem.positions.map(({ id, places }) => ({ id, places: places + (more.slots.get(id) ?? 0) })),
});

/**
 * What one seat more in each session and one slot more in each position would do. One place more never places more than
 * one person more (who uses it can give it back). Prices of the linear relaxation prove most zeros at once, an
 * alternating path from the plan proves most ones; only the rest is searched.
 */
export function marginalValues(
  { instance, plan }: { readonly instance: PlanInstance; readonly plan: SolvedPlan },
  solver: PackingSolver,
  limits: PackingLimits = MARGINAL_LIMITS,
): MarginalValues {
  if (plan.placed < plan.bound) return unsettled(instance);
  const programme = packingOf(instance, plan.optionOf);
  const prices = solver.prices(programme, limits.maxMillis);
  const dual = prices === null ? null : dualBound(programme, prices);
  const isSlot = (row: number): boolean => row < rowOfSession(instance, 0);
  let searches = instance.clientIds.length > EXACT_UP_TO_CLIENTS ? 0 : MOST_SEARCHES;
  const valueOf = (more: PlanInstance, row: number): number | null => {
    if (dual !== null && dual.boundWithOneMoreIn(row) <= plan.placed) return 0;
    if (planBound(more, plan.withoutTraining + (isSlot(row) ? 1 : 0)) <= plan.placed) return 0;
    if (placesOneMore(more, plan)) return 1;
    if (searches === 0) return null;
    searches--;
    const { chosen, stoppedBy } = solver.solve(packingOf(more, plan.optionOf), limits);
    return chosen.length > plan.placed ? 1 : stoppedBy === null ? 0 : null;
  };
  const oneUp = (places: Int32Array, at: number): Int32Array => places.map((n, k) => (k === at ? n + 1 : n));
  const ofSeat = instance.sessionIds.map((_, session) =>
    valueOf({ ...instance, seats: oneUp(instance.seats, session) }, rowOfSession(instance, session)),
  );
  const ofSlot = instance.positionIds.map((_, position) =>
    valueOf({ ...instance, slots: oneUp(instance.slots, position) }, rowOfPosition(instance, position)),
  );
  return { ofSeat, ofSlot };
}

/** Whether an alternating path from the plan finds a use for the place more. */
function placesOneMore(more: PlanInstance, plan: SolvedPlan): boolean {
  const seating = Seating.of(more, plan.optionOf);
  augmentAll(
    seating,
    more.clientIds.map((_, client) => client),
  );
  return seating.placed > plan.placed;
}

const unsettled = ({ sessionIds, positionIds }: PlanInstance): MarginalValues => ({
  ofSeat: sessionIds.map(() => null),
  ofSlot: positionIds.map(() => null),
});
