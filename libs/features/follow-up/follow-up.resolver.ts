import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MilestoneStatus } from '#domain/follow-up/milestone-lifecycle';
import { Permission } from '#domain/common/permission';
import { Client, clientOf, ClientReader } from '#features/clients';
import { Placement, placementOf, PlacementsReader } from '#features/placements';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import { connectionOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { FollowUpReader } from './follow-up-reader';
import { FollowUpService } from './follow-up.service';
import { ContactInput } from './graphql/follow-up.input';
import { answersOfInput, followUpOf } from './graphql/follow-up.mapping';
import { FollowUp, FollowUpConnection, FollowUpPayload } from './graphql/follow-up.type';

/** Follow-ups as staff read and keep them. */
@Resolver(() => FollowUp)
export class FollowUpResolver {
  constructor(
    private readonly service: FollowUpService,
    private readonly reader: FollowUpReader,
    private readonly placements: PlacementsReader,
    private readonly clients: ClientReader,
  ) {}

  @Query(() => FollowUpConnection, {
    description:
      'Follow-up milestones in order of due day: her own caseload for a caseworker, the county’s for a supervisor.',
  })
  @Requires(Permission.FOLLOW_UP_READ)
  async followUps(
    @InOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
    @Args('status', {
      type: () => [MilestoneStatus],
      nullable: true,
      description: 'Only milestones in one of these states; absent = all.',
    })
    status?: MilestoneStatus[],
    @Args('lateWorkingDays', {
      type: () => Int,
      nullable: true,
      description: 'Only those that wait and are late by so many working days at least, 1..250; absent = all.',
    })
    lateWorkingDays?: number,
  ): Promise<Connection<FollowUp>> {
    const request = pageRequest(first, after);
    const filter = { statuses: status ?? null, lateWorkingDays: lateDaysOf(lateWorkingDays) };
    return operation.read(async (tx) => {
      const page = await this.reader.page(tx, filter, request);
      return connectionOf({ ...page, rows: page.rows.map(followUpOf) }, request, (row) => row.dueOn);
    });
  }

  @Mutation(() => FollowUpPayload, {
    description:
      'Records a contact with a client of one’s own caseload. Codes: NOT_FOUND, WRONG_STATE (with status), TOO_EARLY (with earliestOn), OUT_OF_RANGE, NOBODY_ANSWERED.',
  })
  @Requires(Permission.FOLLOW_UP_RECORD)
  recordContact(
    @InCommand() command: Command,
    @Args('input', { type: () => ContactInput, description: 'The contact.' }) input: ContactInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<FollowUp, 'milestone'>> {
    return command.run({
      as: 'milestone',
      act: (tx) => this.service.recordContact(tx, contactOf(input)),
      read: async (tx, id) => {
        const row = await this.reader.byId(tx, id);
        return row === null ? null : followUpOf(row);
      },
    });
  }

  @ResolveField(() => Client, { description: 'The person who is asked how it goes.' })
  async client(@Parent() milestone: FollowUp, @InOperation() operation: Operation): Promise<Client> {
    const row = await operation.load('client', milestone.clientId, (tx, ids) => this.clients.byIds(tx, ids));
    if (row === null) throw new Error('A visible milestone has no visible client.');
    return clientOf(row);
  }

  @ResolveField(() => Placement, { description: 'The placement that it follows.' })
  async placement(@Parent() milestone: FollowUp, @InOperation() operation: Operation): Promise<Placement> {
    const row = await operation.load('placement', milestone.placementId, (tx, ids) => this.placements.byIds(tx, ids));
    if (row === null) throw new Error('A visible milestone has no visible placement.');
    return placementOf(row);
  }
}

const MOST_DAYS = 250;

const lateDaysOf = (asked: number | null | undefined): number | null =>
  asked === null || asked === undefined ? null : Math.min(Math.max(asked, 1), MOST_DAYS);

const contactOf = ({ answers, ...contact }: ContactInput) => ({
  ...contact,
  answers: answers === null || answers === undefined ? null : answersOfInput(answers),
});
