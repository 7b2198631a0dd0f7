import { marginalValues, type MarginalValues } from './more-places';
import type { PackingSolver } from './packing-programme';
import { NONE, readPlan, type PlanInstance, type TrainingPlanProblem } from './plan-problem';
import { reasonsWithoutPlace, seatReasons, type WithoutPlace } from './plan-reasons';
import { exactPlan, quickPlan, type SolvedPlan } from './solve-plan';

/** A place that somebody could have without the session, and who has it in the plan. */
export interface PlaceTaken {
  readonly positionId: string;
  readonly takenBy: readonly string[];
}

/** Who takes which seat, the place that it opens, and why she takes it. */
export interface PlannedSeat {
  readonly clientId: string;
  readonly sessionId: string;
  readonly positionId: string;
  readonly fit: number;
  readonly withoutSession: readonly PlaceTaken[];
}

/** A plan by the ids of those it is about. */
export interface TrainingPlan extends Pick<
  SolvedPlan,
  'withoutTraining' | 'heuristic' | 'placed' | 'bound' | 'stoppedBy'
> {
  /** False while somebody is still looking for a better one, or for what one place more would do. */
  readonly isSettled: boolean;
  readonly seats: readonly PlannedSeat[];
  /** How many start in each position. */
  readonly placedIn: Readonly<Record<string, number>>;
  readonly withoutPlace: Readonly<Partial<Record<WithoutPlace, number>>>;
  /** What one seat more does, by session; null where that was not settled. Empty until it is known. */
  readonly oneMoreSeat: Readonly<Record<string, number | null>>;
  /** What one slot more does, by position. */
  readonly oneMoreSlot: Readonly<Record<string, number | null>>;
}

/**
 * Settles a plan: tells of the heuristic's at once and of the exact one when it is found, and gives it with the worth of
 * one place more. Throws for a problem that is none: whoever made it has a bug.
 */
export function settlePlan(
  problem: TrainingPlanProblem,
  solver: PackingSolver,
  tell: (plan: TrainingPlan) => void,
): TrainingPlan {
  const read = readPlan(problem);
  if (!read.ok) throw new Error(`No problem to plan: ${read.refusals.map(({ code }) => code).join(', ')}`);
  const instance = read.value;
  const quick = quickPlan(instance);
  tell(planOf(instance, quick));
  const exact = exactPlan(instance, quick, solver);
  tell(planOf(instance, exact));
  return planOf(instance, exact, marginalValues({ instance, plan: exact }, solver));
}

function planOf(instance: PlanInstance, plan: SolvedPlan, values?: MarginalValues): TrainingPlan {
  const { withoutTraining, heuristic, placed, bound, stoppedBy } = plan;
  return {
    ...{ withoutTraining, heuristic, placed, bound, stoppedBy },
    isSettled: values !== undefined,
    seats: plannedSeats(instance, plan),
    placedIn: countedIn(instance, plan),
    withoutPlace: countedWithout(instance, plan),
    oneMoreSeat: byId(instance.sessionIds, values?.ofSeat),
    oneMoreSlot: byId(instance.positionIds, values?.ofSlot),
  };
}

function plannedSeats(instance: PlanInstance, plan: SolvedPlan): PlannedSeat[] {
  const { clientIds, sessionIds, positionIds, fitOf } = instance;
  return seatReasons(instance, plan).map(({ client, session, position, withoutSession }) => ({
    clientId: clientIds[client]!,
    sessionId: sessionIds[session]!,
    positionId: positionIds[position]!,
    fit: fitOf[plan.optionOf[client]!]!,
    withoutSession: withoutSession.map((taken) => ({
      positionId: positionIds[taken.position]!,
      takenBy: taken.takenBy.map((other) => clientIds[other]!),
    })),
  }));
}

function countedIn({ positionIds, positionOf }: PlanInstance, { optionOf }: SolvedPlan): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const option of optionOf) {
    if (option === NONE) continue;
    const id = positionIds[positionOf[option]!]!;
    counted[id] = (counted[id] ?? 0) + 1;
  }
  return counted;
}

function countedWithout(instance: PlanInstance, plan: SolvedPlan): Partial<Record<WithoutPlace, number>> {
  const counted: Partial<Record<WithoutPlace, number>> = {};
  for (const reason of reasonsWithoutPlace(instance, plan).values()) counted[reason] = (counted[reason] ?? 0) + 1;
  return counted;
}

const byId = (ids: readonly string[], values: readonly (number | null)[] | undefined): Record<string, number | null> =>
  values === undefined ? {} : Object.fromEntries(ids.map((id, at) => [id, values[at] ?? null]));
