import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { refusal, refused, type Outcome } from '#domain/common/outcome';
import { PAYROLL_COLUMNS, type RowCells } from '#domain/imports/column-tables';
import { ImportKind } from '#domain/imports/import-codes';
import { payrollLineOf, readPayrollRow, type PayrollRow } from '#domain/imports/payroll-row';
import type { Allowance } from '#domain/pay-equity/payroll-line';
import { HandlesImport, type ImportHandler, type ImportSubject, type RowEffect } from '#features/imports';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import {
  IMPORTED_COLUMNS,
  PayrollImportRepository,
  type KnownLine,
  type LineColumns,
  type PayrollMonth,
} from './payroll-import.repository';
import type { PayrollLine } from './payroll-line.entity';
import { PayrollUploaded } from './payroll.jobs';

/** Pay grade of a line whose file names none. */
const ONLY_GRADE = '1';

const HALF_DAY_COLUMNS = ['scheduledDays', 'unpaidLeaveDays', 'sickLeaveDays'] as const;

/** Brings an enterprise's payroll of one month in, line by line under its own employee numbers, and announces it. */
@Injectable()
@HandlesImport(ImportKind.PAYROLL)
export class PayrollImportHandler implements ImportHandler<PayrollRow> {
  constructor(
    private readonly payroll: PayrollImportRepository,
    private readonly outbox: Outbox,
  ) {}

  read(cells: RowCells): Outcome<PayrollRow> {
    const outcome = readPayrollRow(cells);
    if (!outcome.ok) return outcome;
    const broken = HALF_DAY_COLUMNS.filter((key) => !Number.isInteger(outcome.value[key] * 2));
    if (broken.length === 0) return outcome;
    return refused(...broken.map((key) => refusal('NOT_HALF_DAYS', [headerOf(key)])));
  }

  keyOf(row: PayrollRow): string {
    return row.employeeNumber;
  }

  async apply(tx: Tx, subject: ImportSubject, rows: readonly PayrollRow[]): Promise<readonly RowEffect[]> {
    const month = monthOf(subject);
    const numbers = rows.map(({ employeeNumber }) => employeeNumber);
    const known = new Map((await this.payroll.lines(tx, month, numbers)).map((line) => [line.pseudonym, line]));
    const decided = rows.map((row) => decidedLine(row, known.get(row.employeeNumber)));
    const uploadId = decided.every(({ effect }) => effect.result === 'UNCHANGED')
      ? null
      : await this.upload(tx, subject);
    if (uploadId !== null) await this.write(tx, { ...month, uploadId }, decided);
    return decided.map(({ effect }) => effect);
  }

  /** Nothing is announced where nothing changed. */
  async finish(tx: Tx, subject: ImportSubject): Promise<void> {
    const month = monthOf(subject);
    await this.payroll.linkPlacements(tx, month);
    const uploadId = await this.payroll.uploadOf(tx, subject.runId);
    if (uploadId !== null) await this.outbox.add(tx, PayrollUploaded, { subjectId: uploadId, data: month });
  }

  private async upload(tx: Tx, subject: ImportSubject): Promise<string> {
    const earlier = await this.payroll.uploadOf(tx, subject.runId);
    if (earlier !== null) return earlier;
    const month = monthOf(subject);
    const id = uuidv7();
    await this.payroll.insertUpload(tx, {
      ...month,
      countyId: tx.actor.countyId,
      id,
      revision: await this.payroll.nextRevision(tx, month),
      contentSha256: subject.sha256,
      fileId: subject.fileId,
      importRunId: subject.runId,
      uploadedByMembershipId: tx.actor.membershipId,
      lineCount: subject.readableRows,
      receivedAt: tx.now,
    });
    return id;
  }

