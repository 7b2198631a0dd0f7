import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import type { SegregatedPost } from '#domain/pay-equity/segregated-posts';
import { PayTaskOutcome } from '#domain/pay-equity/pay-tasks';
import { Organisation, OrganisationReader, organisationOf } from '#features/organisations';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import { moneyOf, moneyOrNull } from '#platform/graphql/money.type';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { payFindingOf } from './graphql/pay-equity.mapping';
import { PayFinding } from './graphql/pay-finding.type';
import { GatheredPost, PayTask, PayTaskPayload } from './graphql/pay-task.type';
import { PayFindingsReader } from './pay-findings-reader';
import type { PayTaskRow } from './pay-tasks.repository';
import { PayTasksService } from './pay-tasks.service';

const payTaskOf = (row: PayTaskRow): PayTask => Object.assign(new PayTask(), row);

const gatheredPostOf = ({ medianFen, postedMinFen, others, ...post }: SegregatedPost): GatheredPost => ({
  ...post,
  median: moneyOrNull(medianFen),
  postedMin: moneyOrNull(postedMinFen),
  others: others.map(({ medianFen: fen, ...other }) => ({ ...other, median: moneyOf(fen) })),
});

/** A supervisor's tasks about pay that are no findings. */
@Resolver(() => PayTask)
export class PayTasksResolver {
  constructor(
    private readonly tasks: PayTasksService,
    private readonly findings: PayFindingsReader,
    private readonly organisations: OrganisationReader,
  ) {}

  @Query(() => [PayTask], {
    description: 'Open tasks about pay that are no findings, what is due first above; at most 100.',
  })
  @Requires(Permission.PAY_FINDING_DECIDE)
  async payTasks(@InOperation() operation: Operation): Promise<PayTask[]> {
    return (await operation.read((tx) => this.tasks.open(tx))).map(payTaskOf);
  }

  @Mutation(() => PayTaskPayload, {
    description: 'Ends a task about pay with what became of it. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.PAY_FINDING_DECIDE)
  settlePayTask(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the task.' }) id: string,
    @Args('outcome', { type: () => PayTaskOutcome, description: 'What became of it.' }) outcome: PayTaskOutcome,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<PayTask, 'payTask'>> {
    return command.run({
      as: 'payTask',
      act: (tx) => this.tasks.settle(tx, id, outcome),
      read: async (tx, settled) => {
        const row = await this.tasks.byId(tx, settled);
        return row === null ? null : payTaskOf(row);
      },
    });
  }

  @ResolveField(() => Organisation, { description: 'The enterprise that it is about.' })
  async enterprise(@Parent() { organisationId }: PayTask, @InOperation() operation: Operation): Promise<Organisation> {
    const row = await operation.load('organisation', organisationId, (tx, ids) => this.organisations.byIds(tx, ids));
    if (row === null) throw new Error('A task’s enterprise is not visible.');
    return organisationOf(row);
  }

  @ResolveField(() => PayFinding, {
    nullable: true,
    description: 'The finding that it follows; null where it follows none.',
  })
  async finding(@Parent() { findingId }: PayTask, @InOperation() operation: Operation): Promise<PayFinding | null> {
    if (findingId === null) return null;
    const row = await operation.read((tx) => this.findings.byId(tx, findingId));
    return row === null ? null : payFindingOf(row);
  }

  @ResolveField(() => [GatheredPost], { description: 'What is compared by hand; empty for other tasks.' })
  async gathered(@Parent() task: PayTask, @InOperation() operation: Operation): Promise<GatheredPost[]> {
    return (await operation.read((tx) => this.tasks.segregated(tx, task))).map(gatheredPostOf);
  }
}
