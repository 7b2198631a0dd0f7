import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import { connectionOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { ClientFiles } from './client-files';
import { ClientReader } from './client-reader';
import { ClientSearch } from './client-search';
import { ClientsService } from './clients.service';
import { ClientChanges, ClientFilter, ClientInput } from './graphql/client.input';
import { clientOf } from './graphql/client.mapping';
import { Client, ClientConnection, ClientPayload } from './graphql/client.type';

/** Clients as staff read and keep them. */
@Resolver(() => Client)
export class ClientsResolver {
  constructor(
    private readonly service: ClientsService,
    private readonly reader: ClientReader,
    private readonly search: ClientSearch,
    private readonly files: ClientFiles,
  ) {}

  @Query(() => ClientConnection, {
    description: 'Clients in order of file number: her own caseload for a caseworker, the team’s for a supervisor.',
  })
  @Requires(Permission.CLIENT_READ)
  async clients(
    @InOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
    @Args('filter', { type: () => ClientFilter, nullable: true, description: 'Narrows the list.' })
    filter?: ClientFilter,
  ): Promise<Connection<Client>> {
    const request = pageRequest(first, after);
    return operation.read(async (tx) => {
      const page = await this.reader.page(tx, await this.search.criteria(tx, filter ?? {}), request);
      return connectionOf({ ...page, rows: page.rows.map(clientOf) }, request, (row) => row.fileNumber);
    });
  }

  @Query(() => Client, {
    nullable: true,
    description:
      'One client; null where there is none or she is not visible. A supervisor’s opening stands in the client’s log.',
  })
  @Requires(Permission.CLIENT_READ)
  async client(
    @InOperation() operation: Operation,
    @Args('id', { type: () => ID, description: 'Id of the client.' }) id: string,
  ): Promise<Client | null> {
    const client = await this.files.open(operation, id);
    return client === null ? null : Object.assign(clientOf(client), { isNoted: true });
  }

  @Mutation(() => ClientPayload, {
    description:
      'Takes a new client into one’s own caseload. Codes: REQUIRED, OUT_OF_RANGE, NOT_A_PHONE, UNKNOWN_TOWNSHIP, UNKNOWN_CODE, TOO_MANY_NEEDS, TOO_LONG, FILE_NUMBER_TAKEN.',
  })
  @Requires(Permission.CLIENT_EDIT)
  createClient(
    @InCommand() command: Command,
    @Args('input', { type: () => ClientInput, description: 'Facts of the client.' }) input: ClientInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<Client, 'client'>> {
    return command.run({
      as: 'client',
      act: (tx) => this.service.create(tx, input),
      read: (tx, id) => this.found(tx, id),
    });
  }

  @Mutation(() => ClientPayload, {
    description:
      'Changes facts of a client in one’s own caseload. Codes: NOT_FOUND, STALE_VERSION (with currentVersion), OUT_OF_RANGE, NOT_A_PHONE, UNKNOWN_TOWNSHIP, UNKNOWN_CODE, TOO_MANY_NEEDS, TOO_LONG.',
  })
  @Requires(Permission.CLIENT_EDIT)
  updateClient(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the client.' }) id: string,
    @Args('expectedVersion', { type: () => Int, description: 'Version that the change was made from.' })
    expectedVersion: number,
    @Args('input', { type: () => ClientChanges, description: 'What changes.' }) input: ClientChanges,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<Client, 'client'>> {
    return command.run({
      as: 'client',
      act: (tx) => this.service.update(tx, id, expectedVersion, input),
      read: (tx, changed) => this.found(tx, changed),
    });
  }

  private async found(tx: Parameters<ClientReader['byId']>[0], id: string): Promise<Client | null> {
    const client = await this.reader.byId(tx, id);
    return client === null ? null : clientOf(client);
  }
}
