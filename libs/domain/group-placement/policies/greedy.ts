import type { PlacementInstance } from '../placement-instance';

/** Each client in file order takes the best slot that is still free; the first in file order among equals. */
export function placeGreedily({ clients, capacity, firstPair, pairSlot, pairFit }: PlacementInstance): Int32Array {
  const slotOf = new Int32Array(clients).fill(-1);
  const left = capacity.slice();
  for (let i = 0; i < clients; i++) {
    let best = -1;
    for (let e = firstPair[i]!; e < firstPair[i + 1]!; e++) {
      if (left[pairSlot[e]!]! > 0 && (best < 0 || pairFit[e]! > pairFit[best]!)) best = e;
    }
    if (best < 0) continue;
    slotOf[i] = pairSlot[best]!;
    left[slotOf[i]!]!--;
  }
  return slotOf;
}
