import type { TransportPart } from './transport-part';

/** Returned by {@link SeatMarket.take} when the seat was free. */
export const NOBODY = -1;

/**
 * Who holds which seat at which price. A slot's seats are alike and cost the same: as long as one is free its price, and
 * when all are taken the lowest of the levels up to which their holders bid. Those levels form a binary heap per slot.
 */
export class SeatMarket {
  readonly rows: number;
  readonly columns: number;
  readonly firstPair: Int32Array;
  readonly column: Int32Array;
  readonly capacity: Int32Array;
  readonly price: Float64Array;
  readonly pairOf: Int32Array;
  readonly seatOf: Int32Array;
  readonly seatStart: Int32Array;
  /** The row on each seat; the first taken[column] seats of a column are taken. */
  readonly holder: Int32Array;
  readonly taken: Int32Array;
  private readonly level: Float64Array;

  /** @param fit of each pair, in the unit in which prices are counted */
  constructor(
    part: TransportPart,
    readonly fit: Float64Array | Int32Array,
  ) {
    this.rows = part.clientOfRow.length;
    this.columns = part.slotOfColumn.length;
    this.firstPair = part.firstPair;
    this.column = part.column;
    this.capacity = part.capacity;
    this.price = new Float64Array(this.columns);
    this.pairOf = new Int32Array(this.rows).fill(-1);
    this.seatOf = new Int32Array(this.rows).fill(-1);
    this.seatStart = new Int32Array(this.columns + 1);
    for (let q = 0; q < this.columns; q++) this.seatStart[q + 1] = this.seatStart[q]! + part.capacity[q]!;
    const seats = this.seatStart[this.columns]!;
    this.holder = new Int32Array(seats).fill(-1);
    this.level = new Float64Array(seats);
    this.taken = new Int32Array(this.columns);
  }

  isFull(column: number): boolean {
    return this.taken[column] === this.capacity[column];
  }

  /** Gives the row a seat of the pair's column: a free one, else the seat with the lowest level, whose row is returned. */
  take(row: number, pair: number, level: number): number {
    const column = this.column[pair]!;
    const start = this.seatStart[column]!;
    this.pairOf[row] = pair;
    const taken = this.taken[column]!;
    if (taken < this.capacity[column]!) {
      this.taken[column] = taken + 1;
      this.rise(start, taken, row, level);
      if (taken + 1 === this.capacity[column]) this.price[column] = this.level[start]!;
      return NOBODY;
    }
    const displaced = this.holder[start]!;
    this.pairOf[displaced] = -1;
    this.seatOf[displaced] = -1;
    this.sink(start, 0, taken, row, level);
    this.price[column] = this.level[start]!;
    return displaced;
  }

  /** Frees the row's seat; the price stays. */
  vacate(row: number): void {
    const column = this.column[this.pairOf[row]!]!;
    const start = this.seatStart[column]!;
    const last = --this.taken[column]!;
    const hole = this.seatOf[row]! - start;
    this.pairOf[row] = -1;
    this.seatOf[row] = -1;
    const moved = this.holder[start + last]!;
    const level = this.level[start + last]!;
    this.holder[start + last] = -1;
    if (hole === last) return;
    if (hole > 0 && this.level[start + ((hole - 1) >> 1)]! > level) this.rise(start, hole, moved, level);
    else this.sink(start, hole, last, moved, level);
  }

  /** Nobody bid more than today's price: every holder would leave at the next rise. */
  forgetLevels(): void {
    for (let q = 0; q < this.columns; q++) this.level.fill(this.price[q]!, this.seatStart[q], this.seatStart[q + 1]);
  }

  private rise(start: number, from: number, row: number, level: number): void {
    const { holder, seatOf, level: levels } = this;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (levels[start + parent]! <= level) break;
      this.move(start + parent, start + at);
      at = parent;
    }
    levels[start + at] = level;
    holder[start + at] = row;
    seatOf[row] = start + at;
  }

  private sink(start: number, from: number, size: number, row: number, level: number): void {
    const { holder, seatOf, level: levels } = this;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && levels[start + child + 1]! < levels[start + child]!) child++;
      if (levels[start + child]! >= level) break;
      this.move(start + child, start + at);
      at = child;
    }
    levels[start + at] = level;
    holder[start + at] = row;
    seatOf[row] = start + at;
  }

  private move(from: number, to: number): void {
    const row = this.holder[from]!;
    this.level[to] = this.level[from]!;
    this.holder[to] = row;
    this.seatOf[row] = to;
  }
}
