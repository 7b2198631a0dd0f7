import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { addDays, dayOf } from '#domain/common/day';
import { ImportRowResult } from '#domain/imports/import-codes';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import type { ImportHandler, ImportSubject, RowEffect } from './import-handler';
import type { PlannedRow } from './import-plan';
import type { ImportRow } from './import-row.entity';
import { ImportsRepository, type ImportCounts } from './imports.repository';
import { inSavepoint } from './savepoint';

/** What one batch works on. */
export interface ImportBatch {
  readonly subject: ImportSubject;
  readonly handler: ImportHandler;
  readonly rows: readonly PlannedRow[];
  /** Of the whole file once this batch is done, in per cent. */
  readonly progress: number;
}

/** Days for which the cells of refused rows are kept (P18). */
export const CELLS_KEPT_DAYS = 7;

/** Writes rows batch by batch: the effects of a batch and its result rows commit together or not at all. */
@Injectable()
export class ImportBatches {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly crypto: FieldCrypto,
  ) {}

  /** Writes those rows of a batch that were not done before; the run's row must be locked by the caller. */
  async write(tx: Tx, batch: ImportBatch): Promise<void> {
    const { runId } = batch.subject;
    const from = batch.rows[0]?.rowNumber ?? 0;
    const to = batch.rows.at(-1)?.rowNumber ?? 0;
    const isDone = await this.imports.doneRows(tx, runId, from, to);
    const rows = batch.rows.filter(({ rowNumber }) => !isDone.has(rowNumber));
    if (rows.length === 0) return;
    const effects = await this.effectsOf(tx, batch, rows);
    await this.imports.insertRows(tx, await this.resultRows(tx, batch.subject, rows, effects));
    await this.imports.count(tx, runId, countsOf(effects), batch.progress);
  }

  private async effectsOf(tx: Tx, batch: ImportBatch, rows: readonly PlannedRow[]): Promise<readonly RowEffect[]> {
    const readable = rows.filter(({ refusals }) => refusals.length === 0);
    const applied = await this.applied(tx, batch, readable);
    const byRow = new Map(readable.map(({ rowNumber }, index) => [rowNumber, applied[index]]));
    return rows.map(({ rowNumber, refusals }) => byRow.get(rowNumber) ?? { result: 'REFUSED', refusals });
  }

  /** All at once; where one row violates a constraint, one by one, so that only that row is refused. */
  private async applied(tx: Tx, batch: ImportBatch, rows: readonly PlannedRow[]): Promise<readonly RowEffect[]> {
    if (rows.length === 0) return [];
    const { handler, subject } = batch;
    const values = rows.map(({ row }) => row);
    const all = await inSavepoint(tx, subject.isDryRun, () => handler.apply(tx, subject, values));
    if (all.ok) return all.value;
    if (rows.length === 1) return [{ result: 'REFUSED', refusals: all.refusals }];
    const effects: RowEffect[] = [];
    for (const row of rows) effects.push(...(await this.applied(tx, batch, [row])));
    return effects;
  }

  private resultRows(
    tx: Tx,
    subject: ImportSubject,
    rows: readonly PlannedRow[],
    effects: readonly RowEffect[],
  ): Promise<Partial<ImportRow>[]> {
    const keepUntil = addDays(dayOf(tx.now), CELLS_KEPT_DAYS);
    return Promise.all(
      rows.map(async ({ rowNumber, key, cells }, index) => {
        const effect = effects[index] ?? { result: 'REFUSED', refusals: [] };
        const isRefused = effect.result === 'REFUSED';
        const id = uuidv7();
        return {
          countyId: tx.actor.countyId,
          id,
          runId: subject.runId,
          rowNumber,
          result: effect.result,
          key,
          subjectId: isRefused || subject.isDryRun ? null : effect.subjectId,
          cellsEnc: isRefused ? await this.crypto.encrypt(tx, cellsPlace(id), JSON.stringify(cells)) : null,
          refusals: isRefused ? effect.refusals.map((one) => ({ ...one })) : [],
          keepUntil,
        };
      }),
    );
  }
}

/** Where the cells of a row are encrypted for. */
export const cellsPlace = (rowId: string) => ({ table: 'import_row', column: 'cells_enc', rowId });

function countsOf(effects: readonly RowEffect[]): ImportCounts {
  const counts = { CREATED: 0, UPDATED: 0, UNCHANGED: 0, REFUSED: 0 } satisfies Record<ImportRowResult, number>;
  for (const { result } of effects) counts[result] += 1;
  return counts;
}
