import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { dayOf, monthOf } from '#domain/common/day';
import { done, refusal, refused, type Outcome, type Refusal } from '#domain/common/outcome';
import { PAYROLL_COLUMNS, type RowCells } from '#domain/imports/column-tables';
import { ImportKind } from '#domain/imports/import-codes';
import { readPayrollRow } from '#domain/imports/payroll-row';
import { checkedPeriod, withoutIdentityNumbers } from '#features/imports';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { PayrollDeclarations } from './payroll-declarations';
import { PayrollImportRepository } from './payroll-import.repository';
import { PayrollUploaded } from './payroll.jobs';

/** One cell of a line that is entered by hand. */
export interface EnteredCell {
  readonly key: string;
  readonly value: string;
}

const KEY_OF_HEADER = new Map<string, string>(PAYROLL_COLUMNS.map(({ key, header }) => [header, key]));
const KEYS: ReadonlySet<string> = new Set(KEY_OF_HEADER.values());

/** Takes single lines in by hand, through the same checks as a file; the other lines of the month stay. */
@Injectable()
export class PayrollEntryService {
  constructor(
    private readonly payroll: PayrollImportRepository,
    private readonly declarations: PayrollDeclarations,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Declares one line of a month; gives its id. */
  async record(tx: Tx, month: string, cells: readonly EnteredCell[]): Promise<Outcome<{ id: string }>> {
    const { organisationId } = tx.actor;
    if (organisationId === null) return refused(refusal('NOT_FOUND', []));
    const period = checkedPeriod(month, monthOf(dayOf(tx.now)));
    if (!period.ok) return period;
    const unknown = cells.filter(({ key }) => !KEYS.has(key));
    if (unknown.length > 0) return refused(...unknown.map(({ key }) => refusal('UNKNOWN_COLUMN', ['cells', key])));
    const given: RowCells = Object.fromEntries(cells.map(({ key, value }) => [key, value]));
    const row = withoutIdentityNumbers(ImportKind.PAYROLL, given, readPayrollRow(given, period.value));
    if (!row.ok) return refused(...row.refusals.map(onField));
    const of = { organisationId, period: period.value };
    let uploadId: string | null = null;
    const [effect] = await this.declarations.declare(tx, { ...of, rows: [row.value] }, async () => {
      uploadId = await this.declarations.open(tx, { ...of, ...contentOf(given) });
      return uploadId;
    });
    if (effect === undefined) throw new Error('A declared row has no effect.');
    if (uploadId === null) return done({ id: effect.subjectId });
    await this.payroll.linkPlacements(tx, of);
    await this.outbox.add(tx, PayrollUploaded, { subjectId: uploadId, data: of });
    await this.audit.record(tx, {
      action: 'payroll.line-entered',
      subjectType: 'payroll_line',
      subjectId: effect.subjectId,
      fields: cells.map(({ key }) => key),
    });
    return done({ id: effect.subjectId });
  }
}

const contentOf = (cells: RowCells) => ({
  contentSha256: createHash('sha256').update(JSON.stringify(cells)).digest(),
  fileId: null,
  importRunId: null,
  lineCount: 1,
});

/** A row's refusals name headers; a form knows its fields by key. */
const onField = ({ field: [header = ''], ...rest }: Refusal): Refusal => ({
  ...rest,
  field: ['cells', KEY_OF_HEADER.get(header) ?? header],
});
