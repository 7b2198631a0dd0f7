import type { PayrollColumnKey } from './payroll-columns';
import type { Bounds, RowReader } from './row-reader';

/** Reads the cells of one row of a payroll. */
export type PayrollReader = RowReader<PayrollColumnKey>;

/** Any amount of a payroll, in fen: up to a million yuan. */
export const AMOUNT_FEN: Bounds = { min: 0, max: 100_000_000 };

/** Hours of a month, in hundredths. */
export const HOURS_HUNDREDTHS: Bounds = { min: 0, max: 74_400 };

/** Hundredths of an hour in whole minutes, half up; null stays null. */
export const minutesOf = (hundredths: number | null): number | null =>
  hundredths === null ? null : Math.round((hundredths * 60) / 100);
