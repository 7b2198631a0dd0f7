import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { PayrollRow } from '#domain/imports/payroll-row';
import type { RowEffect } from '#features/imports';
import type { Tx } from '#platform/database/transaction';
import { PayrollImportRepository, type KnownLine, type PayrollMonth } from './payroll-import.repository';
import { columnsOf, isSame, type LineColumns } from './payroll-line-columns';
import type { PayrollUpload } from './payroll-upload.entity';

/** Rows of a month as an enterprise declares them. */
export interface Declaration extends PayrollMonth {
  readonly rows: readonly PayrollRow[];
}

/** What a new declaration of a month says of itself. */
export type NewUpload = PayrollMonth & Pick<PayrollUpload, 'contentSha256' | 'fileId' | 'importRunId' | 'lineCount'>;

interface DecidedLine {
  readonly id: string;
  readonly pseudonym: string;
  readonly columns: LineColumns;
  readonly result: 'CREATED' | 'UPDATED' | 'UNCHANGED';
}

/** Writes declared rows: new lines, replaced ones with their earlier version kept, and nothing where nothing changed. */
@Injectable()
export class PayrollDeclarations {
  constructor(private readonly payroll: PayrollImportRepository) {}

  /** One effect per row; `upload` gives the declaration to write under and is asked only where something changed. */
  async declare(
    tx: Tx,
    { rows, ...month }: Declaration,
    upload: () => Promise<string>,
  ): Promise<readonly Extract<RowEffect, { readonly subjectId: string }>[]> {
    const numbers = rows.map(({ employeeNumber }) => employeeNumber);
    const known = new Map((await this.payroll.lines(tx, month, numbers)).map((line) => [line.pseudonym, line]));
    const decided = rows.map((row) => decidedLine(row, known.get(row.employeeNumber)));
    if (decided.some(({ result }) => result !== 'UNCHANGED')) await this.write(tx, month, await upload(), decided);
    return decided.map(({ id, result }) => ({ result, subjectId: id }));
  }

  /** Opens the next declaration of the month; gives its id. */
  async open(tx: Tx, upload: NewUpload): Promise<string> {
    const id = uuidv7();
    await this.payroll.insertUpload(tx, {
      ...upload,
      countyId: tx.actor.countyId,
      id,
      revision: await this.payroll.nextRevision(tx, upload),
      uploadedByMembershipId: tx.actor.membershipId,
      receivedAt: tx.now,
    });
    return id;
  }

  private async write(tx: Tx, month: PayrollMonth, uploadId: string, lines: readonly DecidedLine[]): Promise<void> {
    const of = (wanted: DecidedLine['result']) => lines.filter(({ result }) => result === wanted);
    await this.payroll.insertLines(
      tx,
      { ...month, uploadId },
      of('CREATED').map(({ id, pseudonym, columns }) => ({ id, pseudonym, ...columns })),
    );
    await this.payroll.updateLines(
      tx,
      of('UPDATED').map(({ id, columns }) => ({ id, upload_id: uploadId, ...columns })),
    );
  }
}

function decidedLine(row: PayrollRow, known: KnownLine | undefined): DecidedLine {
  const columns = columnsOf(row);
  const result = known === undefined ? 'CREATED' : isSame(columns, known) ? 'UNCHANGED' : 'UPDATED';
  return { id: known?.id ?? uuidv7(), pseudonym: row.employeeNumber, columns, result };
}
