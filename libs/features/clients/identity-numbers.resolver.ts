import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { FilingPurpose } from '#domain/common/identity-number';
import { Permission } from '#domain/common/permission';
import { Role } from '#domain/common/role';
import { DisclosuresRepository, type Shown } from '#features/consent';
import { Requires, StepUp } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { ClientReader } from './client-reader';
import { clientOf } from './graphql/client.mapping';
import { Client, ClientPayload } from './graphql/client.type';
import { IdentityNumber, WholeIdentityNumber } from './graphql/identity-number.type';
import { IdentityNumbersService, type MaskedIdentityNumber } from './identity-numbers.service';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
const ID_OF_CLIENT = { type: () => ID, description: 'Id of the client.' } as const;
const VERSION = { type: () => Int, description: 'Version of the number that is meant.' } as const;

/** A look at the whole number, as it stands in her log. */
const lookAt = (clientId: string): Shown => ({
  clientId,
  basis: { kind: 'CASE_WORK', clientId },
  fieldGroup: 'IDENTITY_NUMBER',
});

type Answer = Promise<PayloadOf<Client, 'client'>>;

/** Identity numbers: masked on the client's page, whole only after a proof of identity and with a line in her log. */
@Resolver(() => Client)
export class IdentityNumbersResolver {
  constructor(
    private readonly service: IdentityNumbersService,
    private readonly clients: ClientReader,
    private readonly disclosures: DisclosuresRepository,
  ) {}

  @ResolveField(() => IdentityNumber, {
    nullable: true,
    description: 'The number of her identity card, masked; null where none is kept or where it is not the reader’s.',
  })
  identityNumber(@Parent() client: Client, @InOperation() operation: Operation): Promise<MaskedIdentityNumber | null> {
    const { role, openedClients } = operation.member;
    if (role !== Role.CASEWORKER || openedClients !== undefined) return Promise.resolve(null);
    return operation.load('identity-number', client.id, (tx, ids) => this.service.masked(tx, ids));
  }

  @Query(() => WholeIdentityNumber, {
    nullable: true,
    name: 'identityNumber',
    description:
      'The whole number of a client’s identity card, after a proof of identity; null where she is not the reader’s. Each look stands in the audit trail and in the client’s log before the answer leaves.',
  })
  @Requires(Permission.IDENTITY_NUMBER_SHOW)
  @StepUp()
  async wholeIdentityNumber(
    @InOperation() operation: Operation,
    @Args('id', ID_OF_CLIENT) id: string,
  ): Promise<WholeIdentityNumber | null> {
    return operation.disclose(async (tx) => {
      const found = await this.service.whole(tx, id);
      if (found !== null && found.number !== null) await this.disclosures.record(tx, [lookAt(id)]);
      return found;
    });
  }

  @Query(() => IdentityNumber, {
    nullable: true,
    description: 'The number of one’s own identity card, masked; null where none is kept.',
  })
  @Requires(Permission.OWN_FILE_READ)
  myIdentityNumber(@InOperation() operation: Operation): Promise<MaskedIdentityNumber | null> {
    const id = operation.member.clientId ?? '';
    return operation.read(async (tx) => (await this.service.masked(tx, [id])).get(id) ?? null);
  }

  @Query(() => WholeIdentityNumber, {
    nullable: true,
    description: 'The whole number of one’s own identity card, after a proof of identity.',
  })
  @Requires(Permission.OWN_FILE_READ)
  @StepUp()
  myWholeIdentityNumber(@InOperation() operation: Operation): Promise<WholeIdentityNumber | null> {
    return operation.disclose((tx) => this.service.whole(tx, tx.actor.clientId ?? ''));
  }

  @Mutation(() => ClientPayload, {
    description:
      'Enters the number of a client’s identity card for a filing, or another one in its place; after a proof of identity, by her own caseworker. Codes: NOT_FOUND, REQUIRED, NOT_AN_IDENTITY_NUMBER, BIRTH_YEAR_DIFFERS, STALE_VERSION (with currentVersion).',
  })
  @Requires(Permission.IDENTITY_NUMBER_KEEP)
  @StepUp()
  enterIdentityNumber(
    @InCommand(['number']) command: Command,
    @Args('id', ID_OF_CLIENT) id: string,
    @Args('number', { type: () => String, description: 'Eighteen signs; blanks and hyphens are taken out.' })
    number: string,
    @Args('purpose', { type: () => FilingPurpose, description: 'What it is kept for.' }) purpose: FilingPurpose,
    @Args('expectedVersion', {
      ...VERSION,
      nullable: true,
      description: 'Version of the one it replaces; null = none.',
    })
    expectedVersion: number | null,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    const given = { number, purpose, expectedVersion: expectedVersion ?? null };
    return this.run(command, (tx) => this.service.enter(tx, id, given));
  }

  @Mutation(() => ClientPayload, {
    description:
      'Says that the filing is settled: the number is destroyed thirty days later. Codes: NOT_FOUND, WRONG_STATE, STALE_VERSION (with currentVersion).',
  })
  @Requires(Permission.IDENTITY_NUMBER_KEEP)
  settleIdentityNumber(
    @InCommand() command: Command,
    @Args('id', ID_OF_CLIENT) id: string,
    @Args('expectedVersion', VERSION) expectedVersion: number,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.settle(tx, id, expectedVersion));
  }

  @Mutation(() => ClientPayload, {
    description: 'Takes the number away at once. Codes: NOT_FOUND, STALE_VERSION (with currentVersion).',
  })
  @Requires(Permission.IDENTITY_NUMBER_KEEP)
  @StepUp()
  removeIdentityNumber(
    @InCommand() command: Command,
    @Args('id', ID_OF_CLIENT) id: string,
    @Args('expectedVersion', VERSION) expectedVersion: number,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.remove(tx, id, expectedVersion));
  }

  private run(command: Command, act: Parameters<Command['run']>[0]['act']): Answer {
    return command.run({
      as: 'client',
      act,
      read: async (tx, changed) => {
        const client = await this.clients.byId(tx, changed);
        return client === null ? null : clientOf(client);
      },
    });
  }
}
