import type { PlacementInstance } from '../placement-instance';

/** Membership of the over-demanded region Z: 1 = inside. */
export interface Region {
  readonly inZClient: Uint8Array;
  readonly inZSlot: Uint8Array;
}

/**
 * The over-demanded region Z of a largest placement: the unplaced clients and everyone who could be unplaced in their stead,
 * with all slots they could take.
 *
 * A. L. Dulmage & N. S. Mendelsohn, "Coverings of bipartite graphs", Canad. J. Math. 10 (1958): Z does not depend on
 * which largest placement is given. The clients outside Z and the slots inside Z touch every pair, and count as many
 * seats as people are placed: a cover in the sense of D. König (1931), and so the proof that nobody more can be placed.
 */
export function overDemandedRegion(instance: PlacementInstance, slotOf: Int32Array): Region {
  return regionReachedFrom(instance, slotOf, (client) => slotOf[client]! < 0);
}

/** What is reached by alternating paths from some unplaced clients: any pair forward, placed pairs backward. */
export function regionReachedFrom(
  instance: PlacementInstance,
  slotOf: Int32Array,
  isStart: (client: number) => boolean,
): Region {
  const { clients, slots, capacity, firstPair, pairSlot } = instance;
  const { start, client: holder } = clientsBySlot(slots, slotOf);
  const inZClient = new Uint8Array(clients);
  const inZSlot = Uint8Array.from(capacity, (seats) => (seats === 0 ? 1 : 0));
  const stack = new Int32Array(clients);
  let height = 0;
  const reach = (client: number): void => {
    if (inZClient[client] === 1) return;
    inZClient[client] = 1;
    stack[height++] = client;
  };
  for (let i = 0; i < clients; i++) if (isStart(i)) reach(i);
  while (height > 0) {
    const client = stack[--height]!;
    for (let e = firstPair[client]!; e < firstPair[client + 1]!; e++) {
      const slot = pairSlot[e]!;
      if (inZSlot[slot] === 1) continue;
      inZSlot[slot] = 1;
      for (let k = start[slot]!; k < start[slot + 1]!; k++) reach(holder[k]!);
    }
  }
  return { inZClient, inZSlot };
}

/** The clients of each slot, in file order: slot q has client[start[q]] to client[start[q+1]−1]. */
export function clientsBySlot(slots: number, slotOf: Int32Array): { start: Int32Array; client: Int32Array } {
  const start = new Int32Array(slots + 1);
  for (const slot of slotOf) if (slot >= 0) start[slot + 1]!++;
  for (let q = 0; q < slots; q++) start[q + 1]! += start[q]!;
  const client = new Int32Array(start[slots]!);
  const next = start.slice();
  for (let i = 0; i < slotOf.length; i++) if (slotOf[i]! >= 0) client[next[slotOf[i]!]!++] = i;
  return { start, client };
}
