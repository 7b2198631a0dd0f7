import { Injectable } from '@nestjs/common';
import type { Day, Month } from '#domain/common/day';
import type { Refusal } from '#domain/common/outcome';
import type { RunState } from '#domain/common/run-lifecycle';
import type { ImportKind, ImportRowResult } from '#domain/imports/import-codes';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/database/page';
import { ImportRow as ImportRowEntity } from './import-row.entity';
import { ImportRun as ImportRunEntity } from './import-run.entity';

/** A run as stored; the name of its file is still encrypted. */
export interface ImportRunRow {
  readonly id: string;
  readonly kind: ImportKind;
  readonly state: RunState;
  readonly fileId: string | null;
  readonly period: Month | null;
  readonly isDryRun: boolean;
  readonly organisationId: string;
  readonly progress: number;
  readonly totalRows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly unknownColumns: string[];
  readonly fileRefusal: Refusal | null;
}

/** What became of one row. */
export interface ImportedRow {
  readonly id: string;
  readonly rowNumber: number;
  readonly result: ImportRowResult;
  readonly key: string | null;
  readonly refusals: readonly Refusal[];
}

/** A refused row with its encrypted cells; null once they were destroyed. */
export interface RefusedRow extends ImportedRow {
  readonly cellsEnc: Buffer | null;
}

/** How many rows came out how. */
export type ImportCounts = Readonly<Record<ImportRowResult, number>>;

const COLUMNS = `r.id, r.kind, r.state, r.file_id as "fileId", r.period, r.is_dry_run as "isDryRun",
  r.organisation_id as "organisationId", r.progress, r.total_rows as "totalRows", r.created, r.updated, r.unchanged,
  r.refused, r.unknown_columns as "unknownColumns", r.file_refusal as "fileRefusal"`;

/** Every query about imports, by name. */
@Injectable()
export class ImportsRepository {
  async insert(tx: Tx, run: Partial<ImportRunEntity>): Promise<void> {
    await tx.manager.insert(ImportRunEntity, run);
  }

  /** A visible run, or null. */
  async byId(tx: Tx, id: string): Promise<ImportRunRow | null> {
    const visible = visibleTo(tx, 'import_run', 'r');
    const [row] = await tx.query<ImportRunRow>(
      `select ${COLUMNS} from import_run r where ${visible.sql} and r.county_id = $2 and r.id = $3`,
      [visible.value, tx.actor.countyId, id],
    );
    return row ?? null;
  }

  /** The newest visible runs. */
  async newest(tx: Tx, most: number): Promise<ImportRunRow[]> {
    const visible = visibleTo(tx, 'import_run', 'r');
    return tx.query<ImportRunRow>(
      `select ${COLUMNS} from import_run r where ${visible.sql} and r.county_id = $2
        order by r.created_at desc, r.id desc limit $3`,
      [visible.value, tx.actor.countyId, most],
    );
  }

  /** Marks a run as running and keeps others from working on it until the transaction ends; null where it has ended. */
  async begin(tx: Tx, id: string): Promise<ImportRunRow | null> {
    const rows = await tx.query<ImportRunRow>(
      `update import_run r set state = 'RUNNING', started_at = coalesce(r.started_at, $3)
        where r.county_id = $1 and r.id = $2 and r.state in ('QUEUED', 'RUNNING') returning ${COLUMNS}`,
      [tx.actor.countyId, id, tx.now],
    );
    return rows[0] ?? null;
  }

  /** Notes what the file holds. */
  async describe(tx: Tx, id: string, totalRows: number, unknownColumns: readonly string[]): Promise<void> {
    await tx.manager.update(
      ImportRunEntity,
      { countyId: tx.actor.countyId, id },
      { totalRows, unknownColumns: [...unknownColumns] },
    );
  }

  /** Notes why nothing of the file is imported. */
  async noteFileRefusal(tx: Tx, id: string, fileRefusal: Refusal): Promise<void> {
    await tx.manager.update(ImportRunEntity, { countyId: tx.actor.countyId, id }, { fileRefusal });
  }

  /** Cuts every visible run loose from a file that is destroyed. */
  async forgetFile(tx: Tx, fileId: string): Promise<void> {
    await tx.query(`update import_run set file_id = null where county_id = $1 and file_id = $2`, [
      tx.actor.countyId,
      fileId,
    ]);
  }

