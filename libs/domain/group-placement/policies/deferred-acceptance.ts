import type { PlacementInstance } from '../placement-instance';
import { byFit, type Preferences } from './policy-figures';

/**
 * A stable placement: no client and slot would rather have each other. Clients ask for their slots from the best down, a
 * slot keeps the ones it likes most so far; equal liking is decided by the order in the file.
 *
 * D. Gale & L. S. Shapley, "College admissions and the stability of marriage", Amer. Math. Monthly 69 (1962); the best
 * stable placement for the clients.
 */
export function placeStably(instance: PlacementInstance, preferences: Preferences = byFit(instance)): Int32Array {
  const { clients, slots, capacity, firstPair, pairSlot } = instance;
  const slotOf = new Int32Array(clients).fill(-1);
  const wishes = wishLists(instance, preferences);
  const nextWish = firstPair.slice(0, clients);
  const kept = Array.from({ length: slots }, () => [] as number[]);
  const clientOf = clientOfPair(instance);
  for (let first = 0; first < clients; first++) {
    let client = first;
    while (client >= 0 && nextWish[client]! < firstPair[client + 1]!) {
      const pair = wishes[nextWish[client]!++]!;
      const slot = pairSlot[pair]!;
      if (capacity[slot] === 0) continue;
      const dismissed = keep(kept[slot]!, pair, capacity[slot]!, preferences.ofSlot);
      if (dismissed === pair) continue;
      slotOf[client] = slot;
      client = dismissed < 0 ? -1 : clientOf[dismissed]!;
      if (client >= 0) slotOf[client] = -1;
    }
  }
  return slotOf;
}

/** Puts the pair among those a slot keeps, the most liked first; returns the one that has to go, −1 = none. */
function keep(kept: number[], pair: number, capacity: number, liking: ArrayLike<number>): number {
  let at = kept.length;
  while (at > 0 && isPreferred(pair, kept[at - 1]!, liking)) at--;
  kept.splice(at, 0, pair);
  return kept.length > capacity ? kept.pop()! : -1;
}

/** Pairs stand in the order of clients, so a lower number is an earlier client. */
const isPreferred = (pair: number, other: number, liking: ArrayLike<number>): boolean =>
  liking[pair]! > liking[other]! || (liking[pair] === liking[other] && pair < other);

/** The pairs of each client, the most liked first. */
function wishLists({ clients, firstPair, pairSlot }: PlacementInstance, { ofClient }: Preferences): Int32Array {
  const wishes = Int32Array.from(pairSlot.keys());
  for (let i = 0; i < clients; i++) {
    wishes.subarray(firstPair[i], firstPair[i + 1]).sort((a, b) => ofClient[b]! - ofClient[a]! || a - b);
  }
  return wishes;
}

function clientOfPair({ clients, firstPair, pairSlot }: PlacementInstance): Int32Array {
  const clientOf = new Int32Array(pairSlot.length);
  for (let i = 0; i < clients; i++) clientOf.fill(i, firstPair[i], firstPair[i + 1]);
  return clientOf;
}
