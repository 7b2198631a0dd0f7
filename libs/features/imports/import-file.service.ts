import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { systemActor } from '#domain/common/actor';
import { dayOf, monthOf, type Month } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { RunState } from '#domain/common/run-lifecycle';
import { ImportKind } from '#domain/imports/import-codes';
import type { Tx } from '#platform/database/transaction';
import { Transactions } from '#platform/database/transactions';
import { ImportEngine } from './import-engine';
import { ImportsRepository, type ImportedRow, type ImportRunRow } from './imports.repository';
import { checkedPeriod } from './imports.service';

/** A file that an operator imports without the web. */
export interface ImportFile {
  readonly kind: ImportKind;
  readonly name: string;
  readonly bytes: Buffer;
  /** Division code; may be absent where there is one county. */
  readonly countyCode?: string;
  /** A payroll's month; read from the file's name (…2026-03…) where it is absent. */
  readonly period?: Month;
  /** A payroll's enterprise, by its name. */
  readonly enterprise?: string;
  readonly isDryRun: boolean;
}

/** What became of a file: the counts, and every row. */
export interface ImportReport extends Omit<ImportRunRow, 'fileId' | 'organisationId'> {
  readonly rows: readonly Omit<ImportedRow, 'id'>[];
}

/** Why a file was not even looked at. */
export type ImportFileCode =
  'COUNTY_REQUIRED' | 'UNKNOWN_COUNTY' | 'UNKNOWN_ENTERPRISE' | 'PERIOD_REQUIRED' | 'NOT_A_MONTH' | 'PERIOD_IN_FUTURE';

const JOB = 'import.file';
const TIMEOUT_MS = 60_000;
const PERIOD_IN_NAME = /(?<!\d)(\d{4}-(?:0[1-9]|1[0-2]))(?!\d)/;
const ALL_ROWS = 1_000_000;

/** Imports a file at once, for the operator's command line; each new client goes to the smallest caseload. */
@Injectable()
export class ImportFileService {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: ImportsRepository,
    private readonly engine: ImportEngine,
  ) {}

  /** Imports the file and gives a row-by-row report; refused only where county, enterprise or month are not clear. */
  async run(file: ImportFile): Promise<Outcome<ImportReport, ImportFileCode>> {
    const county = await this.transactions.run(systemActor('', JOB), (tx) => countyOf(tx, file.countyCode), {
      readOnly: true,
    });
    if (!county.ok) return county;
    const actor = systemActor(county.value, JOB);
    const transact = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      this.transactions.run(actor, work, { timeoutMs: TIMEOUT_MS });
    const started = await transact((tx) => this.start(tx, file));
    if (!started.ok) return started;
    const runId = started.value;
    const sha256 = createHash('sha256').update(file.bytes).digest();
    await this.engine.run({ actor, transact, complete: transact }, runId, {
      name: file.name,
      bytes: file.bytes,
      sha256,
    });
    return done(await transact((tx) => this.report(tx, runId)));
  }

  private async start(tx: Tx, file: ImportFile): Promise<Outcome<string, ImportFileCode>> {
    const isPayroll = file.kind === ImportKind.PAYROLL;
    const named = file.period ?? PERIOD_IN_NAME.exec(file.name)?.[1];
    const period = isPayroll ? checkedPeriod(named, monthOf(dayOf(tx.now))) : done(null);
    if (!period.ok) return period;
    const organisationId = await organisationOf(tx, isPayroll ? (file.enterprise ?? '') : null);
    if (organisationId === null) return refused(refusal('UNKNOWN_ENTERPRISE', ['enterprise']));
    const id = uuidv7();
    await this.imports.insert(tx, {
      countyId: tx.actor.countyId,
      id,
      kind: file.kind,
      state: RunState.QUEUED,
      period: period.value,
      isDryRun: file.isDryRun,
      organisationId,
      createdAt: tx.now,
    });
    return done(id);
  }

  private async report(tx: Tx, runId: string): Promise<ImportReport> {
    const run = await this.imports.byId(tx, runId);
    if (run === null) throw new Error('The run that was just made is gone.');
    const { rows } = await this.imports.rows(tx, runId, null, { limit: ALL_ROWS, after: null });
    const { fileId: _file, organisationId: _organisation, ...facts } = run;
    return { ...facts, rows: rows.map(({ id: _id, ...row }) => row) };
  }
}

async function countyOf(tx: Tx, code: string | undefined): Promise<Outcome<string, ImportFileCode>> {
  const counties = await tx.query<{ id: string; code: string }>('select id, code from county order by code');
  if (code === undefined && counties.length > 1) return refused(refusal('COUNTY_REQUIRED', ['county']));
  const county = counties.find((one) => code === undefined || one.code === code);
  return county === undefined ? refused(refusal('UNKNOWN_COUNTY', ['county'])) : done(county.id);
}

/** An enterprise by its name, or the county's employment office. */
async function organisationOf(tx: Tx, enterprise: string | null): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from organisation
      where county_id = $1 and ($2::text is null and kind = 'EMPLOYMENT_OFFICE' or kind = 'ENTERPRISE' and name = $2)
      order by name limit 1`,
    [tx.actor.countyId, enterprise],
  );
  return row?.id ?? null;
}
