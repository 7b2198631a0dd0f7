import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { Participant } from './graphql/participant.type';
import { ParticipantsReader } from './participants-reader';

/** Who sits in a session. */
@Resolver()
export class ParticipantsResolver {
  constructor(private readonly reader: ParticipantsReader) {}

  @Query(() => [Participant], {
    description:
      'Names of the people with a seat in a session, in the order in which they asked: of a trainer’s own sessions, of all for the base; empty for any other. Each name stands in its owner’s log before the answer leaves.',
  })
  @Requires(Permission.PARTICIPANT_READ)
  sessionParticipants(
    @InOperation() operation: Operation,
    @Args('sessionId', { type: () => ID, description: 'Id of the session.' }) sessionId: string,
  ): Promise<Participant[]> {
    return operation.disclose((tx) => this.reader.ofSession(tx, sessionId));
  }
}
