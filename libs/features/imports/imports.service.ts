import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dayOf, isMonth, monthOf, type Month } from '#domain/common/day';
import { done, refusal, refused, settled, type Outcome, type Refusal } from '#domain/common/outcome';
import { RunState } from '#domain/common/run-lifecycle';
import { ImportKind } from '#domain/imports/import-codes';
import { isUuid } from '#domain/common/uuid';
import { FilesService, MediaType } from '#features/files';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { ImportRequested } from './imports.jobs';
import { mayImport } from './imports.policy';
import { ImportsRepository } from './imports.repository';

/** Why an import was not started. */
export type StartImportCode =
  | 'TOO_MANY_IMPORTS'
  | 'KIND_NOT_ALLOWED'
  | 'FILE_NOT_FOUND'
  | 'NOT_A_TABLE'
  | 'PERIOD_REQUIRED'
  | 'NOT_A_MONTH'
  | 'PERIOD_IN_FUTURE';

/** What is to be imported. */
export interface StartImport {
  readonly kind: ImportKind;
  readonly fileId: string;
  /** The month of a payroll; must be absent or is ignored for other kinds. */
  readonly period?: Month | null;
  readonly dryRun?: boolean | null;
}

/** Starts imports; the worker does them. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly files: FilesService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Queues the import of a file that the actor has sent; `waitSeconds` is for how long she has to wait who started too many. */
  async start(tx: Tx, input: StartImport, waitSeconds = 0): Promise<Outcome<{ id: string }, StartImportCode>> {
    if (waitSeconds > 0) return refused(refusal('TOO_MANY_IMPORTS', [], { seconds: waitSeconds }));
    const refusals = await this.refusalsOf(tx, input);
    const { countyId, membershipId, organisationId } = tx.actor;
    if (membershipId === null || organisationId === null)
      return refused(refusal('KIND_NOT_ALLOWED', ['input', 'kind']));
    if (refusals.length > 0) return refused(...refusals);
    const id = uuidv7();
    await this.imports.insert(tx, {
      countyId,
      id,
      kind: input.kind,
      state: RunState.QUEUED,
      fileId: input.fileId,
      period: input.kind === ImportKind.PAYROLL ? (input.period ?? null) : null,
      isDryRun: input.dryRun ?? false,
      requestedByMembershipId: membershipId,
      organisationId,
      createdAt: tx.now,
    });
    await this.outbox.add(tx, ImportRequested, { subjectId: id, data: {} });
    await this.audit.record(tx, { action: 'import.started', subjectType: 'import-run', subjectId: id });
    return done({ id });
  }

  /** Destroys the cells of refused rows that are past their day; gives how many rows. */
  eraseCellsDue(tx: Tx): Promise<number> {
    return this.imports.eraseCellsDue(tx, dayOf(tx.now));
  }

  private async refusalsOf(tx: Tx, input: StartImport): Promise<readonly Refusal<StartImportCode>[]> {
    if (!mayImport(tx.actor, input.kind)) return [refusal('KIND_NOT_ALLOWED', ['input', 'kind'])];
    const period = input.kind === ImportKind.PAYROLL ? checkedPeriod(input.period, monthOf(dayOf(tx.now))) : done(null);
    const file = isUuid(input.fileId) ? await this.files.find(tx, input.fileId) : null;
    const isTable = file?.mediaType === MediaType.CSV || file?.mediaType === MediaType.XLSX;
    return [
      ...(period.ok ? [] : period.refusals),
      ...(file === null ? [refusal('FILE_NOT_FOUND' as const, ['input', 'fileId'])] : []),
      ...(file === null || isTable ? [] : [refusal('NOT_A_TABLE' as const, ['input', 'fileId'])]),
    ];
  }
}

/** The month of a payroll: one that exists and is not still to come. */
export function checkedPeriod(
  period: string | null | undefined,
  currentMonth: Month,
): Outcome<Month, 'PERIOD_REQUIRED' | 'NOT_A_MONTH' | 'PERIOD_IN_FUTURE'> {
  const field = ['input', 'period'];
  if (period === null || period === undefined || period === '') return refused(refusal('PERIOD_REQUIRED', field));
  if (!isMonth(period)) return refused(refusal('NOT_A_MONTH', field));
  return settled(period > currentMonth ? [refusal('PERIOD_IN_FUTURE', field, { latest: currentMonth })] : [], period);
}
