import { SetMetadata } from '@nestjs/common';
import type { Day, Month } from '#domain/common/day';
import type { Outcome, Refusal } from '#domain/common/outcome';
import type { RowCells } from '#domain/imports/column-tables';
import type { ImportKind } from '#domain/imports/import-codes';
import type { Tx } from '#platform/database/transaction';

/** What a handler needs to know of the run that it works for. */
export interface ImportSubject {
  readonly runId: string;
  readonly kind: ImportKind;
  /** The organisation of whoever asked; for a payroll the enterprise. */
  readonly organisationId: string;
  /** The month of a payroll. */
  readonly period: Month | null;
  readonly isDryRun: boolean;
  /** Null for an import from the command line. */
  readonly fileId: string | null;
  readonly sha256: Buffer;
  /** Rows of the file that could be read. */
  readonly readableRows: number;
}

/** What became of one row. */
export type RowEffect =
  | { readonly result: 'CREATED' | 'UPDATED' | 'UNCHANGED'; readonly subjectId: string }
  | { readonly result: 'REFUSED'; readonly refusals: readonly Refusal[] };

/** Brings the rows of one kind of file into the tables of a feature. `R` is a row as the domain read it. */
export interface ImportHandler<R = unknown> {
  /** Reads one row, or says of each field why not; the month is a payroll's. */
  read(cells: RowCells, today: Day, period: Month | null): Outcome<R>;
  /** What makes a row unique in its file. */
  keyOf(row: R): string;
  /**
   * Writes up to 500 rows with set-based statements; one effect per row, in the same order. A dry run is undone batch
   * by batch: rows of one batch do not see those of another.
   */
  apply(tx: Tx, subject: ImportSubject, rows: readonly R[]): Promise<readonly RowEffect[]>;
  /** The last step, in the transaction that ends the run; not called for a dry run. */
  finish?(tx: Tx, subject: ImportSubject): Promise<void>;
  /** The last step of a run that ends before its file: the rows that were taken in stand. Not called for a dry run. */
  stopped?(tx: Tx, subject: Pick<ImportSubject, 'runId' | 'organisationId' | 'period'>): Promise<void>;
}

/** Under this key the kind that a class handles is kept. */
export const HANDLES_IMPORT = 'tonggong:handles-import';

/** Marks the class that imports a kind of file. */
export const HandlesImport = (kind: ImportKind): ClassDecorator => SetMetadata(HANDLES_IMPORT, kind);

/** A row that is refused for one reason; the field is the Chinese header. */
export const rowRefused = (
  code: string,
  header: string,
  detail?: Readonly<Record<string, string | number>>,
): RowEffect => ({
  result: 'REFUSED',
  refusals: [detail === undefined ? { code, field: [header] } : { code, field: [header], detail }],
});
