import { loadPackingSolver, type HighsPacking, type Packing } from './packing-solver';

/** Columns as pairs of rows; every row allows one. */
function packing(rows: number, columns: readonly (readonly number[])[], start: readonly number[] = []): Packing {
  const firstRow = [0];
  for (const column of columns) firstRow.push(firstRow.at(-1)! + column.length);
  return {
    columns: columns.length,
    limits: new Int32Array(rows).fill(1),
    firstRow: Int32Array.from(firstRow),
    rowsOf: Int32Array.from(columns.flat()),
    start,
  };
}

/** Every three of nine things: three at most fit together. */
const TRIPLES = Array.from({ length: 9 }, (_, a) => a).flatMap((a) =>
  Array.from({ length: 9 }, (_, b) => b).flatMap((b) =>
    Array.from({ length: 9 }, (_, c) => c).flatMap((c) => (a < b && b < c ? [[a, b, c]] : [])),
  ),
);

const LIMITS = { maxNodes: 1_000, maxMillis: 60_000 };

describe('the packing solver', () => {
  let solver: HighsPacking;

  beforeAll(async () => {
    solver = await loadPackingSolver();
  });

  it('finds the most that fit together, and proves it', () => {
    const { chosen, bound, stoppedBy } = solver.solve(packing(9, TRIPLES), LIMITS);
    expect([chosen.length, bound, stoppedBy]).toEqual([3, 3, null]);
    expect(new Set(chosen.flatMap((column) => TRIPLES[column]!)).size).toBe(9);
  });

  it('gives the same answer every time', () => {
    expect(solver.solve(packing(9, TRIPLES), LIMITS)).toEqual(solver.solve(packing(9, TRIPLES), LIMITS));
  });

  it('keeps what it began from where the clock gives it no time at all', () => {
    const { chosen, bound, stoppedBy } = solver.solve(packing(9, TRIPLES, [0]), { maxNodes: 1_000, maxMillis: 0 });
    expect(stoppedBy).toBe('TIME');
    expect(chosen.length).toBeGreaterThanOrEqual(1);
    expect(bound).toBeGreaterThanOrEqual(3);
  });

  it('prices rows so that no column is cheaper than one, and the price of all is the relaxation', () => {
    const triangle = packing(3, [
      [0, 1],
      [1, 2],
      [0, 2],
    ]);
    const prices = solver.prices(triangle, 60_000);
    expect([...(prices ?? [])]).toEqual([0.5, 0.5, 0.5]);
  });

  it('has nothing to choose from where there is nothing', () => {
    expect(solver.solve(packing(2, []), LIMITS)).toEqual({ chosen: [], bound: 0, stoppedBy: null });
    expect([...(solver.prices(packing(2, []), 1) ?? [])]).toEqual([0, 0]);
  });
});
