import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Client, clientOf, ClientReader } from '#features/clients';
import { Organisation, organisationOf, OrganisationReader } from '#features/organisations';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import { connectionOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { FollowUpTasksRepository } from './follow-up-tasks.repository';
import { FollowUpTasksService } from './follow-up-tasks.service';
import { followUpTaskOf } from './graphql/follow-up-task.mapping';
import { FollowUpTask, FollowUpTaskConnection, FollowUpTaskPayload } from './graphql/follow-up-task.type';

/** What follow-up gave somebody to do. */
@Resolver(() => FollowUpTask)
export class FollowUpTasksResolver {
  constructor(
    private readonly service: FollowUpTasksService,
    private readonly list: FollowUpTasksRepository,
    private readonly clients: ClientReader,
    private readonly organisations: OrganisationReader,
  ) {}

  @Query(() => FollowUpTaskConnection, {
    description:
      'Open tasks that follow-up gave the actor, what is due first: her own and those of colleagues she stands in for; for a supervisor also those of nobody in particular.',
  })
  @Requires(Permission.FOLLOW_UP_READ)
  async followUpTasks(
    @InOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
  ): Promise<Connection<FollowUpTask>> {
    const request = pageRequest(first, after);
    return operation.read(async (tx) => {
      const page = await this.list.page(tx, request);
      const rows = page.rows.map((row) => followUpTaskOf(row, tx.now));
      return connectionOf({ ...page, rows }, request, (row) => row.dueOn);
    });
  }

  @Mutation(() => FollowUpTaskPayload, {
    description: 'Takes down that a task of one’s own list is done. Codes: NOT_FOUND, WRONG_STATE (with status).',
  })
  @Requires(Permission.FOLLOW_UP_READ)
  finishFollowUpTask(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the task.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<FollowUpTask, 'task'>> {
    return command.run({
      as: 'task',
      act: (tx) => this.service.finish(tx, id),
      read: async (tx, finished) => {
        const [row] = await this.list.byIds(tx, [finished]);
        return row === undefined ? null : followUpTaskOf(row, tx.now);
      },
    });
  }

  @ResolveField(() => Client, {
    nullable: true,
    description: 'The person it is about; null where it is an enterprise.',
  })
  async client(@Parent() { clientId }: FollowUpTask, @InOperation() operation: Operation): Promise<Client | null> {
    if (clientId === null) return null;
    const row = await operation.load('client', clientId, (tx, ids) => this.clients.byIds(tx, ids));
    return row === null ? null : clientOf(row);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The enterprise; null where it is about a person.' })
  async enterprise(
    @Parent() { organisationId }: FollowUpTask,
    @InOperation() operation: Operation,
  ): Promise<Organisation | null> {
    if (organisationId === null) return null;
    const row = await operation.load('organisation', organisationId, (tx, ids) => this.organisations.byIds(tx, ids));
    return row === null ? null : organisationOf(row);
  }
}
