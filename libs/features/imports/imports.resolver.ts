import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { ImportRowResult } from '#domain/imports/import-codes';
import { Requires } from '#platform/auth/access.decorators';
import { AppError } from '#platform/auth/app-error';
import type { Tx } from '#platform/database/transaction';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import { connectionOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { MemberLimits } from '#platform/http/member-limits';
import { importRowOf, importRunOf } from './graphql/import-run.mapping';
import {
  ImportRow,
  ImportRowConnection,
  ImportRun,
  ImportRunPayload,
  StartImportInput,
} from './graphql/import-run.type';
import { ImportReader } from './import-reader';
import { ImportsService } from './imports.service';

const DEFAULT_RUNS = 10;
const MAX_RUNS = 50;

/** Imports as those who send files follow them. */
@Resolver(() => ImportRun)
export class ImportsResolver {
  constructor(
    private readonly service: ImportsService,
    private readonly reader: ImportReader,
    private readonly limits: MemberLimits,
  ) {}

  @Query(() => ImportRun, { nullable: true, description: 'One import; null where there is none or it is not visible.' })
  @Requires(Permission.IMPORT)
  importRun(
    @InOperation() operation: Operation,
    @Args('id', { type: () => ID, description: 'Id of the run.' }) id: string,
  ): Promise<ImportRun | null> {
    return operation.read((tx) => this.found(tx, id));
  }

  @Query(() => [ImportRun], {
    description: 'One’s own imports, an enterprise’s those of the enterprise, newest first.',
  })
  @Requires(Permission.IMPORT)
  importRuns(
    @InOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, description: 'How many, 1..50; 10 unless told.' }) first?: number,
  ): Promise<ImportRun[]> {
    const most = first ?? DEFAULT_RUNS;
    if (most < 1 || most > MAX_RUNS) throw new AppError('MALFORMED');
    return operation.read(async (tx) => (await this.reader.newest(tx, most)).map(importRunOf));
  }

  @ResolveField(() => ImportRowConnection, { description: 'Rows in order of the file.' })
  rows(
    @Parent() run: ImportRun,
    @InOperation() operation: Operation,
    @Args('result', { type: () => ImportRowResult, nullable: true, description: 'Only rows that came out so.' })
    result?: ImportRowResult,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
  ): Promise<Connection<ImportRow>> {
    const request = pageRequest(first, after);
    return operation.read(async (tx) => {
      const page = await this.reader.rows(tx, run.id, result ?? null, request);
      return connectionOf({ ...page, rows: page.rows.map(importRowOf) }, request, (row) => String(row.rowNumber));
    });
  }

  @Mutation(() => ImportRunPayload, {
    description:
      'Imports a file in the background: a caseworker clients and positions, an enterprise its payroll. Codes: KIND_NOT_ALLOWED, FILE_NOT_FOUND, NOT_A_TABLE, PERIOD_REQUIRED, NOT_A_MONTH, PERIOD_IN_FUTURE, TOO_MANY_IMPORTS (with seconds).',
  })
  @Requires(Permission.IMPORT)
  async startImport(
    @InOperation() operation: Operation,
    @InCommand() command: Command,
    @Args('input', { type: () => StartImportInput, description: 'The file.' }) input: StartImportInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<ImportRun, 'importRun'>> {
    const seconds = await this.limits.admit('IMPORT', operation.member.membershipId ?? '');
    return command.run({
      as: 'importRun',
      act: (tx) => this.service.start(tx, input, seconds),
      read: (tx, id) => this.found(tx, id),
    });
  }

  private async found(tx: Tx, id: string): Promise<ImportRun | null> {
    const run = await this.reader.byId(tx, id);
    return run === null ? null : importRunOf(run);
  }
}
