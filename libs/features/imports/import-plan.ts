import type { Day, Month } from '#domain/common/day';
import { refusal, refused, done, type Outcome, type Refusal } from '#domain/common/outcome';
import { normaliseCell } from '#domain/imports/cell-values';
import { COLUMN_TABLES, type RowCells } from '#domain/imports/column-tables';
import { cellsOf, holdsForbiddenContent, isEmptyRow, readHeader } from '#domain/imports/file-header';
import type { ImportKind } from '#domain/imports/import-codes';
import { isBanned } from '#domain/common/term-list';
import { MediaType, mediaTypeOf } from '#features/files';
import { readCsv } from './csv-table';
import type { ImportHandler } from './import-handler';
import { MAX_ROWS, UnreadableFile, type TableRow } from './table-row';
import { readXlsx } from './xlsx-table';

/** Largest file, in bytes. */
export const MAX_FILE_BYTES = 20 * 1_024 * 1_024;

/** The code of a file that holds something that must never come in; no other word about it leaves this file. */
export const BANNED_TERM = 'BANNED_TERM';

/** One row of a file, read; `row` is null where it could not be read. */
export interface PlannedRow {
  readonly rowNumber: number;
  /** What the row calls itself; null where it does not say or must not be kept. */
  readonly key: string | null;
  readonly cells: RowCells;
  readonly row: unknown;
  readonly refusals: readonly Refusal[];
}

/** A file that may be imported. */
export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  /** Headers of columns that are not ours; their cells were dropped unread. */
  readonly unknownColumns: readonly string[];
}

/** Where a file comes from and how its rows are read. */
export interface ImportSource {
  readonly kind: ImportKind;
  readonly name: string;
  readonly bytes: Buffer;
  readonly handler: Pick<ImportHandler, 'read' | 'keyOf'>;
  readonly today: Day;
  /** The month of a payroll. */
  readonly period: Month | null;
}

const MAX_UNKNOWN_SHOWN = 50;
const MAX_HEADER_SHOWN = 40;

/** Reads a whole file before anything of it is written; gives one refusal where nothing of it can be imported. */
export function planImport(source: ImportSource): Outcome<ImportPlan> {
  if (source.bytes.length === 0) return refused(refusal('FILE_EMPTY'));
  if (source.bytes.length > MAX_FILE_BYTES) return refused(refusal('TOO_LARGE', [], { maxBytes: MAX_FILE_BYTES }));
  if (isBanned(source.name)) return refused(refusal(BANNED_TERM));
  const table = readTable(source.bytes);
  if (!table.ok) return table;
  const [header, ...rows] = table.value.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (header === undefined) return refused(refusal('FILE_EMPTY'));
  const plan = readHeader(source.kind, header.cells);
  if (!plan.ok) return refused(asOne(plan.refusals));
  const read = rows.map(({ rowNumber, cells }) => ({ rowNumber, cells: unguarded(cellsOf(plan.value, cells)) }));
  if (read.some(({ cells }) => holdsForbiddenContent(cells))) return refused(refusal(BANNED_TERM));
  const planned = plannedRows(
    source,
    read.filter(({ cells }) => !isEmptyRow(cells)),
  );
  if (planned.length === 0) return refused(refusal('NO_ROWS'));
  const unknownColumns = plan.value.unknownColumns.slice(0, MAX_UNKNOWN_SHOWN);
  return done({ rows: planned, unknownColumns: unknownColumns.map((name) => name.slice(0, MAX_HEADER_SHOWN)) });
}

/** The rows of a CSV or XLSX file. */
export function readTable(bytes: Buffer): Outcome<readonly TableRow[]> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType !== MediaType.CSV && mediaType !== MediaType.XLSX) return refused(refusal('NOT_A_TABLE'));
  try {
    const rows = mediaType === MediaType.CSV ? readCsv(bytes) : readXlsx(bytes);
    return rows.length > MAX_ROWS ? refused(refusal('TOO_MANY_ROWS', [], { most: MAX_ROWS - 1 })) : done(rows);
  } catch (error) {
    if (error instanceof UnreadableFile) return refused(refusal('NOT_A_TABLE'));
    throw error;
  }
}

