import { NOBODY, type SeatMarket } from './seat-market';

/** Returned by {@link bid} when the bid would not raise the price: who bids without a minimum increment has to wait. */
export const DEFERRED = -2;

/** Whether a client may stay out, and how far a single bid may go. */
export interface BidRules {
  /** The profit of staying out: 0 where seats are scarce, −∞ where everyone is placed. */
  readonly profitOutside: number;
  /** The furthest a client without a second choice goes: more than any difference of two fits. */
  readonly largestIncrement: number;
}

/**
 * A client bids for the slot that profits her most, up to the price at which her second choice is as good, plus epsilon.
 *
 * D. P. Bertsekas, "A new algorithm for the assignment problem", Math. Programming 21 (1981); with slots of several
 * seats Bertsekas & Castañon, "The auction algorithm for the transportation problem", Ann. Oper. Res. 20 (1989).
 * @returns the client who lost her seat, {@link NOBODY} or {@link DEFERRED}
 */
export function bid(market: SeatMarket, row: number, epsilon: number, rules: BidRules): number {
  const { column, fit, price } = market;
  let best = -Infinity;
  let second = -Infinity;
  let choice = -1;
  for (let e = market.firstPair[row]!, end = market.firstPair[row + 1]!; e < end; e++) {
    const profit = fit[e]! - price[column[e]!]!;
    if (profit > second) {
      if (profit > best) {
        second = best;
        best = profit;
        choice = e;
      } else second = profit;
    }
  }
  if (best <= rules.profitOutside) return NOBODY;
  if (second < rules.profitOutside) second = rules.profitOutside;
  const wanted = column[choice]!;
  const increment = Math.min(best - second, rules.largestIncrement) + epsilon;
  if (increment === 0 && market.isFull(wanted)) return DEFERRED;
  return market.take(row, choice, price[wanted]! + increment);
}

/** Lets the waiting clients bid until everyone has a seat or stays out; who loses her seat bids again at once. */
export function clientsBid(market: SeatMarket, waiting: Int32Array, epsilon: number, rules: BidRules): void {
  for (const row of waiting) {
    let next = row;
    while (next !== NOBODY) next = bid(market, next, epsilon, rules);
  }
}