  private async write(tx: Tx, of: PayrollMonth & { uploadId: string }, lines: readonly DecidedLine[]): Promise<void> {
    const created = lines.filter(({ effect }) => effect.result === 'CREATED');
    const updated = lines.filter(({ effect }) => effect.result === 'UPDATED');
    await this.payroll.insertLines(
      tx,
      created.map(({ id, row }) => ({ countyId: tx.actor.countyId, id, ...of, ...newLine(row), createdAt: tx.now })),
    );
    await this.payroll.updateLines(
      tx,
      updated.map(({ id, columns }) => ({ id, upload_id: of.uploadId, ...columns })),
    );
  }
}

interface DecidedLine {
  readonly id: string;
  readonly row: PayrollRow;
  readonly columns: LineColumns;
  readonly effect: RowEffect;
}

function decidedLine(row: PayrollRow, known: KnownLine | undefined): DecidedLine {
  const columns = columnsOf(row);
  const id = known?.id ?? uuidv7();
  const result = known === undefined ? 'CREATED' : isSame(columns, known) ? 'UNCHANGED' : 'UPDATED';
  return { id, row, columns, effect: { result, subjectId: id } };
}

const allowancesOf = (row: PayrollRow): Allowance[] =>
  [...(payrollLineOf(row).allowances ?? [])].filter(({ fen }) => fen > 0);

function columnsOf(row: PayrollRow): LineColumns {
  return {
    employment_type: row.employmentType,
    pay_basis: row.payBasis,
    job_code: row.jobCode,
    grade: row.grade ?? ONLY_GRADE,
    tenure_months: row.tenureMonths,
    on_probation: row.onProbation,
    base_fen: row.baseFen,
    allowances: allowancesOf(row),
    bonus_fen: row.bonusFen,
    overtime_pay_fen: row.overtimePayFen,
    scheduled_days: row.scheduledDays,
    unpaid_leave_days: row.unpaidLeaveDays,
    sick_leave_days: row.sickLeaveDays,
    normal_minutes: row.normalMinutes,
    employee_insurance_fen: row.employeeSiFen,
    agreed_pay_date: row.agreedPayDate,
    actual_pay_date: row.actualPayDate,
  };
}

function newLine(row: PayrollRow): Partial<PayrollLine> {
  return {
    pseudonym: row.employeeNumber,
    employmentType: row.employmentType,
    payBasis: row.payBasis,
    jobCode: row.jobCode,
    grade: row.grade ?? ONLY_GRADE,
    tenureMonths: row.tenureMonths,
    onProbation: row.onProbation,
    baseFen: row.baseFen,
    allowances: allowancesOf(row),
    bonusFen: row.bonusFen,
    overtimePayFen: row.overtimePayFen,
    scheduledDays: row.scheduledDays,
    unpaidLeaveDays: row.unpaidLeaveDays,
    sickLeaveDays: row.sickLeaveDays,
    normalMinutes: row.normalMinutes,
    employeeInsuranceFen: row.employeeSiFen,
    agreedPayDate: row.agreedPayDate,
    actualPayDate: row.actualPayDate,
  };
}

/** PostgreSQL gives the keys of an object back in an order of its own. */
const comparable = (name: string, value: unknown): string =>
  name === 'allowances'
    ? (value as readonly Allowance[]).map(({ code, kind, fen }) => `${code}:${kind}:${fen}`).join()
    : JSON.stringify(value);

const isSame = (columns: LineColumns, known: KnownLine): boolean =>
  (Object.keys(IMPORTED_COLUMNS) as (keyof typeof IMPORTED_COLUMNS)[]).every(
    (name) => comparable(name, columns[name]) === comparable(name, known[name]),
  );

const headerOf = (key: (typeof HALF_DAY_COLUMNS)[number]): string =>
  PAYROLL_COLUMNS.find((column) => column.key === key)?.header ?? key;

function monthOf({ organisationId, period }: ImportSubject): PayrollMonth & { period: string } {
  if (period === null) throw new Error('A payroll names its month.');
  return { organisationId, period };
}
