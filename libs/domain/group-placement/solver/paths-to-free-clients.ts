import type { ClientMarket } from './client-market';
import { ColumnHeap } from './column-heap';

/**
 * Dijkstra's search over slots, from one with a free seat to a client whom nobody holds: each slot on the way takes a
 * client from the next. The length of a step is what the slot loses by it.
 */
export class PathsToFreeClients {
  /** Pairs looked at so far. */
  scans = 0;
  private readonly distance: Float64Array;
  private readonly heap: ColumnHeap;
  /** Of each slot reached: the slot before it, and that slot's entry of the client who leads over. */
  private readonly before: Int32Array;
  private readonly entryBefore: Int32Array;
  private readonly isDone: Uint8Array;
  private readonly done: Int32Array;
  private readonly touched: Int32Array;
  private doneCount = 0;
  private touchedCount = 0;
  /** The slot and entry of the nearest free client, and how far she is. */
  private goalSlot = -1;
  private goalEntry = -1;
  private goalDistance = Infinity;

  constructor(private readonly market: ClientMarket) {
    const { columns } = market;
    this.distance = new Float64Array(columns).fill(Infinity);
    this.heap = new ColumnHeap(this.distance);
    this.before = new Int32Array(columns);
    this.entryBefore = new Int32Array(columns);
    this.isDone = new Uint8Array(columns);
    this.done = new Int32Array(columns);
    this.touched = new Int32Array(columns);
  }

  /** Fills one free seat of the slot by the path that costs least, and moves the prices along it. */
  fillSeatOf(slot: number): void {
    this.begin();
    this.reach(slot, 0);
    while (this.heap.size > 0) {
      const nearest = this.heap.nearest;
      if (this.distance[nearest]! >= this.goalDistance) break;
      this.heap.removeNearest();
      this.isDone[nearest] = 1;
      this.done[this.doneCount++] = nearest;
      this.relax(nearest);
    }
    if (this.goalEntry < 0) throw new Error('no augmenting path: not every seat of this part can be filled');
    this.shift(slot);
    this.lowerPrices();
  }

  private begin(): void {
    for (let k = 0; k < this.touchedCount; k++) {
      const slot = this.touched[k]!;
      this.distance[slot] = Infinity;
      this.isDone[slot] = 0;
    }
    this.heap.clear();
    this.doneCount = this.touchedCount = 0;
    this.goalSlot = this.goalEntry = -1;
    this.goalDistance = Infinity;
  }

  private reach(slot: number, distance: number): void {
    if (this.distance[slot] === Infinity) this.touched[this.touchedCount++] = slot;
    this.distance[slot] = distance;
    this.heap.lower(slot);
  }

  private relax(slot: number): void {
    const { pairs, price, profit, slotOf } = this.market;
    const from = pairs.first[slot]!;
    const end = pairs.first[slot + 1]!;
    const base = this.distance[slot]! + price[slot]!;
    this.scans += end - from;
    for (let k = from; k < end; k++) {
      const client = pairs.row[k]!;
      const length = base + profit[client]! - pairs.fit[k]!;
      if (length >= this.goalDistance) continue;
      const holder = slotOf[client]!;
      if (holder < 0) {
        this.goalSlot = slot;
        this.goalEntry = k;
        this.goalDistance = length;
      } else if (this.isDone[holder] === 0 && length < this.distance[holder]!) {
        this.before[holder] = slot;
        this.entryBefore[holder] = k;
        this.reach(holder, length);
      }
    }
  }

  /** Each slot on the path takes its client from the one that comes after it; the last one takes the free client. */
  private shift(root: number): void {
    const { market } = this;
    for (let slot = this.goalSlot, entry = this.goalEntry; ;) {
      const given = this.entryBefore[slot]!;
      if (slot !== root) market.release(market.pairs.row[given]!);
      market.take(slot, entry);
      if (slot === root) return;
      slot = this.before[slot]!;
      entry = given;
    }
  }

  private lowerPrices(): void {
    for (let k = 0; k < this.doneCount; k++) {
      const slot = this.done[k]!;
      this.market.settle(slot, this.market.price[slot]! - (this.goalDistance - this.distance[slot]!));
    }
  }
}
