import { mostPlaced } from '../group-placement/solver/hopcroft-karp';
import { readInstance } from '../group-placement/placement-instance';
import { NONE, type PlanInstance } from './plan-problem';

/**
 * No plan places more than this: no more than without any limit of seats, and no more than one more for each seat that
 * somebody could use (who gives back the seats of a plan leaves a placement without training).
 */
export function planBound(instance: PlanInstance, withoutTraining: number): number {
  return Math.min(mostWithEndlessSeats(instance), withoutTraining + usableSeats(instance));
}

function mostWithEndlessSeats({ clientIds, slots, firstOption, positionOf, fitOf }: PlanInstance): number {
  const read = readInstance({
    n: clientIds.length,
    m: slots.length,
    cap: slots,
    ptr: firstOption,
    col: positionOf,
    w: fitOf,
  });
  return read.ok ? mostPlaced(read.value).placed : 0; // nobody, or nothing open
}

function usableSeats({ seats, clientOf, sessionOf }: PlanInstance): number {
  const users = Array.from(seats, () => new Set<number>());
  sessionOf.forEach((session, option) => {
    if (session !== NONE) users[session]!.add(clientOf[option]!);
  });
  return users.reduce((sum, { size }, session) => sum + Math.min(size, seats[session]!), 0);
}
