import { Field, ID, ObjectType } from '@nestjs/graphql';
import { TwoLanguages } from '#features/consent';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';

@ObjectType({
  description: 'What a mentor noted for herself. Read by her and, in the copy of her data, by whom it is about.',
})
export class MentorNote {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  writtenAt!: Date;

  @Field(() => String, { nullable: true, description: 'The note; null where only a day was named.' })
  text!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the next contact that was named; null where none.' })
  nextContactOn!: string | null;
}

@ObjectType({ description: 'Somebody whose mentor the reader is, as far as she agreed to be known.' })
export class OwnPerson {
  @Field(() => ID, { description: 'Id of the pairing; no mentor ever sees the id of a client.' })
  id!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Phone number; null where it is not shared or there is none.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'When and how she may be reached; null where nothing is said.' })
  contactRules!: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'What a workplace has to arrange, in neutral words; null where that is not shared.',
  })
  workNeeds!: readonly string[] | null;

  @Field(() => TwoLanguages, { description: 'What this may be used for, and that it is not to be passed on.' })
  notice!: TwoLanguages;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the consent.' })
  validTo!: string | null;

  @Field(() => DateScalar, { description: 'Since when.' })
  pairedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the next contact; null where none is named.' })
  nextContactOn!: string | null;

  @Field(() => [MentorNote], { description: 'The mentor’s own notes, the newest above; at most fifty.' })
  notes!: readonly MentorNote[];
}

export const MentorNotePayload = payloadTypeOf(MentorNote, 'mentorNote');
