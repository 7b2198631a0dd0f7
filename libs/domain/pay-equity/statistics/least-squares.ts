/** A column of a linear model. */
export interface ModelColumn {
  readonly name: string;
  readonly values: readonly number[];
}

/** One estimated coefficient. */
export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  /** Homoskedastic standard error. */
  readonly standardError: number;
}

/** An ordinary least-squares fit. */
export interface LeastSquaresFit {
  readonly coefficients: readonly Coefficient[];
  /** Columns left out because those before them already say the same. */
  readonly dropped: readonly string[];
  /** Observations − rank. */
  readonly degreesOfFreedom: number;
  readonly rSquared: number;
  /** Residual standard error. */
  readonly sigma: number;
}

/** The share of its length below which what is left of a column counts as nothing (the tolerance of R's lm). */
export const RANK_TOLERANCE = 1e-7;

const lengthFrom = (values: Float64Array, from: number): number => {
  let sum = 0;
  for (let i = from; i < values.length; i++) sum += values[i]! * values[i]!;
  return Math.sqrt(sum);
};

/** A Householder vector, kept from its first row on. */
interface Reflection {
  readonly from: number;
  readonly vector: Float64Array;
  readonly squaredLength: number;
}

function reflect({ from, vector, squaredLength }: Reflection, values: Float64Array): void {
  let product = 0;
  for (let i = from; i < values.length; i++) product += vector[i]! * values[i]!;
  const factor = (2 * product) / squaredLength;
  for (let i = from; i < values.length; i++) values[i] = values[i]! - factor * vector[i]!;
}

function reflectionOf(values: Float64Array, from: number): Reflection {
  const vector = values.slice();
  const head = values[from]!;
  vector[from] = head + (head < 0 ? -1 : 1) * lengthFrom(values, from);
  const length = lengthFrom(vector, from);
  return { from, vector, squaredLength: length * length };
}

interface Triangle {
  readonly kept: readonly string[];
  readonly dropped: readonly string[];
  /** The columns of R, above and on the diagonal. */
  readonly columns: readonly Float64Array[];
  /** Qᵀy. */
  readonly rotated: Float64Array;
}

/** Householder QR in the order given: a column of which the earlier ones leave less than the tolerance is dropped. */
function triangularise(columns: readonly ModelColumn[], outcome: readonly number[]): Triangle {
  const reflections: Reflection[] = [];
  const kept: string[] = [];
  const dropped: string[] = [];
  const upper: Float64Array[] = [];
  const rotated = Float64Array.from(outcome);
  for (const { name, values } of columns) {
    const column = Float64Array.from(values);
    const length = lengthFrom(column, 0);
    for (const reflection of reflections) reflect(reflection, column);
    if (kept.length >= outcome.length || lengthFrom(column, kept.length) <= RANK_TOLERANCE * length) {
      dropped.push(name);
      continue;
    }
    const reflection = reflectionOf(column, kept.length);
    reflect(reflection, column);
    reflect(reflection, rotated);
    reflections.push(reflection);
    kept.push(name);
    upper.push(column);
  }
  return { kept, dropped, columns: upper, rotated };
}

/** Solves R x = right for an upper triangle given by columns. */
function backSubstitute(columns: readonly Float64Array[], right: ArrayLike<number>): number[] {
  const solution = Array.from({ length: columns.length }, (_, row) => right[row]!);
  for (let j = columns.length - 1; j >= 0; j--) {
    solution[j] = solution[j]! / columns[j]![j]!;
    for (let i = 0; i < j; i++) solution[i] = solution[i]! - columns[j]![i]! * solution[j]!;
  }
  return solution;
}

/** The square roots of the diagonal of (XᵀX)⁻¹ = R⁻¹R⁻ᵀ. */
function unitErrors(columns: readonly Float64Array[]): number[] {
  const squares = new Array<number>(columns.length).fill(0);
  for (let j = 0; j < columns.length; j++) {
    const unit = Array.from({ length: columns.length }, (_, row) => (row === j ? 1 : 0));
    backSubstitute(columns, unit).forEach((value, row) => (squares[row] = squares[row]! + value * value));
  }
  return squares.map(Math.sqrt);
}

/**
 * Ordinary least squares by Householder QR, with columns that are linear combinations of earlier ones dropped as R's lm
 * does. The first column is the constant; every column is as long as the outcome.
 */
export function leastSquares(columns: readonly ModelColumn[], outcome: readonly number[]): LeastSquaresFit {
  const { kept, dropped, columns: upper, rotated } = triangularise(columns, outcome);
  const rank = kept.length;
  const degreesOfFreedom = outcome.length - rank;
  const residual = lengthFrom(rotated, rank);
  const sigma = residual / Math.sqrt(degreesOfFreedom);
  const mean = outcome.reduce((sum, value) => sum + value, 0) / outcome.length;
  const total = outcome.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const errors = unitErrors(upper);
  const estimates = backSubstitute(upper, rotated);
  return {
    coefficients: kept.map((name, index) => ({
      name,
      estimate: estimates[index]!,
      standardError: sigma * errors[index]!,
    })),
    dropped,
    degreesOfFreedom,
    rSquared: 1 - (residual * residual) / total,
    sigma,
  };
}
