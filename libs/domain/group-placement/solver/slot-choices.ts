import { ClientMarket } from './client-market';
import { PathsToFreeClients } from './paths-to-free-clients';
import type { PricedPart, TransportPart } from './transport-part';

/** How often slots choose before paths are searched, and how many choices a slot has in each (measured, not derived). */
const PASSES = 2;
const CHOICES_PER_SLOT = 10;
/** Paths are worth while as long as each pair is looked at a few times. */
const SCANS_PER_PAIR = 6;

/**
 * Solves the part inside Z, where seats are scarce: slots choose clients, all their free seats at once, and the few
 * seats that are left are filled by shortest paths. Null when that takes too long: then the auction is the faster way.
 *
 * Jonker & Volgenant (1987) from the scarce side, which never has to wait for prices to rise; a slot with k free seats
 * bids like the k similar persons of Bertsekas & Castañon, "The auction algorithm for the transportation problem", Ann.
 * Oper. Res. 20 (1989), in one look at its pairs.
 */
export function placeByChoices(part: TransportPart): PricedPart | null {
  const market = new ClientMarket(part);
  const unfilled = choose(market);
  const paths = new PathsToFreeClients(market);
  const mostScans = SCANS_PER_PAIR * part.column.length;
  for (const slot of unfilled) {
    while (market.seatsLeft(slot) > 0) {
      if (paths.scans > mostScans) return null;
      paths.fillSeatOf(slot);
    }
  }
  return { pairOf: market.pairOf(), profit: market.profit, price: market.price };
}

/** Lets slots choose, in passes of bounded length. Returns those that have seats left. */
function choose(market: ClientMarket): Int32Array {
  const choice = new Choice(market);
  let waiting: Int32Array = slotsWithSeats(market);
  for (let pass = 0; pass < PASSES && waiting.length > 0; pass++) {
    const choosing = Array.from(waiting).reverse();
    let budget = CHOICES_PER_SLOT * waiting.length;
    for (let slot = choosing.pop(); slot !== undefined && budget > 0; slot = choosing.pop()) {
      if (market.seatsLeft(slot) === 0) continue;
      choice.make(slot, choosing);
      budget--;
    }
    waiting = slotsWithSeats(market);
  }
  return waiting;
}

function slotsWithSeats(market: ClientMarket): Int32Array {
  const slots = new Int32Array(market.columns);
  let count = 0;
  for (let q = 0; q < market.columns; q++) if (market.seatsLeft(q) > 0) slots[count++] = q;
  return slots.slice(0, count);
}

/** One choice at a time: the clients who are worth most to a slot, at the price at which the next one is worth as much. */
class Choice {
  /** What the best clients are worth, best first, and their entries. */
  private readonly worth: Float64Array;
  private readonly entry: Int32Array;

  constructor(private readonly market: ClientMarket) {
    const most = market.capacity.reduce((a, b) => Math.max(a, b), 0);
    this.worth = new Float64Array(most + 1);
    this.entry = new Int32Array(most + 1);
  }

  /**
   * Fills the slot's free seats. Who loses a client to it is put on `choosing`. A client of another slot who is worth no
   * more than the next one is left there: taking her would raise nothing, and the two could go on for ever.
   */
  make(slot: number, choosing: number[]): void {
    const { market } = this;
    const seats = market.seatsLeft(slot);
    const found = this.findBest(slot, seats + 1);
    const level = found === 0 ? Infinity : this.worth[found - 1]!;
    for (let k = 0; k < Math.min(seats, found); k++) {
      const client = market.pairs.row[this.entry[k]!]!;
      const holder = market.slotOf[client]!;
      if (holder >= 0) {
        if (this.worth[k] === level) continue;
        market.release(client);
        choosing.push(holder);
      }
      market.take(slot, this.entry[k]!);
    }
    market.settle(slot, Math.min(level, market.price[slot]!));
  }

  /** Finds so many of the best clients whom the slot does not hold; gives how many there are. */
  private findBest(slot: number, most: number): number {
    const { worth, entry } = this;
    const { pairs, profit, slotOf } = this.market;
    let found = 0;
    for (let k = pairs.first[slot]!, end = pairs.first[slot + 1]!; k < end; k++) {
      const client = pairs.row[k]!;
      const one = pairs.fit[k]! - profit[client]!;
      if ((found === most && one <= worth[most - 1]!) || slotOf[client] === slot) continue;
      let at = found < most ? found++ : most - 1;
      for (; at > 0 && worth[at - 1]! < one; at--) {
        worth[at] = worth[at - 1]!;
        entry[at] = entry[at - 1]!;
      }
      worth[at] = one;
      entry[at] = k;
    }
    return found;
  }
}
