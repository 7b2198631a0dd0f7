import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { DateScalar, UuidScalar } from '#platform/graphql/scalars';
import { MentorNote, MentorNotePayload, OwnPerson } from './graphql/own-person.type';
import { OwnPeopleService } from './own-people.service';

/** A mentor's people and her notes. */
@Resolver(() => OwnPerson)
export class OwnPeopleResolver {
  constructor(private readonly people: OwnPeopleService) {}

  @Query(() => [OwnPerson], {
    description:
      'The people whose mentor one is and who agreed to it, whoever is to be contacted first above. What is shown stands in each one’s log before the answer leaves.',
  })
  @Requires(Permission.OWN_PEOPLE)
  myPeople(@InOperation() operation: Operation): Promise<OwnPerson[]> {
    return operation.disclose((tx) => this.people.list(tx));
  }

  @Mutation(() => MentorNotePayload, {
    description:
      'Writes a note for oneself about one of one’s people, the day of the next contact, or both. Nobody else reads it but whom it is about. Codes: NOT_FOUND, NOTE_OR_DAY_REQUIRED, TOO_LONG (with most), DAY_IN_PAST (with earliest), LOOK_TOO_FAR (with latest), BANNED_TERM.',
  })
  @Requires(Permission.OWN_PEOPLE)
  writeMentorNote(
    @InCommand() command: Command,
    @Args('pairingId', { type: () => ID, description: 'Id of the pairing.' }) pairingId: string,
    @Args('text', { type: () => String, nullable: true, description: 'At most 500 signs; null = only the day.' })
    text: string | null,
    @Args('nextContactOn', {
      type: () => DateScalar,
      nullable: true,
      description: 'Day of the next contact, within half a year; null = none is named.',
    })
    nextContactOn: string | null,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<MentorNote, 'mentorNote'>> {
    const given = { text: text ?? null, nextContactOn: nextContactOn ?? null };
    return command.run({
      as: 'mentorNote',
      act: (tx) => this.people.write(tx, pairingId, given),
      read: (tx, id) => this.people.note(tx, id),
    });
  }
}
