import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { legalHold } from '#domain/data-rights/erasure-lifecycle';
import { Client, clientOf, ListedPeople } from '#features/clients';
import { Requires, StepUp } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { ErasureRequestsRepository } from './erasure-requests.repository';
import { ErasuresService } from './erasures.service';
import { ErasureRequest, ErasureRequestPayload, LegalHold } from './graphql/erasure-request.type';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
const ID_OF_REQUEST = { type: () => ID, description: 'Id of the wish.' } as const;

type Answer = Promise<PayloadOf<ErasureRequest, 'erasureRequest'>>;
type Act = Parameters<Command['run']>[0]['act'];

/** Wishes to be erased: the client's own, and those that wait for staff. */
@Resolver(() => ErasureRequest)
export class ErasuresResolver {
  constructor(
    private readonly service: ErasuresService,
    private readonly requests: ErasureRequestsRepository,
    private readonly people: ListedPeople,
  ) {}

  @Query(() => ErasureRequest, { nullable: true, description: 'One’s own newest wish to be erased; null without one.' })
  @Requires(Permission.OWN_FILE_READ)
  myErasureRequest(@InOperation() operation: Operation): Promise<ErasureRequest | null> {
    return operation.read((tx) => this.requests.ownNewest(tx));
  }

  @Query(() => [ErasureRequest], {
    description:
      'Wishes to be erased that wait for a confirmation, earliest last day first, at most a hundred: of her own caseload for a caseworker, of the county for a supervisor.',
  })
  @Requires(Permission.ERASURE_CONFIRM)
  erasureRequests(@InOperation() operation: Operation): Promise<ErasureRequest[]> {
    return operation.read((tx) => this.requests.open(tx));
  }

  @Mutation(() => ErasureRequestPayload, {
    description: 'Asks that one’s own file be erased, within 15 days. Codes: ALREADY_REQUESTED.',
  })
  @Requires(Permission.OWN_DECISION)
  @StepUp()
  requestErasure(@InCommand() command: Command, @Args('idempotencyKey', KEY) _key: string): Answer {
    return this.run(command, (tx) => this.service.request(tx));
  }

  @Mutation(() => ErasureRequestPayload, {
    description:
      'Takes one’s own wish to be erased back, while nobody has confirmed it. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.OWN_DECISION)
  withdrawErasureRequest(
    @InCommand() command: Command,
    @Args('id', ID_OF_REQUEST) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.withdraw(tx, id));
  }

  @Mutation(() => ErasureRequestPayload, {
    description:
      'Confirms a client’s wish to be erased: her name, contact and notes are destroyed and cannot be brought back; what was placed and paid stays without a name. Codes: NOT_FOUND, WRONG_STATE, LEGAL_HOLD (with openFindings, since).',
  })
  @Requires(Permission.ERASURE_CONFIRM)
  @StepUp()
  confirmErasure(
    @InCommand() command: Command,
    @Args('id', ID_OF_REQUEST) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.confirm(tx, id));
  }

  @ResolveField(() => Client, {
    nullable: true,
    description:
      'Who wishes it; null for a reader who may not see her. What a supervisor sees of her stands in her log.',
  })
  async client(@Parent() request: ErasureRequest, @InOperation() operation: Operation): Promise<Client | null> {
    const row = await this.people.find(operation, request.clientId);
    return row === null ? null : clientOf(row);
  }

  @ResolveField(() => LegalHold, {
    nullable: true,
    description: 'What keeps it from being confirmed; null where nothing does.',
  })
  async hold(@Parent() request: ErasureRequest, @InOperation() operation: Operation): Promise<LegalHold | null> {
    const days = await operation.load('findingDays', request.clientId, (tx, ids) => this.requests.findingDays(tx, ids));
    return legalHold(days ?? []);
  }

  private run(command: Command, act: Act): Answer {
    return command.run({ as: 'erasureRequest', act, read: (tx, id) => this.requests.byId(tx, id) });
  }
}
