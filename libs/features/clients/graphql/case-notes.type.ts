import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ContactChannel } from '#domain/follow-up/contact-codes';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';

@ObjectType({ description: 'A contact with a client.' })
export class NotedContact {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was.' })
  occurredAt!: Date;

  @Field(() => ContactChannel, { description: 'By which way.' })
  channel!: ContactChannel;

  @Field(() => Boolean, { description: 'True where both sides spoke.' })
  isTwoWay!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Name of who was in contact with her; null where that is not told.',
  })
  memberName!: string | null;

  @Field(() => String, { nullable: true, description: 'What was noted; null where nothing was.' })
  note!: string | null;
}

@ObjectType({
  description:
    'What is written in a file beyond what finding work needs. Read by the client’s caseworker, and by whoever opened the file for a reason.',
})
export class CaseNotes {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True where somebody attested that the programme is open to her; the reason is kept nowhere. Null where it is not the reader’s to read.',
  })
  isEligible!: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the attestation; null where there is none.' })
  attestedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Who attested it; null where there is none.' })
  attestedByName!: string | null;

  @Field(() => String, { nullable: true, description: 'Note of the support plan; null where there is none.' })
  planNote!: string | null;

  @Field(() => [NotedContact], { description: 'The latest twenty contacts, the newest first.' })
  contacts!: NotedContact[];
}
