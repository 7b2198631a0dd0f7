import { pairBetween, type PlacementInstance } from '../placement-instance';

/** What is printed of every policy side by side. */
export interface PolicyFigures {
  readonly placed: number;
  readonly fit: number;
  /** The fit of who fits worst among the placed; null when nobody is placed. */
  readonly lowestFit: number | null;
  /** Pairs of a client and a slot who would both rather have each other. */
  readonly blockingPairs: number;
}

/** What each side of a pair thinks of it: a higher number is liked more. */
export interface Preferences {
  readonly ofClient: ArrayLike<number>;
  readonly ofSlot: ArrayLike<number>;
}

/** Both sides like what fits. */
export const byFit = ({ pairFit }: PlacementInstance): Preferences => ({ ofClient: pairFit, ofSlot: pairFit });

/** Counts a placement. */
export function figuresOf(
  instance: PlacementInstance,
  slotOf: Int32Array,
  preferences: Preferences = byFit(instance),
): PolicyFigures {
  let placed = 0;
  let fit = 0;
  let lowestFit: number | null = null;
  slotOf.forEach((slot, client) => {
    if (slot < 0) return;
    const own = instance.pairFit[pairBetween(instance, client, slot)]!;
    placed++;
    fit += own;
    lowestFit = lowestFit === null ? own : Math.min(lowestFit, own);
  });
  return { placed, fit, lowestFit, blockingPairs: blockingPairs(instance, slotOf, preferences) };
}

/**
 * Pairs that would rather have each other: she prefers the slot to what she has, and it has a seat free or prefers her
 * to one of its own. Equal liking does not block.
 */
export function blockingPairs(instance: PlacementInstance, slotOf: Int32Array, preferences: Preferences): number {
  const { clients, slots, capacity, firstPair, pairSlot } = instance;
  const own = Int32Array.from(slotOf, (slot, client) => (slot < 0 ? -1 : pairBetween(instance, client, slot)));
  const taken = new Int32Array(slots);
  const leastLiked = new Float64Array(slots).fill(Infinity);
  slotOf.forEach((slot, client) => {
    if (slot < 0) return;
    taken[slot]!++;
    leastLiked[slot] = Math.min(leastLiked[slot]!, preferences.ofSlot[own[client]!]!);
  });
  let count = 0;
  for (let i = 0; i < clients; i++) {
    const has = own[i]! < 0 ? -Infinity : preferences.ofClient[own[i]!]!;
    for (let e = firstPair[i]!; e < firstPair[i + 1]!; e++) {
      const slot = pairSlot[e]!;
      if (capacity[slot] === 0 || preferences.ofClient[e]! <= has) continue;
      if (taken[slot]! < capacity[slot]! || preferences.ofSlot[e]! > leastLiked[slot]!) count++;
    }
  }
  return count;
}
