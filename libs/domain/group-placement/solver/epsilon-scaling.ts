import { clientsBid, type BidRules } from './client-bids';
import { integerPrices } from './integer-prices';
import { SeatBids } from './seat-bids';
import { SeatMarket } from './seat-market';
import type { PricedPart, TransportPart } from './transport-part';

/**
 * The first epsilon is this share of the highest fit, each next one a tenth of the one before (measured, not derived):
 * where seats are scarce prices rise further.
 */
const FIRST_SHARE = { scarce: 5, enough: 50 };
const SHRINK = 10;

/**
 * Solves a part exactly by auctions with a shrinking minimum increment.
 *
 * Epsilon scaling: D. P. Bertsekas, "The auction algorithm: a distributed relaxation method", Ann. Oper. Res. 14 (1988).
 * Fits are multiplied by the number of columns + 2, so that an increment of 1 is too small to hide a better assignment:
 * along an alternating path each column adds at most one increment.
 */
export function auction(part: TransportPart): PricedPart {
  const scale = part.slotOfColumn.length + 2;
  const highest = highestOf(part.fit);
  const market = new SeatMarket(part, scaled(part.fit, scale));
  const largestStep = (highest + 1) * scale;
  const rules: BidRules = { profitOutside: part.seatsAreScarce ? 0 : -Infinity, largestIncrement: largestStep };
  const seats = new SeatBids(market, part.seatsAreScarce ? -Infinity : 0, largestStep);
  const share = part.seatsAreScarce ? FIRST_SHARE.scarce : FIRST_SHARE.enough;
  let epsilon = Math.max(1, Math.floor((highest * scale) / share));
  for (;;) {
    clientsBid(market, reopen(market, epsilon, rules), epsilon, rules);
    seats.bid(epsilon);
    if (epsilon === 1) break;
    epsilon = Math.max(1, Math.floor(epsilon / SHRINK));
  }
  return withProfits(market.pairOf, part, integerPrices(market.price, scale));
}

/** Starts a phase: prices stay, and who could do better by more than epsilon gives her seat back and bids again. */
function reopen(market: SeatMarket, epsilon: number, rules: BidRules): Int32Array {
  const { rows, firstPair, column, fit, price, pairOf } = market;
  const waiting = new Int32Array(rows);
  let count = 0;
  market.forgetLevels();
  for (let r = 0; r < rows; r++) {
    const pair = pairOf[r]!;
    if (pair >= 0) {
      const enough = fit[pair]! - price[column[pair]!]! + epsilon;
      let isContent = enough >= rules.profitOutside;
      for (let e = firstPair[r]!, end = firstPair[r + 1]!; isContent && e < end; e++) {
        isContent = fit[e]! - price[column[e]!]! <= enough;
      }
      if (isContent) continue;
      market.vacate(r);
    }
    waiting[count++] = r;
  }
  return waiting.subarray(0, count);
}

/** What each row gains over the price of her column; 0 for those who stay out. */
export function withProfits(pairOf: Int32Array, part: TransportPart, price: Float64Array): PricedPart {
  const profit = new Float64Array(pairOf.length);
  for (let r = 0; r < pairOf.length; r++) {
    const pair = pairOf[r]!;
    if (pair >= 0) profit[r] = part.fit[pair]! - price[part.column[pair]!]!;
  }
  return { pairOf, profit, price };
}

/** The highest fit of a part; 0 without pairs. */
export function highestOf(fit: Int32Array): number {
  let highest = 0;
  for (let e = 0; e < fit.length; e++) if (fit[e]! > highest) highest = fit[e]!;
  return highest;
}

/** Loops, not Float64Array.from with a function: that goes through an iterator and costs more than a whole phase. */
function scaled(fit: Int32Array, scale: number): Float64Array {
  const product = new Float64Array(fit.length);
  for (let e = 0; e < fit.length; e++) product[e] = fit[e]! * scale;
  return product;
}
