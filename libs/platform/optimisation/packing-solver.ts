import loadHighs, { type Highs, type Model, type ModelData } from 'highs';

/** Columns to choose from and rows that limit how often; column k lies in the rows rowsOf[firstRow[k]] to rowsOf[firstRow[k+1]−1]. */
export interface Packing {
  readonly columns: number;
  readonly limits: Int32Array;
  readonly firstRow: Int32Array;
  readonly rowsOf: Int32Array;
  /** Columns that fit together, to start from. */
  readonly start: readonly number[];
}

/** The columns chosen, the most that can be chosen, and why it ended before the two met. */
export interface Packed {
  readonly chosen: readonly number[];
  readonly bound: number;
  readonly stoppedBy: 'NODES' | 'TIME' | null;
}

/** Solves packing programmes on the thread that calls it, which is busy until it is done. */
export interface HighsPacking {
  /** The most columns, exactly, within limits; the same answer for the same input unless the clock stops it. */
  solve(packing: Packing, limits: { readonly maxNodes: number; readonly maxMillis: number }): Packed;
  /** The price of each row in the linear relaxation; null where the clock stopped it. */
  prices(packing: Packing, maxMillis: number): Float64Array | null;
}

/** Every figure of a packing is a whole number: a bound less than one above what was found proves it. */
const BELOW_ONE = 0.999;
/** Takes rounding errors of the linear programmes out of a bound before it is rounded down. */
const ROUNDING = 1e-6;

/** Loads HiGHS (Huangfu & Hall 2018; branch and cut, compiled to WebAssembly) as a solver of packing programmes. */
export async function loadPackingSolver(): Promise<HighsPacking> {
  const highs = await loadHighs();
  return {
    solve: (packing, limits) => solved(highs, packing, limits),
    prices: (packing, maxMillis) => priced(highs, packing, maxMillis),
  };
}

function solved(
  highs: Highs,
  packing: Packing,
  limits: { readonly maxNodes: number; readonly maxMillis: number },
): Packed {
  if (packing.columns === 0) return { chosen: [], bound: 0, stoppedBy: null };
  return highs.withModel(modelOf(highs, packing), (model): Packed => {
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: BELOW_ONE,
      mip_max_nodes: limits.maxNodes,
      time_limit: limits.maxMillis / 1_000,
    });
    model.setSolution({ colValue: startOf(packing) });
    model.run();
    return answerOf(highs, model, packing);
  });
}

function priced(highs: Highs, packing: Packing, maxMillis: number): Float64Array | null {
  if (packing.columns === 0) return new Float64Array(packing.limits.length);
  const { integrality: _, ...relaxed } = modelOf(highs, packing);
  return highs.withModel(relaxed, (model): Float64Array | null => {
    model.options.set({ output_flag: false, time_limit: maxMillis / 1_000 });
    model.run();
    const isSolved = model.getModelStatus() === highs.constants.modelStatus.optimal;
    return isSolved ? model.getSolution().rowDual.map(Math.abs) : null;
  });
}

function modelOf(highs: Highs, { columns, limits, firstRow, rowsOf }: Packing): ModelData {
  const { infinity, constants } = highs;
  const each = (value: number): Float64Array => new Float64Array(columns).fill(value);
  return {
    numCols: columns,
    numRows: limits.length,
    sense: constants.objectiveSense.maximize,
    colCost: each(1),
    colLower: each(0),
    colUpper: each(1),
    rowLower: new Float64Array(limits.length).fill(-infinity),
    rowUpper: Float64Array.from(limits),
    integrality: new Int32Array(columns).fill(constants.variableType.integer),
    matrix: {
      format: 'csc',
      numRows: limits.length,
      numCols: columns,
      starts: firstRow,
      indices: rowsOf,
      values: new Float64Array(rowsOf.length).fill(1),
    },
  };
}

function startOf({ columns, start }: Packing): Float64Array {
  const values = new Float64Array(columns);
  for (const column of start) values[column] = 1;
  return values;
}

function answerOf({ constants }: Highs, model: Model, { start, columns }: Packing): Packed {
  const { optimal, timeLimit, solutionLimit } = constants.modelStatus;
  const status = model.getModelStatus();
  if (status !== optimal && status !== timeLimit && status !== solutionLimit)
    throw new Error(`The packing programme ended with status ${status}.`);
  const { colValue } = model.getSolution();
  const found = Array.from({ length: columns }, (_, column) => column).filter((column) => colValue[column]! > 0.5);
  const chosen = found.length < start.length ? start : found;
  const bound = Math.max(chosen.length, Math.floor(Number(model.info.get('mip_dual_bound')) + ROUNDING));
  const stoppedBy = status === timeLimit ? 'TIME' : 'NODES';
  return { chosen, bound: Math.min(bound, columns), stoppedBy: bound > chosen.length ? stoppedBy : null };
}
