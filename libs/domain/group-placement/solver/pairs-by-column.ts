/** Pairs row by row: row r has the pairs firstPair[r] to firstPair[r+1]−1. */
export interface PairsByRow {
  readonly rows: number;
  readonly columns: number;
  readonly firstPair: Int32Array;
  readonly column: Int32Array;
  readonly fit: Float64Array | Int32Array;
}

/** The same pairs, by column: column q has the entries first[q] to first[q+1]−1, in the order of their rows. */
export interface PairsByColumn<Fits> {
  readonly first: Int32Array;
  readonly row: Int32Array;
  readonly pair: Int32Array;
  readonly fit: Fits;
}

/** Turns pairs by row into pairs by column (counting sort); their fits go into `sortedFit`. */
export function pairsByColumn<Fits extends Float64Array | Int32Array>(
  { rows, columns, firstPair, column, fit }: PairsByRow,
  sortedFit: Fits,
): PairsByColumn<Fits> {
  const pairs = column.length;
  const first = new Int32Array(columns + 1);
  for (let e = 0; e < pairs; e++) first[column[e]! + 1]!++;
  for (let q = 0; q < columns; q++) first[q + 1]! += first[q]!;
  const next = first.slice();
  const sorted = { row: new Int32Array(pairs), pair: new Int32Array(pairs), fit: sortedFit };
  for (let r = 0; r < rows; r++) {
    for (let e = firstPair[r]!; e < firstPair[r + 1]!; e++) {
      const k = next[column[e]!]!++;
      sorted.row[k] = r;
      sorted.pair[k] = e;
      sorted.fit[k] = fit[e]!;
    }
  }
  return { first, ...sorted };
}
