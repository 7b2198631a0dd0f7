import { NONE, type PlanInstance } from './plan-problem';

/**
 * A packing programme: choose as many columns as possible so that no row is chosen from more often than it allows.
 * Column k lies in the rows rowsOf[firstRow[k]] to rowsOf[firstRow[k+1]−1].
 */
export interface PackingProgramme {
  readonly columns: number;
  /** How often each row may be chosen from. */
  readonly limits: Int32Array;
  readonly firstRow: Int32Array;
  readonly rowsOf: Int32Array;
  /** Columns that fit together, to start from. */
  readonly start: readonly number[];
}

/** When a solver gives up; the nodes make it give up at the same place every time, the time is an emergency brake. */
export interface PackingLimits {
  readonly maxNodes: number;
  readonly maxMillis: number;
}

/** What a solver found: columns that fit together, and how many there can be at most. */
export interface PackingAnswer {
  readonly chosen: readonly number[];
  readonly bound: number;
  /** Why it ended before the bound was met; null = it did not. */
  readonly stoppedBy: 'NODES' | 'TIME' | null;
}

/** Solves packing programmes; there is one, over HiGHS, in the platform. */
export interface PackingSolver {
  /** The most columns, exactly, within limits. */
  solve(programme: PackingProgramme, limits: PackingLimits): PackingAnswer;
  /** A price of each row, from the linear relaxation; null where it ran out of time. */
  prices(programme: PackingProgramme, maxMillis: number): Float64Array | null;
}

/** A bound that holds whatever the prices are, and how it moves when one row allows one more. */
export interface DualBound {
  readonly bound: number;
  boundWithOneMoreIn(row: number): number;
}

/** Rows of a programme: first the clients, then the positions, then the sessions. */
export const rowOfPosition = ({ clientIds }: PlanInstance, position: number): number => clientIds.length + position;
export const rowOfSession = ({ clientIds, slots }: PlanInstance, session: number): number =>
  clientIds.length + slots.length + session;

/**
 * The training plan as a packing programme: a column for each option; rows for each client (once), each position (its
 * slots) and each session (its seats).
 */
export function packingOf(instance: PlanInstance, start: ArrayLike<number>): PackingProgramme {
  const { clientIds, slots, seats, clientOf, positionOf, sessionOf } = instance;
  const columns = clientOf.length;
  const limits = Int32Array.from([...clientIds.map(() => 1), ...slots, ...seats]);
  const firstRow = new Int32Array(columns + 1);
  const rowsOf: number[] = [];
  for (let option = 0; option < columns; option++) {
    rowsOf.push(clientOf[option]!, rowOfPosition(instance, positionOf[option]!));
    if (sessionOf[option] !== NONE) rowsOf.push(rowOfSession(instance, sessionOf[option]!));
    firstRow[option + 1] = rowsOf.length;
  }
  const begun = Array.from(start).filter((option) => option !== NONE);
  return { columns, limits, firstRow, rowsOf: Int32Array.from(rowsOf), start: begun };
}

/** Whole numbers are compared below this: rounding errors of a linear programme stay far under it. */
const ROUNDING = 1e-6;

/**
 * Weak duality: where the prices of every column's rows come to 1 or more, no choice is larger than the limits at these
 * prices. A column that is too cheap raises the price of its first row, its client, so that the bound holds for any
 * prices and rests on no solver.
 */
export function dualBound({ columns, limits, firstRow, rowsOf }: PackingProgramme, given: Float64Array): DualBound {
  const prices = given.map((price) => Math.max(0, price));
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    for (let k = firstRow[column]!; k < firstRow[column + 1]!; k++) sum += prices[rowsOf[k]!]!;
    if (sum < 1) prices[rowsOf[firstRow[column]!]!]! += 1 - sum;
  }
  const total = limits.reduce((sum, limit, row) => sum + limit * prices[row]!, 0);
  return {
    bound: Math.floor(total + ROUNDING),
    boundWithOneMoreIn: (row) => Math.floor(total + prices[row]! + ROUNDING),
  };
}
