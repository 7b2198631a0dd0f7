import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isMonth } from '#domain/common/day';
import { Permission } from '#domain/common/permission';
import { PAYROLL_COLUMNS } from '#domain/imports/column-tables';
import { Requires } from '#platform/auth/access.decorators';
import { AppError } from '#platform/auth/app-error';
import type { Tx } from '#platform/database/transaction';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import { connectionOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { payrollLineOf, payrollTrialOf } from './graphql/payroll.mapping';
import {
  PayrollCellInput,
  PayrollLine,
  PayrollLineConnection,
  PayrollLinePayload,
  PayrollMatchedColumnInput,
  PayrollTemplate,
  PayrollTemplatePayload,
  PayrollTrial,
} from './graphql/payroll.type';
import { PayrollEntryService } from './payroll-entry.service';
import { PayrollLinesRepository } from './payroll-lines.repository';
import { PayrollMappingService } from './payroll-mapping.service';
import { PayrollTrialService } from './payroll-trial.service';

/** An enterprise's payroll before and while it is declared. */
@Resolver()
export class PayrollResolver {
  constructor(
    private readonly mapping: PayrollMappingService,
    private readonly trial: PayrollTrialService,
    private readonly entry: PayrollEntryService,
    private readonly lines: PayrollLinesRepository,
  ) {}

  @Query(() => PayrollTemplate, { description: 'The columns of a payroll, and how one’s own were matched to them.' })
  @Requires(Permission.PAYROLL_DECLARE)
  payrollTemplate(@InOperation() operation: Operation): Promise<PayrollTemplate> {
    return operation.read((tx) => this.template(tx));
  }

  @Query(() => PayrollTrial, {
    description:
      'Tries a payroll of one’s own enterprise out: what an import would say of each row, and what each rule says of each line by itself. Nothing is kept, no colleague is compared.',
  })
  @Requires(Permission.PAYROLL_DECLARE)
  payrollTrial(
    @InOperation() operation: Operation,
    @Args('period', { type: () => String, description: 'Month YYYY-MM.' }) period: string,
    @Args('csv', { type: () => String, description: 'The table as CSV with our headers; a large one in parts.' })
    csv: string,
  ): Promise<PayrollTrial> {
    return operation.read(async (tx) => payrollTrialOf(await this.trial.check(tx, period, csv)));
  }

  @Query(() => PayrollLineConnection, { description: 'Lines of a month of one’s own enterprise, by number.' })
  @Requires(Permission.PAYROLL_DECLARE)
  payrollLines(
    @InOperation() operation: Operation,
    @Args('period', { type: () => String, description: 'Month YYYY-MM.' }) period: string,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
  ): Promise<Connection<PayrollLine>> {
    const request = pageRequest(first, after);
    if (!isMonth(period)) throw new AppError('MALFORMED');
    return operation.read(async (tx) => {
      const page = await this.lines.page(tx, period, request);
      return connectionOf({ ...page, rows: page.rows.map(payrollLineOf) }, request, (row) => row.employeeNumber);
    });
  }

  @Mutation(() => PayrollTemplatePayload, {
    description:
      'Remembers how one’s own columns match ours. Codes: NOT_FOUND, TOO_MANY_COLUMNS, HEADER_NOT_ALLOWED, UNKNOWN_COLUMN, COLUMN_TWICE, BANNED_TERM.',
  })
  @Requires(Permission.PAYROLL_DECLARE)
  matchPayrollColumns(
    @InCommand() command: Command,
    @Args('columns', { type: () => [PayrollMatchedColumnInput], description: 'All columns of one’s own table.' })
    columns: PayrollMatchedColumnInput[],
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<PayrollTemplate, 'payrollTemplate'>> {
    const matched = columns.map(({ header, key }) => ({ header, key: key ?? null }));
    return command.run({
      as: 'payrollTemplate',
      act: (tx) => this.mapping.remember(tx, matched),
      read: (tx) => this.template(tx),
    });
  }

  @Mutation(() => PayrollLinePayload, {
    description:
      'Declares one line of a month by hand, through the checks of a file; a line under the same number is replaced. Codes: PERIOD_REQUIRED, NOT_A_MONTH, PERIOD_IN_FUTURE, UNKNOWN_COLUMN, and those of a row of a file.',
  })
  @Requires(Permission.PAYROLL_DECLARE)
  recordPayrollLine(
    @InCommand() command: Command,
    @Args('period', { type: () => String, description: 'Month YYYY-MM.' }) period: string,
    @Args('cells', { type: () => [PayrollCellInput], description: 'What stands in the line; what is absent is empty.' })
    cells: PayrollCellInput[],
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<PayrollLine, 'payrollLine'>> {
    return command.run({
      as: 'payrollLine',
      act: (tx) => this.entry.record(tx, period, cells),
      read: async (tx, id) => {
        const row = await this.lines.byId(tx, id);
        return row === null ? null : payrollLineOf(row);
      },
    });
  }

  private async template(tx: Tx): Promise<PayrollTemplate> {
    const matched = [...(await this.mapping.ofOwnEnterprise(tx))];
    return { id: tx.actor.organisationId ?? '', columns: [...PAYROLL_COLUMNS], matched };
  }
}
