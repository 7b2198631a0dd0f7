import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Client } from '#features/clients';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import type { Tx } from '#platform/database/transaction';
import { Mentor, MentorPairing, MentorPairingPayload } from './graphql/mentor-pairing.type';
import { PairingsRepository } from './pairings.repository';
import { PairingsService } from './pairings.service';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
const PAIRING = { type: () => ID, description: 'Id of the pairing.' } as const;

type Answer = Promise<PayloadOf<MentorPairing, 'mentorPairing'>>;

/** Pairings of clients and mentors. */
@Resolver(() => MentorPairing)
export class PairingsResolver {
  constructor(
    private readonly service: PairingsService,
    private readonly pairings: PairingsRepository,
  ) {}

  @Query(() => [Mentor], { description: 'Members who are mentors now, by name; at most 500.' })
  @Requires(Permission.MENTOR_PAIR)
  mentors(@InOperation() operation: Operation): Promise<Mentor[]> {
    return operation.read((tx) => this.pairings.mentors(tx));
  }

  @Query(() => MentorPairing, {
    nullable: true,
    description: 'One’s own mentor, or the last one; null where one never had any.',
  })
  @Requires(Permission.OWN_FILE_READ)
  myMentor(@InOperation() operation: Operation): Promise<MentorPairing | null> {
    return operation.read(async (tx) => (await this.pairings.ofClients(tx, [tx.actor.clientId ?? '']))[0] ?? null);
  }

  @Mutation(() => MentorPairingPayload, {
    description:
      'Pairs a client of one’s own caseload with a mentor. She is told and asked: until she agrees, the mentor sees nothing of her. Codes: NOT_FOUND, ALREADY_PAIRED, NOT_IN_PROGRAMME, RECIPIENT_NOT_FOR_PURPOSE.',
  })
  @Requires(Permission.MENTOR_PAIR)
  pairMentor(
    @InCommand() command: Command,
    @Args('clientId', { type: () => ID, description: 'Id of the client.' }) clientId: string,
    @Args('mentorId', { type: () => ID, description: 'Id of the mentor’s membership.' }) mentorId: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.pair(tx, clientId, mentorId));
  }

  @Mutation(() => MentorPairingPayload, {
    description: 'Ends a pairing of one’s own caseload at once. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.MENTOR_PAIR)
  endMentorPairing(
    @InCommand() command: Command,
    @Args('id', PAIRING) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.end(tx, id));
  }

  @Mutation(() => MentorPairingPayload, {
    description:
      'Ends one’s own pairing at once, with what one agreed to for it; no reason is asked. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.OWN_DECISION)
  refuseMentor(
    @InCommand() command: Command,
    @Args('id', PAIRING) id: string,
    @Args('wantsAnother', { type: () => Boolean, description: 'True where one would like somebody else.' })
    wantsAnother: boolean,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.refuse(tx, id, wantsAnother));
  }

  private run(command: Command, act: Parameters<Command['run']>[0]['act']): Answer {
    return command.run({ as: 'mentorPairing', act, read: (tx: Tx, id) => this.pairings.byId(tx, id) });
  }
}

/** The pairing on a client's page. */
@Resolver(() => Client)
export class ClientMentorResolver {
  constructor(private readonly pairings: PairingsRepository) {}

  @ResolveField(() => MentorPairing, {
    nullable: true,
    description: 'Her mentor, or the last one; null where she never had any.',
  })
  mentorPairing(@Parent() client: Client, @InOperation() operation: Operation): Promise<MentorPairing | null> {
    return operation.load('mentor-pairing', client.id, async (tx, ids) => {
      const rows = await this.pairings.ofClients(tx, ids);
      return new Map([...rows].reverse().map((row) => [row.clientId, row])); // the newest is written last
    });
  }
}