  /** The rows between two row numbers that were done before. */
  async doneRows(tx: Tx, runId: string, from: number, to: number): Promise<ReadonlySet<number>> {
    const rows = await tx.query<{ n: number }>(
      `select row_number as n from import_row where county_id = $1 and run_id = $2 and row_number between $3 and $4`,
      [tx.actor.countyId, runId, from, to],
    );
    return new Set(rows.map(({ n }) => n));
  }

  async insertRows(tx: Tx, rows: Partial<ImportRowEntity>[]): Promise<void> {
    await tx.manager.createQueryBuilder().insert().into(ImportRowEntity).values(rows).updateEntity(false).execute();
  }

  /** Adds to the counts of a run; never counts a row twice, because its result row commits with it. */
  async count(tx: Tx, id: string, counts: ImportCounts, progress: number): Promise<void> {
    await tx.query(
      `update import_run set created = created + $3, updated = updated + $4, unchanged = unchanged + $5,
              refused = refused + $6, progress = greatest(progress, $7)
        where county_id = $1 and id = $2`,
      [tx.actor.countyId, id, counts.CREATED, counts.UPDATED, counts.UNCHANGED, counts.REFUSED, progress],
    );
  }

  /** Ends a run. */
  async end(tx: Tx, id: string, state: 'DONE' | 'FAILED'): Promise<void> {
    await tx.query(
      `update import_run set state = $3, progress = 100, finished_at = $4, version = version + 1
        where county_id = $1 and id = $2 and state = 'RUNNING'`,
      [tx.actor.countyId, id, state, tx.now],
    );
  }

  /** Ends a run before its file: how far it was stays, and why. */
  async stop(tx: Tx, id: string, reason: Refusal): Promise<void> {
    await tx.query(
      `update import_run set state = 'FAILED', file_refusal = $3, finished_at = $4, version = version + 1
        where county_id = $1 and id = $2 and state = 'RUNNING'`,
      [tx.actor.countyId, id, reason, tx.now],
    );
  }

  /** One page of a visible run's rows in order of the file, with one row more than asked for. */
  async rows(tx: Tx, runId: string, result: ImportRowResult | null, request: PageRequest): Promise<Page<ImportedRow>> {
    const visible = visibleTo(tx, 'import_run', 'r');
    const where = `${visible.sql} and w.county_id = $2 and w.run_id = $3 and ($4::text is null or w.result = $4)`;
    const from = 'import_row w join import_run r on r.county_id = w.county_id and r.id = w.run_id';
    const parameters = [visible.value, tx.actor.countyId, runId, result];
    const [count] = await tx.query<{ n: number }>(`select count(*)::int as n from ${from} where ${where}`, parameters);
    const rows = await tx.query<ImportedRow>(
      `select w.id, w.row_number as "rowNumber", w.result, w.key, w.refusals from ${from}
        where ${where} and ($5::int is null or (w.row_number, w.id) > ($5, $6::uuid))
        order by w.row_number, w.id limit $7`,
      [...parameters, request.after?.sortKey ?? null, request.after?.id ?? null, request.limit + 1],
    );
    return { rows, totalCount: count?.n ?? 0 };
  }

  /** All refused rows of a visible run. */
  async refusedRows(tx: Tx, runId: string): Promise<RefusedRow[]> {
    const visible = visibleTo(tx, 'import_run', 'r');
    return tx.query<RefusedRow>(
      `select w.id, w.row_number as "rowNumber", w.result, w.key, w.refusals, w.cells_enc as "cellsEnc"
         from import_row w join import_run r on r.county_id = w.county_id and r.id = w.run_id
        where ${visible.sql} and w.county_id = $2 and w.run_id = $3 and w.result = 'REFUSED' order by w.row_number`,
      [visible.value, tx.actor.countyId, runId],
    );
  }

  /** Destroys the cells of rows that are past their day; gives how many rows. */
  async eraseCellsDue(tx: Tx, today: Day): Promise<number> {
    const rows = await tx.query(
      `update import_row set cells_enc = null where county_id = $1 and keep_until < $2 and cells_enc is not null returning id`,
      [tx.actor.countyId, today],
    );
    return rows.length;
  }
}
