import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import { pageRequest } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import type { Tx } from '#platform/database/transaction';
import { MyPayCheck, PayCheckRun, PayCheckRunPayload, PayrollMonth } from './graphql/pay-check.type';
import { myPayCheckOf, payCheckRunOf } from './graphql/pay-equity.mapping';
import { PayCheckRunsReader } from './pay-check-runs-reader';
import { PayCheckRunsService } from './pay-check-runs.service';
import { PayFindingsReader } from './pay-findings-reader';
import { PayrollMonthsService } from './payroll-months.service';

/** Runs for the supervisor, one's own months for a client, the months due for an enterprise. */
@Resolver(() => PayCheckRun)
export class PayChecksResolver {
  constructor(
    private readonly service: PayCheckRunsService,
    private readonly runs: PayCheckRunsReader,
    private readonly findings: PayFindingsReader,
    private readonly months: PayrollMonthsService,
  ) {}

  @Query(() => [PayCheckRun], { description: 'Pay-check runs, latest first.' })
  @Requires(Permission.PAY_CHECK_RUN)
  payCheckRuns(
    @InOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, description: 'How many, 1..100; 20 unless told.' })
    first?: number,
  ): Promise<PayCheckRun[]> {
    const { limit } = pageRequest(first, null);
    return operation.read(async (tx) => (await this.runs.latest(tx, limit)).map(payCheckRunOf));
  }

  @Query(() => PayCheckRun, { nullable: true, description: 'One pay-check run; null where there is none.' })
  @Requires(Permission.PAY_CHECK_RUN)
  payCheckRun(
    @InOperation() operation: Operation,
    @Args('id', { type: () => ID, description: 'Id of the run.' }) id: string,
  ): Promise<PayCheckRun | null> {
    return operation.read((tx) => this.found(tx, id));
  }

  @Query(() => [MyPayCheck], { description: 'The pay checks of one’s own months, latest first.' })
  @Requires(Permission.OWN_FILE_READ)
  myPayChecks(@InOperation() operation: Operation): Promise<MyPayCheck[]> {
    return operation.read(async (tx) => (await this.findings.ofOneself(tx)).map(myPayCheckOf));
  }

  @Query(() => [PayrollMonth], { description: 'The months of one’s own enterprise, latest first, at most a year.' })
  @Requires(Permission.PAYROLL_DECLARE)
  payrollMonths(@InOperation() operation: Operation): Promise<PayrollMonth[]> {
    return operation.read((tx) => this.months.ofOwnEnterprise(tx));
  }

  @Mutation(() => PayCheckRunPayload, {
    description:
      'Queues an equal-pay run over a month of the whole county. Codes: NOT_A_MONTH, MONTH_NOT_BEGUN, CONFLICT.',
  })
  @Requires(Permission.PAY_CHECK_RUN)
  runPayCheck(
    @InCommand() command: Command,
    @Args('period', { type: () => String, description: 'Month YYYY-MM that has begun.' }) period: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<PayCheckRun, 'payCheckRun'>> {
    return command.run({
      as: 'payCheckRun',
      act: (tx) => this.service.request(tx, period),
      read: (tx, id) => this.found(tx, id),
    });
  }

  private async found(tx: Tx, id: string): Promise<PayCheckRun | null> {
    const row = await this.runs.byId(tx, id);
    return row === null ? null : payCheckRunOf(row);
  }
}
