import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { EntryStatus } from '#domain/clients/entry-lifecycle';
import { DateScalar } from '#platform/graphql/scalars';

@InputType({ description: 'Which clients to list; what is absent does not filter.' })
export class ClientFilter {
  @Field(() => String, {
    nullable: true,
    description: 'A whole file number, name or phone number, or the last four digits of a phone number.',
  })
  search?: string | null;

  @Field(() => EntryStatus, { nullable: true, description: 'State of the entry.' })
  entryStatus?: EntryStatus | null;

  @Field(() => String, { nullable: true, description: 'Code of the town or township.' })
  township?: string | null;

  @Field(() => ID, { nullable: true, description: 'Membership of the caseworker who looks after them.' })
  caseworkerId?: string | null;
}

@InputType({ isAbstract: true })
abstract class ClientFacts {
  @Field(() => String, { nullable: true, description: 'Phone number of 11 digits, or a landline with area code.' })
  phone?: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of skills.' })
  skills?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'What a workplace would have to arrange, in neutral words; at most five of 60 characters.',
  })
  accommodationNeeds?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of desired occupations, first wish first; at most three.',
  })
  desiredOccupations?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Least acceptable monthly pay in fen.' })
  minAcceptablePayFen?: number | null;

  @Field(() => Int, { nullable: true, description: 'Hours a week, 1..60.' })
  weeklyHoursAvailable?: number | null;

  @Field(() => Int, { nullable: true, description: 'Longest way to work in minutes, 1..240.' })
  travelLimitMinutes?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'First possible day of work.' })
  availableFrom?: string | null;
}

@InputType({ description: 'A new client. Only what work needs: never why a person is here.' })
export class ClientInput extends ClientFacts {
  @Field(() => String, { description: 'File number, unique in the county.' })
  fileNumber!: string;

  @Field(() => String, { description: 'Name, 1..40 characters.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'Year of birth.' })
  birthYear?: number | null;

  @Field(() => String, { description: 'Code of the town or township.' })
  township!: string;

  @Field(() => String, { description: 'Highest education, code of GB/T 4658.' })
  educationCode!: string;
}

@InputType({ description: 'Changes of a client: absent = unchanged, null = cleared where that is possible.' })
export class ClientChanges extends ClientFacts {
  @Field(() => String, { nullable: true, description: 'Name, 1..40 characters; cannot be cleared.' })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of birth.' })
  birthYear?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Highest education, code of GB/T 4658; cannot be cleared.',
  })
  educationCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the town or township; cannot be cleared.' })
  township?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Objects to automated ranking; cannot be cleared.' })
  objectsToRanking?: boolean | null;
}
