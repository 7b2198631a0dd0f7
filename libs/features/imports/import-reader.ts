import { Injectable } from '@nestjs/common';
import type { RowCells } from '#domain/imports/column-tables';
import type { ImportRowResult } from '#domain/imports/import-codes';
import { FilesService } from '#features/files';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/database/page';
import { cellsPlace } from './import-batches';
import { ImportsRepository, type ImportedRow, type ImportRunRow } from './imports.repository';

/** A run with the name of its file; empty once the file was destroyed. */
export interface ReadImportRun extends ImportRunRow {
  readonly fileName: string;
}

/** A refused row with its cells by column key; empty once they were destroyed. */
export interface ReadRefusedRow extends ImportedRow {
  readonly cells: RowCells;
}

/** Reads imports and opens what of them is encrypted. */
@Injectable()
export class ImportReader {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly files: FilesService,
    private readonly crypto: FieldCrypto,
  ) {}

  /** One run, or null where there is none or it is not visible. */
  async byId(tx: Tx, id: string): Promise<ReadImportRun | null> {
    const run = await this.imports.byId(tx, id);
    return run === null ? null : this.named(tx, run);
  }

  /** The newest visible runs. */
  async newest(tx: Tx, most: number): Promise<ReadImportRun[]> {
    const runs = await this.imports.newest(tx, most);
    return Promise.all(runs.map((run) => this.named(tx, run)));
  }

  /** One page of a visible run's rows in order of the file, with one row more than asked for. */
  rows(tx: Tx, runId: string, result: ImportRowResult | null, request: PageRequest): Promise<Page<ImportedRow>> {
    return this.imports.rows(tx, runId, result, request);
  }

  /** The refused rows of a visible run. */
  async refusedRows(tx: Tx, runId: string): Promise<ReadRefusedRow[]> {
    const rows = await this.imports.refusedRows(tx, runId);
    return Promise.all(
      rows.map(async ({ cellsEnc, ...row }) => ({ ...row, cells: await this.cells(tx, row.id, cellsEnc) })),
    );
  }

  private async cells(tx: Tx, rowId: string, cellsEnc: Buffer | null): Promise<RowCells> {
    if (cellsEnc === null) return {};
    return JSON.parse(await this.crypto.decrypt(tx, cellsPlace(rowId), cellsEnc)) as RowCells;
  }

  private async named(tx: Tx, run: ImportRunRow): Promise<ReadImportRun> {
    const file = run.fileId === null ? null : await this.files.find(tx, run.fileId);
    return { ...run, fileName: file?.name ?? '' };
  }
}
