import type { PlacementInstance } from '../placement-instance';
import type { Region } from './dulmage-mendelsohn';

/** One side of the split as a transportation problem of its own: rows are clients, columns are slots. */
export interface TransportPart {
  /**
   * Inside Z every seat is taken and a client may stay out; outside Z every client is placed and a seat may stay empty.
   * Either way the scarce side is always served, so no large number has to stand for "placed at any price".
   */
  readonly seatsAreScarce: boolean;
  readonly clientOfRow: Int32Array;
  readonly slotOfColumn: Int32Array;
  readonly capacity: Int32Array;
  readonly firstPair: Int32Array;
  readonly column: Int32Array;
  readonly fit: Int32Array;
}

/** An optimal assignment of a part with integer prices that prove it. */
export interface PricedPart {
  /** The pair of each row; −1 = stays out. */
  readonly pairOf: Int32Array;
  /** What each row gains over her slot's price. */
  readonly profit: Float64Array;
  readonly price: Float64Array;
}

/** The part inside or outside Z. Pairs between the two are covered twice, stand in no largest placement and are dropped. */
export function partOf(instance: PlacementInstance, region: Region, seatsAreScarce: boolean): TransportPart {
  const side = seatsAreScarce ? 1 : 0;
  const { firstPair, pairSlot, pairFit } = instance;
  const clientOfRow = indicesOf(region.inZClient, () => true, side);
  const slotOfColumn = indicesOf(region.inZSlot, (q) => instance.capacity[q]! > 0, side);
  const columnOf = new Int32Array(instance.slots).fill(-1);
  for (let c = 0; c < slotOfColumn.length; c++) columnOf[slotOfColumn[c]!] = c;
  const rows = clientOfRow.length;
  const first = new Int32Array(rows + 1);
  for (let r = 0; r < rows; r++) {
    const client = clientOfRow[r]!;
    let count = first[r]!;
    for (let e = firstPair[client]!; e < firstPair[client + 1]!; e++) if (columnOf[pairSlot[e]!]! >= 0) count++;
    first[r + 1] = count;
  }
  const column = new Int32Array(first[rows]!);
  const fit = new Int32Array(first[rows]!);
  let next = 0;
  for (const client of clientOfRow) {
    for (let e = firstPair[client]!; e < firstPair[client + 1]!; e++) {
      const c = columnOf[pairSlot[e]!]!;
      if (c < 0) continue;
      column[next] = c;
      fit[next++] = pairFit[e]!;
    }
  }
  const capacity = Int32Array.from(slotOfColumn, (q) => instance.capacity[q]!);
  return { seatsAreScarce, clientOfRow, slotOfColumn, capacity, firstPair: first, column, fit };
}

function indicesOf(side: Uint8Array, isKept: (index: number) => boolean, wanted: number): Int32Array {
  const indices = new Int32Array(side.length);
  let count = 0;
  for (let i = 0; i < side.length; i++) if (side[i] === wanted && isKept(i)) indices[count++] = i;
  return indices.slice(0, count);
}