/** The first reason, with the headers of all reasons of its kind. */
function asOne(refusals: readonly Refusal[]): Refusal {
  const code = refusals[0]?.code ?? 'NO_HEADER';
  return refusal(
    code,
    refusals.filter((one) => one.code === code).flatMap(({ field }) => field),
  );
}

const GUARDED = /^'(?=[=+\-@\t\r])/;

/** Takes away the apostrophe that our own list of refused rows puts before what a spreadsheet would run as a formula. */
function unguarded(cells: RowCells): RowCells {
  return Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell?.replace(GUARDED, '') ?? '']));
}

function plannedRows(source: ImportSource, rows: readonly { rowNumber: number; cells: RowCells }[]): PlannedRow[] {
  const { handler, kind } = source;
  const keys = new Set<string>();
  return rows.map(({ rowNumber, cells }) => {
    const outcome = readRow(source, cells);
    if (!outcome.ok)
      return { rowNumber, row: null, refusals: outcome.refusals, ...kept(kind, cells, outcome.refusals) };
    const key = handler.keyOf(outcome.value);
    const refusals = keys.has(key) ? [refusal('DUPLICATE_IN_FILE', [firstHeader(kind)])] : [];
    keys.add(key);
    return { rowNumber, row: outcome.value, refusals, ...kept(kind, cells, refusals) };
  });
}

const IDENTITY_NUMBER = /(?<!\d)\d{17}[\dXx](?![\dXx])/;
const UNKEPT_CODES: readonly string[] = ['IDENTITY_NUMBER_NOT_ALLOWED', 'NAME_NOT_ALLOWED'];

/** Stands where a file in one encoding holds bytes of another (text-encoding.ts). */
const UNREADABLE = '\ufffd';

function readRow({ handler, kind, today, period }: ImportSource, cells: RowCells): Outcome<unknown> {
  const outcome = withoutIdentityNumbers(kind, cells, handler.read(cells, today, period));
  const unreadable = COLUMN_TABLES[kind].filter(({ key }) => (cells[key] ?? '').includes(UNREADABLE));
  if (unreadable.length === 0) return outcome;
  return refused(
    refusal(
      'MIXED_ENCODING',
      unreadable.map(({ header }) => header),
    ),
  );
}

/** Adds a refusal for each cell that holds an identity number, whatever the reading of the row says. */
export function withoutIdentityNumbers<T>(kind: ImportKind, cells: RowCells, outcome: Outcome<T>): Outcome<T> {
  const withNumber = COLUMN_TABLES[kind].filter(({ key }) => IDENTITY_NUMBER.test(normaliseCell(cells[key] ?? '')));
  if (withNumber.length === 0) return outcome;
  const already = outcome.ok ? [] : outcome.refusals;
  const fresh = withNumber.filter(
    ({ header }) => !already.some(({ code, field }) => field[0] === header && UNKEPT_CODES.includes(code)),
  );
  return refused(...already, ...fresh.map(({ header }) => refusal('IDENTITY_NUMBER_NOT_ALLOWED', [header])));
}

/** What is kept of a row: never a cell with an identity number, nor a name where only a number may stand. */
function kept(kind: ImportKind, cells: RowCells, refusals: readonly Refusal[]): Pick<PlannedRow, 'key' | 'cells'> {
  const headers = new Set(refusals.filter(({ code }) => UNKEPT_CODES.includes(code)).flatMap(({ field }) => field));
  const columns = COLUMN_TABLES[kind].filter(({ key, header }) => cells[key] !== undefined && !headers.has(header));
  const rest = Object.fromEntries(columns.map(({ key }) => [key, cells[key]]));
  const key = normaliseCell(rest[COLUMN_TABLES[kind][0]?.key ?? ''] ?? '');
  return { key: key === '' || key.length > MAX_HEADER_SHOWN ? null : key, cells: rest };
}

const firstHeader = (kind: ImportKind): string => COLUMN_TABLES[kind][0]?.header ?? '';
