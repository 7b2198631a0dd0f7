import { highestOf } from './epsilon-scaling';
import { pairsByColumn, type PairsByColumn } from './pairs-by-column';
import type { TransportPart } from './transport-part';

/**
 * Who is held by which slot where seats are scarce and slots choose. A client gains nothing until a slot takes her, and
 * never less than before; each pair's fit is at most what its client gains plus its slot's price, and for who is held
 * exactly that. A slot's seats are alike and have one price, which only falls.
 */
export class ClientMarket {
  readonly rows: number;
  readonly columns: number;
  readonly capacity: Int32Array;
  /** The pairs of each slot. */
  readonly pairs: PairsByColumn<Int32Array>;
  readonly price: Float64Array;
  /** What each client gains. */
  readonly profit: Float64Array;
  /** The slot that holds each client; −1 = none. */
  readonly slotOf: Int32Array;
  readonly taken: Int32Array;
  private readonly entryOf: Int32Array;
  private readonly seatStart: Int32Array;
  private readonly held: Int32Array;
  private readonly seatOf: Int32Array;

  constructor(part: TransportPart) {
    const [rows, columns] = [part.clientOfRow.length, part.slotOfColumn.length];
    this.rows = rows;
    this.columns = columns;
    this.capacity = part.capacity;
    this.pairs = pairsByColumn({ ...part, rows, columns }, new Int32Array(part.fit.length));
    this.price = new Float64Array(columns).fill(highestOf(part.fit));
    this.profit = new Float64Array(rows);
    this.slotOf = new Int32Array(rows).fill(-1);
    this.taken = new Int32Array(columns);
    this.entryOf = new Int32Array(rows).fill(-1);
    this.seatStart = new Int32Array(columns + 1);
    for (let q = 0; q < columns; q++) this.seatStart[q + 1] = this.seatStart[q]! + part.capacity[q]!;
    this.held = new Int32Array(this.seatStart[columns]!);
    this.seatOf = new Int32Array(rows);
  }

  seatsLeft(slot: number): number {
    return this.capacity[slot]! - this.taken[slot]!;
  }

  /** Gives the slot the client of one of its entries; she must be free. */
  take(slot: number, entry: number): void {
    const client = this.pairs.row[entry]!;
    const seat = this.seatStart[slot]! + this.taken[slot]!++;
    this.slotOf[client] = slot;
    this.entryOf[client] = entry;
    this.held[seat] = client;
    this.seatOf[client] = seat;
  }

  /** Frees a client whom a slot holds; what she gains stays. */
  release(client: number): void {
    const slot = this.slotOf[client]!;
    const last = this.seatStart[slot]! + --this.taken[slot]!;
    const moved = this.held[last]!;
    this.held[this.seatOf[client]!] = moved;
    this.seatOf[moved] = this.seatOf[client]!;
    this.slotOf[client] = -1;
  }

  /** Lowers a slot's price, or leaves it, and gives its clients what it lost. */
  settle(slot: number, price: number): void {
    this.price[slot] = price;
    const start = this.seatStart[slot]!;
    for (let s = start, end = start + this.taken[slot]!; s < end; s++) {
      const client = this.held[s]!;
      this.profit[client] = this.pairs.fit[this.entryOf[client]!]! - price;
    }
  }

  /** The pair of each client, as the part counts pairs; −1 = stays out. */
  pairOf(): Int32Array {
    const pairOf = new Int32Array(this.rows).fill(-1);
    for (let r = 0; r < this.rows; r++) if (this.slotOf[r]! >= 0) pairOf[r] = this.pairs.pair[this.entryOf[r]!]!;
    return pairOf;
  }
}
