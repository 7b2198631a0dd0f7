import { Injectable } from '@nestjs/common';
import type { Day, Month } from '#domain/common/day';
import type { Outcome } from '#domain/common/outcome';
import type { RowCells } from '#domain/imports/column-tables';
import { ImportKind } from '#domain/imports/import-codes';
import { readPayrollRow, type PayrollRow } from '#domain/imports/payroll-row';
import { HandlesImport, type ImportHandler, type ImportSubject, type RowEffect } from '#features/imports';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { PayrollDeclarations } from './payroll-declarations';
import { PayrollImportRepository, type PayrollMonth } from './payroll-import.repository';
import { PayrollUploaded } from './payroll.jobs';

/** Brings an enterprise's payroll of one month in, line by line under its own employee numbers, and announces it. */
@Injectable()
@HandlesImport(ImportKind.PAYROLL)
export class PayrollImportHandler implements ImportHandler<PayrollRow> {
  constructor(
    private readonly payroll: PayrollImportRepository,
    private readonly declarations: PayrollDeclarations,
    private readonly outbox: Outbox,
  ) {}

  read(cells: RowCells, _today: Day, period: Month | null): Outcome<PayrollRow> {
    return readPayrollRow(cells, period);
  }

  keyOf(row: PayrollRow): string {
    return row.employeeNumber;
  }

  async apply(tx: Tx, subject: ImportSubject, rows: readonly PayrollRow[]): Promise<readonly RowEffect[]> {
    const declaration = { ...monthOf(subject), rows };
    return this.declarations.declare(tx, declaration, () => this.upload(tx, subject));
  }

  /**
   * A file is its whole month: what an earlier one had and this one has not counts no more. Nothing is announced where
   * nothing changed.
   */
  async finish(tx: Tx, subject: ImportSubject): Promise<void> {
    const month = monthOf(subject);
    const unnamed = await this.payroll.unnamedLines(tx, month, subject.runId);
    if (unnamed.length > 0) await this.payroll.withdraw(tx, await this.upload(tx, subject), unnamed);
    await this.announce(tx, subject.runId, month);
  }

  /** The lines that were read count like those of a file with refused rows: they are checked, and withdraw none. */
  async stopped(tx: Tx, subject: Pick<ImportSubject, 'runId' | 'organisationId' | 'period'>): Promise<void> {
    await this.announce(tx, subject.runId, monthOf(subject));
  }

  private async announce(tx: Tx, runId: string, month: PayrollMonth & { period: string }): Promise<void> {
    await this.payroll.linkPlacements(tx, month);
    const uploadId = await this.payroll.uploadOf(tx, runId);
    if (uploadId !== null) await this.outbox.add(tx, PayrollUploaded, { subjectId: uploadId, data: month });
  }

  private async upload(tx: Tx, subject: ImportSubject): Promise<string> {
    return (
      (await this.payroll.uploadOf(tx, subject.runId)) ??
      this.declarations.open(tx, {
        ...monthOf(subject),
        contentSha256: subject.sha256,
        fileId: subject.fileId,
        importRunId: subject.runId,
        lineCount: subject.readableRows,
      })
    );
  }
}

function monthOf({
  organisationId,
  period,
}: Pick<ImportSubject, 'organisationId' | 'period'>): PayrollMonth & { period: string } {
  if (period === null) throw new Error('A payroll names its month.');
  return { organisationId, period };
}
