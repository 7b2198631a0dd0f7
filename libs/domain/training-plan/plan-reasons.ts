import { NONE, type PlanInstance } from './plan-problem';
import type { SolvedPlan } from './solve-plan';

/** A place that somebody could have without the session, and who has it in the plan: all of its slots are taken. */
export interface TakenPlace {
  readonly position: number;
  readonly takenBy: readonly number[];
}

/** Why somebody takes a seat: the place it opens, and where she could start without it. */
export interface SeatReason {
  readonly client: number;
  readonly session: number;
  readonly position: number;
  /** Empty where nothing that is open takes her as she is. */
  readonly withoutSession: readonly TakenPlace[];
}

/** Why somebody has no place in a plan. */
export const WithoutPlace = {
  /** No open position takes her, neither as she is nor after one of the sessions. */
  NOTHING_OPENS: 'NOTHING_OPENS',
  /** Everything that would take her is taken. */
  SLOTS_TAKEN: 'SLOTS_TAKEN',
  /** Something is still free, but every session that opens it for her is full. */
  SEATS_TAKEN: 'SEATS_TAKEN',
} as const;

/** One of the reasons why somebody has no place. */
export type WithoutPlace = (typeof WithoutPlace)[keyof typeof WithoutPlace];

type Options = Pick<SolvedPlan, 'optionOf'>;

/** Why each seat of a plan is taken, in the order of the people. */
export function seatReasons(instance: PlanInstance, { optionOf }: Options): SeatReason[] {
  const { positionOf, sessionOf, firstOption } = instance;
  const placed = placedIn(instance, optionOf);
  return [...optionOf.entries()].flatMap(([client, option]) => {
    if (option === NONE || sessionOf[option] === NONE) return [];
    const withoutSession: TakenPlace[] = [];
    for (let o = firstOption[client]!; o < firstOption[client + 1]!; o++) {
      if (sessionOf[o] === NONE) withoutSession.push({ position: positionOf[o]!, takenBy: placed[positionOf[o]!]! });
    }
    return [{ client, session: sessionOf[option]!, position: positionOf[option]!, withoutSession }];
  });
}

/** Why each of the others has no place, by client. */
export function reasonsWithoutPlace(instance: PlanInstance, { optionOf }: Options): Map<number, WithoutPlace> {
  const { slots, positionOf, firstOption } = instance;
  const placed = placedIn(instance, optionOf);
  const hasFree = (position: number): boolean => placed[position]!.length < slots[position]!;
  const reasonOf = (client: number): WithoutPlace => {
    const options = positionOf.subarray(firstOption[client], firstOption[client + 1]);
    if (options.length === 0) return WithoutPlace.NOTHING_OPENS;
    return options.some(hasFree) ? WithoutPlace.SEATS_TAKEN : WithoutPlace.SLOTS_TAKEN;
  };
  const without = [...optionOf.keys()].filter((client) => optionOf[client] === NONE);
  return new Map(without.map((client) => [client, reasonOf(client)]));
}

function placedIn({ positionIds, positionOf }: PlanInstance, optionOf: Int32Array): number[][] {
  const placed = positionIds.map((): number[] => []);
  optionOf.forEach((option, client) => {
    if (option !== NONE) placed[positionOf[option]!]!.push(client);
  });
  return placed;
}
