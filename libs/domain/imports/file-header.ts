import { refusal, settled, type Outcome, type Refusal } from '../common/outcome';
import { COLUMN_TABLES, normaliseHeader, type RowCells } from './column-tables';
import type { ImportKind } from './import-codes';
import { isBanned } from '../common/term-list';

/** Why a whole file is refused. */
export type FileRefusalCode = 'BANNED_TERM' | 'MISSING_COLUMN' | 'DUPLICATE_COLUMN' | 'NO_HEADER';

/** What a header row says: for each place in a row the column key, or null where the cells are dropped unread. */
export interface HeaderPlan {
  readonly keys: readonly (string | null)[];
  /** The headers of the columns that are not ours, in file order. */
  readonly unknownColumns: readonly string[];
}

/** Reads a header row; the answer of a refusal never repeats a header that met the term list. */
export function readHeader(kind: ImportKind, headers: readonly string[]): Outcome<HeaderPlan, FileRefusalCode> {
  const table = COLUMN_TABLES[kind];
  const keyOf = new Map(table.map((column) => [normaliseHeader(column.header), column.key]));
  const keys = headers.map((header) => keyOf.get(normaliseHeader(header)) ?? null);
  if (headers.some(isBanned)) return settled([refusal('BANNED_TERM')], NO_PLAN);
  if (keys.every((key) => key === null)) return settled([refusal('NO_HEADER')], NO_PLAN);
  const refusals: Refusal<FileRefusalCode>[] = [];
  for (const column of table) {
    const count = keys.filter((key) => key === column.key).length;
    if (count === 0 && column.isRequired) refusals.push(refusal('MISSING_COLUMN', [column.header]));
    if (count > 1) refusals.push(refusal('DUPLICATE_COLUMN', [column.header]));
  }
  const unknownColumns = headers
    .filter((_, place) => keys[place] === null)
    .map(normaliseHeader)
    .filter((header) => header !== '');
  return settled(refusals, { keys, unknownColumns });
}

const NO_PLAN: HeaderPlan = { keys: [], unknownColumns: [] };

/** The cells of a row that belong to our columns; all others are left behind unread. */
export function cellsOf(plan: HeaderPlan, row: readonly string[]): RowCells {
  const cells: Record<string, string> = {};
  plan.keys.forEach((key, place) => {
    if (key !== null) cells[key] = row[place] ?? '';
  });
  return cells;
}

/** Says whether any of our cells of a row meets the term list, which refuses the whole file. */
export const holdsForbiddenContent = (cells: RowCells): boolean =>
  Object.values(cells).some((cell) => cell !== undefined && isBanned(cell));

/** Says whether a row has nothing in any of our columns, as at the end of many sheets. */
export const isEmptyRow = (cells: RowCells): boolean =>
  Object.values(cells).every((cell) => cell === undefined || cell.trim() === '');
