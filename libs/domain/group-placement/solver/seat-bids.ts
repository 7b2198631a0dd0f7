import { pairsByColumn, type PairsByColumn } from './pairs-by-column';
import type { SeatMarket } from './seat-market';

/**
 * The seats' side of the auction: a free seat lowers its price until the client for whom it is worth most comes over.
 *
 * The reverse auction of D. P. Bertsekas & D. A. Castañon, "A forward/reverse auction algorithm for asymmetric
 * assignment problems", Comput. Optim. Appl. 1 (1992). Outside Z a seat stays empty once its price is 0; inside Z it
 * goes on, below 0 if need be, until it is taken.
 */
export class SeatBids {
  private readonly byColumn: PairsByColumn<Float64Array>;
  private readonly profit: Float64Array;
  private readonly pending: number[] = [];

  /** @param lowestPrice 0 where a seat may stay empty, −∞ where every seat is taken */
  constructor(
    private readonly market: SeatMarket,
    private readonly lowestPrice: number,
    private readonly largestStep: number,
  ) {
    this.byColumn = pairsByColumn(market, new Float64Array(market.fit.length));
    this.profit = new Float64Array(market.rows);
  }

  /** Lets every free seat bid until it is taken or costs nothing. */
  bid(epsilon: number): void {
    const { market, pending, profit } = this;
    for (let q = 0; q < market.columns; q++) this.addIfOpen(q);
    if (pending.length === 0) return;
    for (let r = 0; r < market.rows; r++) {
      const pair = market.pairOf[r]!;
      profit[r] = pair < 0 ? 0 : market.fit[pair]! - market.price[market.column[pair]!]!;
    }
    for (let q = pending.pop(); q !== undefined; q = pending.pop()) while (this.isOpen(q)) this.attract(q, epsilon);
  }

  private isOpen(column: number): boolean {
    return !this.market.isFull(column) && this.market.price[column]! > this.lowestPrice;
  }

  private addIfOpen(column: number): void {
    if (this.isOpen(column)) this.pending.push(column);
  }

  /** One free seat of the column takes the client who offers most, at the price that the second would pay. */
  private attract(column: number, epsilon: number): void {
    const { market, byColumn, profit } = this;
    this.setHolderProfits(column, Infinity);
    let best = -Infinity;
    let second = -Infinity;
    let choice = -1;
    for (let k = byColumn.first[column]!, end = byColumn.first[column + 1]!; k < end; k++) {
      const offer = byColumn.fit[k]! - profit[byColumn.row[k]!]!;
      if (offer > second) {
        if (offer > best) {
          second = best;
          best = offer;
          choice = k;
        } else second = offer;
      }
    }
    if (best <= this.lowestPrice + epsilon) market.price[column] = this.lowestPrice;
    else {
      const floor = Math.max(this.lowestPrice, best - this.largestStep);
      const price = Math.max(floor, Math.min(second - epsilon, market.price[column]!));
      this.moveOver(byColumn.row[choice]!, byColumn.pair[choice]!, column, price);
    }
    this.setHolderProfits(column, null);
  }

  private moveOver(row: number, pair: number, column: number, price: number): void {
    const { market } = this;
    const before = market.pairOf[row]!;
    if (before >= 0) {
      market.vacate(row);
      this.addIfOpen(market.column[before]!);
    }
    market.price[column] = price;
    market.take(row, pair, price);
  }

  /** The column's own holders make it no offer; afterwards they profit by its new price. */
  private setHolderProfits(column: number, fixed: number | null): void {
    const { market, profit } = this;
    const start = market.seatStart[column]!;
    for (let s = start, end = start + market.taken[column]!; s < end; s++) {
      const row = market.holder[s]!;
      profit[row] = fixed ?? market.fit[market.pairOf[row]!]! - market.price[column]!;
    }
  }
}
