import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AidKind, AidOffice } from '#domain/aid/aid-codes';
import { AidAnswer } from '#domain/aid/aid-steps';
import { Permission } from '#domain/common/permission';
import { Role } from '#domain/common/role';
import { Client, clientOf, ClientReader } from '#features/clients';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { DateScalar, UuidScalar } from '#platform/graphql/scalars';
import { AidReader, type ReadAid } from './aid-reader';
import { AidService } from './aid.service';
import { AidRequest, AidRequestPayload } from './graphql/aid-request.type';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
const REQUEST = { type: () => ID, description: 'Id of the request.' } as const;
const VERSION = { type: () => Int, description: 'Version of the request that is meant.' } as const;
const LOOK = {
  type: () => DateScalar,
  description: 'Day on which to look again: today or later, within half a year.',
} as const;

type Answer = Promise<PayloadOf<AidRequest, 'aidRequest'>>;

/** What clients ask other offices for, as caseworkers keep it and clients read it. */
@Resolver(() => AidRequest)
export class AidResolver {
  constructor(
    private readonly service: AidService,
    private readonly reader: AidReader,
    private readonly clients: ClientReader,
  ) {}

  @Query(() => [AidRequest], {
    description:
      'Requests of one’s own caseload that are to be looked at again today, the earliest first; at most a hundred.',
  })
  @Requires(Permission.AID_KEEP)
  dueAidRequests(@InOperation() operation: Operation): Promise<AidRequest[]> {
    return operation.read((tx) => this.reader.due(tx));
  }

  @Query(() => [AidRequest], { description: 'What one asked other offices for, what is open above.' })
  @Requires(Permission.OWN_FILE_READ)
  myAidRequests(@InOperation() operation: Operation): Promise<readonly AidRequest[]> {
    const id = operation.member.clientId ?? '';
    return operation.read(async (tx) => (await this.reader.byClients(tx, [id])).get(id) ?? []);
  }

  @Mutation(() => AidRequestPayload, {
    description:
      'Notes that a client of one’s own caseload wants a kind of aid. Codes: NOT_FOUND, DAY_IN_PAST (with earliest), LOOK_TOO_FAR (with latest), AID_ALREADY_OPEN.',
  })
  @Requires(Permission.AID_KEEP)
  noteAidRequest(
    @InCommand() command: Command,
    @Args('clientId', { type: () => ID, description: 'Id of the client.' }) clientId: string,
    @Args('kind', { type: () => AidKind, description: 'What she wants to ask for.' }) kind: AidKind,
    @Args('nextLookOn', LOOK) nextLookOn: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.note(tx, { clientId, kind, nextLookOn }));
  }

  @Mutation(() => AidRequestPayload, {
    description:
      'Says to which office a request was taken. Codes: NOT_FOUND, WRONG_STATE (with status), STALE_VERSION (with currentVersion), DAY_IN_PAST, LOOK_TOO_FAR, AID_ALREADY_OPEN.',
  })
  @Requires(Permission.AID_KEEP)
  referAidRequest(
    @InCommand() command: Command,
    @Args('id', REQUEST) id: string,
    @Args('expectedVersion', VERSION) expectedVersion: number,
    @Args('office', { type: () => AidOffice, description: 'The office that has it now.' }) office: AidOffice,
    @Args('nextLookOn', LOOK) nextLookOn: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.refer(tx, { id, expectedVersion }, { office, nextLookOn }));
  }

  @Mutation(() => AidRequestPayload, {
    description:
      'Says that one looked and nothing has come yet: when to look next. Codes: NOT_FOUND, WRONG_STATE (with status), STALE_VERSION (with currentVersion), DAY_IN_PAST, LOOK_TOO_FAR.',
  })
  @Requires(Permission.AID_KEEP)
  lookAgainAtAidRequest(
    @InCommand() command: Command,
    @Args('id', REQUEST) id: string,
    @Args('expectedVersion', VERSION) expectedVersion: number,
    @Args('nextLookOn', LOOK) nextLookOn: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.lookAgain(tx, { id, expectedVersion }, nextLookOn));
  }

  @Mutation(() => AidRequestPayload, {
    description:
      'Says what became of a request. Codes: NOT_FOUND, WRONG_STATE (with status), STALE_VERSION (with currentVersion).',
  })
  @Requires(Permission.AID_KEEP)
  settleAidRequest(
    @InCommand() command: Command,
    @Args('id', REQUEST) id: string,
    @Args('expectedVersion', VERSION) expectedVersion: number,
    @Args('answer', { type: () => AidAnswer, description: 'What the office answered, or that she wants it no longer.' })
    answer: AidAnswer,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.settle(tx, { id, expectedVersion }, answer));
  }

  @ResolveField(() => Client, { description: 'Whose request it is.' })
  async client(@Parent() request: ReadAid, @InOperation() operation: Operation): Promise<Client> {
    const row = await operation.load('client', request.clientId, (tx, ids) => this.clients.byIds(tx, ids));
    if (row === null) throw new Error('A visible request has no visible client.');
    return clientOf(row);
  }

  private run(command: Command, act: Parameters<Command['run']>[0]['act']): Answer {
    return command.run({ as: 'aidRequest', act, read: (tx, id) => this.reader.byId(tx, id) });
  }
}

/** The requests on a client's page; what a supervisor reads of them stands in her log. */
@Resolver(() => Client)
export class ClientAidResolver {
  constructor(private readonly reader: AidReader) {}

  @ResolveField(() => [AidRequest], {
    description:
      'What she asked other offices for, what is open above. A supervisor’s reading stands in the client’s log.',
  })
  async aidRequests(@Parent() client: Client, @InOperation() operation: Operation): Promise<readonly AidRequest[]> {
    const { role, openedClients } = operation.member;
    const isLogged = role === Role.SUPERVISOR && openedClients === undefined; // an opened file was noted as a whole
    const found = isLogged
      ? await operation.loadDisclosed('aid', client.id, (tx, ids) => this.reader.logged(tx, ids))
      : await operation.load('aid', client.id, (tx, ids) => this.reader.byClients(tx, ids));
    return found ?? [];
  }
}
