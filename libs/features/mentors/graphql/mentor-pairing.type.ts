import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PairingEnder, PairingStatus } from '#domain/mentors/pairing';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateTimeScalar } from '#platform/graphql/scalars';

registerEnumType(PairingStatus, {
  name: 'PairingStatus',
  description: 'Whether a pairing lasts.',
  valuesMap: { ACTIVE: { description: 'It lasts.' }, ENDED: { description: 'It has ended.' } },
});

registerEnumType(PairingEnder, {
  name: 'PairingEnder',
  description: 'Who ended a pairing; why is neither asked nor kept.',
  valuesMap: {
    CLIENT: { description: 'The client.' },
    CASEWORKER: { description: 'Her caseworker.' },
    SYSTEM: { description: 'A job.' },
  },
});

@ObjectType({ description: 'A member who may keep in touch with clients one to one.' })
export class Mentor {
  @Field(() => ID, { description: 'Id of the membership.' })
  id!: string;

  @Field(() => String, { description: 'Name.' })
  displayName!: string;

  @Field(() => String, { description: 'Name of the organisation.' })
  organisationName!: string;
}

@ObjectType({ description: 'Who keeps in touch with a client one to one. Read by the office and by herself.' })
export class MentorPairing {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Name of the mentor.' })
  mentorName!: string;

  @Field(() => String, { description: 'Name of the mentor’s organisation.' })
  organisationName!: string;

  @Field(() => DateTimeScalar, { description: 'When they were paired.' })
  pairedAt!: Date;

  @Field(() => PairingStatus, { description: 'Whether it lasts.' })
  status!: PairingStatus;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it lasts.' })
  endedAt!: Date | null;

  @Field(() => PairingEnder, { nullable: true, description: 'Who ended it; null while it lasts.' })
  endedBy!: PairingEnder | null;

  @Field(() => Boolean, { description: 'True where the client ended it and would like somebody else.' })
  wantsAnother!: boolean;

  @Field(() => Boolean, { description: 'True while the client’s consent shows the mentor her name.' })
  mayKnowName!: boolean;

  @Field(() => Boolean, { description: 'True while the client was asked and has not answered.' })
  isAsked!: boolean;
}

export const MentorPairingPayload = payloadTypeOf(MentorPairing, 'mentorPairing');
