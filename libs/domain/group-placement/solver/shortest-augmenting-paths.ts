import { bid, DEFERRED } from './client-bids';
import { ColumnHeap } from './column-heap';
import { highestOf, withProfits } from './epsilon-scaling';
import { NOBODY, SeatMarket } from './seat-market';
import type { PricedPart, TransportPart } from './transport-part';

/** How often the waiting clients bid before paths are searched. */
const REDUCTION_PASSES = 2;
/** A second pass does not halve what the first one left: where that is more than so many times too much, it is spared. */
const HOPELESS = 2;
/** Bids of one pass for each client waiting: the rest waits for the next pass. */
const BIDS_PER_CLIENT = 4;
/** Paths are worth while as long as few clients are left, and each pair is looked at a few times. */
const LARGEST_FREE_SHARE = 0.02;
const SCANS_PER_PAIR = 6;
/** With hardly a seat to spare bids without an increment leave too many clients: from so many clients on they are spared. */
const LEAST_SPARE_SHARE = 0.015;
const MANY_CLIENTS = 200;

/**
 * Solves the part outside Z where seats are plentiful: almost everyone finds her best slot by bids without a minimum
 * increment, and the few others by shortest paths. Null when too many are left: then the auction is the faster way.
 *
 * R. Jonker & A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems",
 * Computing 38 (1987): augmenting row reduction, then Dijkstra on reduced costs, with slots of several seats.
 */
export function placeByShortestPaths(part: TransportPart): PricedPart | null {
  if (isTight(part)) return null;
  const market = new SeatMarket(part, part.fit);
  const free = reduceRows(market, part);
  if (free.length > mostFree(market)) return null;
  const paths = new ShortestPaths(market);
  const mostScans = SCANS_PER_PAIR * part.column.length;
  for (const row of free) {
    if (paths.scans > mostScans) return null;
    paths.augmentFrom(row);
  }
  return withProfits(market.pairOf, part, market.price);
}

function isTight({ clientOfRow, capacity }: TransportPart): boolean {
  const clients = clientOfRow.length;
  let seats = 0;
  for (const one of capacity) seats += one;
  return clients >= MANY_CLIENTS && seats - clients < LEAST_SPARE_SHARE * clients;
}

const mostFree = ({ rows }: SeatMarket): number => LARGEST_FREE_SHARE * rows + 50;

/** Augmenting row reduction: bids at increment 0, in passes of bounded length. Returns who is still without a seat. */
function reduceRows(market: SeatMarket, part: TransportPart): Int32Array {
  const rules = { profitOutside: -Infinity, largestIncrement: highestOf(part.fit) + 1 };
  let waiting = new Int32Array(market.rows);
  for (let row = 0; row < market.rows; row++) waiting[row] = row;
  for (let pass = 0; pass < REDUCTION_PASSES && waiting.length > 0; pass++) {
    const left = new Int32Array(waiting.length);
    let count = 0;
    let budget = BIDS_PER_CLIENT * waiting.length;
    for (const first of waiting) {
      let row = first;
      for (;;) {
        const displaced = bid(market, row, 0, rules);
        if (displaced === NOBODY) break;
        if (displaced !== DEFERRED) row = displaced;
        if (displaced === DEFERRED || --budget < 0) {
          left[count++] = row;
          break;
        }
      }
    }
    waiting = left.slice(0, count);
    if (count > HOPELESS * mostFree(market)) break;
  }
  return waiting;
}

/** Dijkstra's search over columns, from one free row at a time. */
class ShortestPaths {
  /** Pairs looked at so far. */
  scans = 0;
  private readonly distance: Float64Array;
  private readonly heap: ColumnHeap;
  private readonly byRow: Int32Array;
  private readonly byPair: Int32Array;
  private readonly isDone: Uint8Array;
  private readonly done: Int32Array;
  private readonly touched: Int32Array;
  private doneCount = 0;
  private touchedCount = 0;
  private goal = -1;
  private goalDistance = Infinity;

  constructor(private readonly market: SeatMarket) {
    const { columns } = market;
    this.distance = new Float64Array(columns).fill(Infinity);
    this.heap = new ColumnHeap(this.distance);
    this.byRow = new Int32Array(columns);
    this.byPair = new Int32Array(columns);
    this.isDone = new Uint8Array(columns);
    this.done = new Int32Array(columns);
    this.touched = new Int32Array(columns);
  }

  /** Places the row by the path that costs least and moves the prices along it. */
  augmentFrom(row: number): void {
    this.begin();
    this.relax(row, 0, this.bestProfit(row));
    while (this.heap.size > 0) {
      const column = this.heap.nearest;
      const reached = this.distance[column]!;
      if (reached >= this.goalDistance) break;
      this.heap.removeNearest();
      this.isDone[column] = 1;
      this.done[this.doneCount++] = column;
      this.relaxHolders(column, reached);
    }
    if (this.goal < 0) throw new Error('no augmenting path: not everyone in this part can be placed');
    this.raisePrices();
    this.shift(row);
  }

  private begin(): void {
    for (let k = 0; k < this.touchedCount; k++) {
      const column = this.touched[k]!;
      this.distance[column] = Infinity;
      this.isDone[column] = 0;
    }
    this.heap.clear();
    this.doneCount = this.touchedCount = 0;
    this.goal = -1;
    this.goalDistance = Infinity;
  }

  private bestProfit(row: number): number {
    const { firstPair, column, fit, price } = this.market;
    let best = -Infinity;
    for (let e = firstPair[row]!; e < firstPair[row + 1]!; e++) {
      best = Math.max(best, fit[e]! - price[column[e]!]!);
    }
    return best;
  }

  private relaxHolders(column: number, reached: number): void {
    const { seatStart, taken, holder, pairOf, fit, price } = this.market;
    const start = seatStart[column]!;
    for (let s = start, end = start + taken[column]!; s < end; s++) {
      const row = holder[s]!;
      this.relax(row, reached, fit[pairOf[row]!]! - price[column]!);
    }
  }

  private relax(row: number, reached: number, profit: number): void {
    const { firstPair, column, fit, price, taken, capacity } = this.market;
    const { distance } = this;
    const from = firstPair[row]!;
    const end = firstPair[row + 1]!;
    this.scans += end - from;
    for (let e = from; e < end; e++) {
      const to = column[e]!;
      if (this.isDone[to] === 1) continue;
      const length = reached + profit - fit[e]! + price[to]!;
      if (length >= this.goalDistance || length >= distance[to]!) continue;
      if (distance[to] === Infinity) this.touched[this.touchedCount++] = to;
      distance[to] = length;
      this.byRow[to] = row;
      this.byPair[to] = e;
      if (taken[to]! < capacity[to]!) {
        this.goal = to;
        this.goalDistance = length;
      } else this.heap.lower(to);
    }
  }

  private raisePrices(): void {
    const { price } = this.market;
    for (let k = 0; k < this.doneCount; k++) {
      const column = this.done[k]!;
      price[column]! += this.goalDistance - this.distance[column]!;
    }
  }

  private shift(root: number): void {
    const { market } = this;
    let seat = market.seatStart[this.goal]! + market.taken[this.goal]!++;
    for (let column = this.goal; ;) {
      const row = this.byRow[column]!;
      const left = market.seatOf[row]!;
      const before = market.pairOf[row]!;
      market.holder[seat] = row;
      market.seatOf[row] = seat;
      market.pairOf[row] = this.byPair[column]!;
      if (row === root) return;
      seat = left;
      column = market.column[before]!;
    }
  }
}
