import type { PlacementInstance } from '../placement-instance';

/** A placement of as many clients as possible. */
export interface Matching {
  /** The slot of each client; −1 = unplaced. */
  readonly slotOf: Int32Array;
  readonly placed: number;
}

/**
 * Places as many clients as possible, whatever the fit.
 *
 * Hopcroft & Karp, "An n^5/2 algorithm for maximum matchings in bipartite graphs", SIAM J. Comput. 2 (1973), with
 * slots of several seats: each phase layers the slots by their distance from the unplaced clients and then augments
 * along a maximal set of disjoint shortest paths.
 */
export function mostPlaced(instance: PlacementInstance): Matching {
  const search = new PhasedSearch(instance);
  search.placeFewestChoicesFirst();
  while (search.layer()) search.augmentAll();
  return { slotOf: search.slotOf, placed: search.placed };
}

class PhasedSearch {
  readonly slotOf: Int32Array;
  placed = 0;
  /** Slot q has the seats seatStart[q] to seatStart[q+1]−1, taken from the front. */
  private readonly seatStart: Int32Array;
  private readonly seat: Int32Array;
  private readonly taken: Int32Array;
  private readonly layerOf: Int32Array;
  private readonly queue: Int32Array;
  private lastLayer = -1;
  private readonly nextPair: Int32Array;
  private readonly nextSeat: Int32Array;
  private readonly pathSlot: Int32Array;
  private readonly pathSeat: Int32Array;

  constructor(private readonly instance: PlacementInstance) {
    const { clients, slots, capacity } = instance;
    this.slotOf = new Int32Array(clients).fill(-1);
    this.seatStart = new Int32Array(slots + 1);
    for (let q = 0; q < slots; q++) this.seatStart[q + 1] = this.seatStart[q]! + capacity[q]!;
    this.seat = new Int32Array(this.seatStart[slots]!);
    this.taken = new Int32Array(slots);
    this.layerOf = new Int32Array(slots);
    this.queue = new Int32Array(slots);
    this.nextPair = new Int32Array(clients);
    this.nextSeat = new Int32Array(slots);
    this.pathSlot = new Int32Array(slots + 1);
    this.pathSeat = new Int32Array(slots + 1);
  }

  /** A start that leaves little to augment: clients with few choices first, each to the emptiest of her slots. */
  placeFewestChoicesFirst(): void {
    const { firstPair, pairSlot, capacity } = this.instance;
    for (const client of byFewestPairs(this.instance)) {
      let emptiest = -1;
      let mostFree = 0;
      for (let e = firstPair[client]!; e < firstPair[client + 1]!; e++) {
        const slot = pairSlot[e]!;
        const free = capacity[slot]! - this.taken[slot]!;
        if (free > mostFree) {
          mostFree = free;
          emptiest = slot;
        }
      }
      if (emptiest >= 0) {
        this.seat[this.seatStart[emptiest]! + this.taken[emptiest]!++] = client;
        this.slotOf[client] = emptiest;
        this.placed++;
      }
    }
  }

  /** Breadth first from the unplaced clients up to the first layer with a free seat; false when there is none. */
  layer(): boolean {
    const { capacity } = this.instance;
    this.layerOf.fill(-1);
    this.lastLayer = -1;
    let tail = 0;
    for (let i = 0; i < this.slotOf.length; i++) if (this.slotOf[i]! < 0) tail = this.reachFrom(i, 0, tail);
    for (let head = 0; head < tail; head++) {
      const slot = this.queue[head]!;
      const layer = this.layerOf[slot]!;
      if (this.lastLayer >= 0 && layer > this.lastLayer) break;
      if (this.taken[slot]! < capacity[slot]!) this.lastLayer = layer;
      if (this.lastLayer >= 0) continue;
      const end = this.seatStart[slot]! + this.taken[slot]!;
      for (let s = this.seatStart[slot]!; s < end; s++) tail = this.reachFrom(this.seat[s]!, layer + 1, tail);
    }
    return this.lastLayer >= 0;
  }

  private reachFrom(client: number, layer: number, tail: number): number {
    const { firstPair, pairSlot } = this.instance;
    for (let e = firstPair[client]!, end = firstPair[client + 1]!; e < end; e++) {
      const slot = pairSlot[e]!;
      if (this.layerOf[slot]! >= 0) continue;
      this.layerOf[slot] = layer;
      this.queue[tail++] = slot;
    }
    return tail;
  }

  augmentAll(): void {
    const { clients, slots, firstPair } = this.instance;
    this.nextPair.set(firstPair.subarray(0, clients));
    this.nextSeat.set(this.seatStart.subarray(0, slots));
    for (let i = 0; i < clients; i++) {
      if (this.slotOf[i]! < 0 && this.augmentFrom(i)) this.placed++;
    }
  }

  /** Depth first along the layers, without recursion; each pair and each seat is tried once in a phase. */
  private augmentFrom(root: number): boolean {
    const { capacity } = this.instance;
    let client = root;
    let depth = 0;
    for (;;) {
      const slot = this.nextSlot(client, depth);
      if (slot >= 0) {
        this.pathSlot[depth] = slot;
        if (this.taken[slot]! < capacity[slot]!) {
          this.shift(root, depth);
          return true;
        }
        const seat = this.nextSeat[slot]!++;
        this.pathSeat[depth++] = seat;
        client = this.seat[seat]!;
        continue;
      }
      if (depth === 0) return false;
      depth--;
      client = depth === 0 ? root : this.seat[this.pathSeat[depth - 1]!]!;
      const tried = this.pathSlot[depth]!;
      if (this.nextSeat[tried]! >= this.seatStart[tried + 1]!) this.nextPair[client]!++;
    }
  }

  private nextSlot(client: number, depth: number): number {
    const { firstPair, pairSlot, capacity } = this.instance;
    const end = firstPair[client + 1]!;
    for (let e = this.nextPair[client]!; e < end; e++) {
      const slot = pairSlot[e]!;
      if (this.layerOf[slot] !== depth || slot === this.slotOf[client]) continue;
      const isFree = this.taken[slot]! < capacity[slot]!;
      if (isFree || (depth < this.lastLayer && this.nextSeat[slot]! < this.seatStart[slot + 1]!)) {
        this.nextPair[client] = e;
        return slot;
      }
    }
    this.nextPair[client] = end;
    return -1;
  }

  /** Moves everyone on the path one slot on; the last one takes the free seat. */
  private shift(root: number, depth: number): void {
    const last = this.pathSlot[depth]!;
    let freeSeat = this.seatStart[last]! + this.taken[last]!++;
    for (let d = depth; d >= 0; d--) {
      const leaves = d === 0 ? -1 : this.pathSeat[d - 1]!;
      const client = d === 0 ? root : this.seat[leaves]!;
      this.seat[freeSeat] = client;
      this.slotOf[client] = this.pathSlot[d]!;
      freeSeat = leaves;
    }
  }
}

/** Clients by their number of pairs, in file order among equals (counting sort). */
function byFewestPairs({ clients, firstPair }: PlacementInstance): Int32Array {
  let most = 0;
  for (let i = 0; i < clients; i++) most = Math.max(most, firstPair[i + 1]! - firstPair[i]!);
  const start = new Int32Array(most + 2);
  for (let i = 0; i < clients; i++) start[firstPair[i + 1]! - firstPair[i]! + 1]!++;
  for (let d = 0; d <= most; d++) start[d + 1]! += start[d]!;
  const order = new Int32Array(clients);
  for (let i = 0; i < clients; i++) order[start[firstPair[i + 1]! - firstPair[i]!]!++] = i;
  return order;
}
