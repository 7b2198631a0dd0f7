import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OpeningReason, OpeningReview } from '#domain/caseloads/file-opening';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateTimeScalar } from '#platform/graphql/scalars';

registerEnumType(OpeningReason, {
  name: 'OpeningReason',
  description: 'Why somebody opened the file of another caseworker’s client.',
  valuesMap: {
    CASEWORKER_AWAY: { description: 'Her own caseworker cannot be reached.' },
    CLIENT_ASKED: { description: 'The client herself came and asked for something.' },
    DEADLINE_TODAY: { description: 'Something would run out today.' },
    WORKPLACE_MATTER: { description: 'Her employer or course needs an answer at once.' },
    OTHER: { description: 'Something else, said in the sentence.' },
  },
});

registerEnumType(OpeningReview, {
  name: 'OpeningReview',
  description: 'What a second person made of it.',
  valuesMap: {
    PENDING: { description: 'Not reviewed yet.' },
    JUSTIFIED: { description: 'There was cause.' },
    NOT_JUSTIFIED: { description: 'There was no cause.' },
  },
});

@ObjectType({ description: 'A file of another caseworker’s client that was opened once.' })
export class FileOpening {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, {
    description: 'File number for supervisors and the client; empty for the reader, who sees it in the opened file.',
  })
  fileNumber!: string;

  @Field(() => String, { description: 'Who opened it.' })
  readerName!: string;

  @Field(() => String, { description: 'Office of the reader.' })
  officeName!: string;

  @Field(() => OpeningReason, { description: 'Why.' })
  reason!: OpeningReason;

  @Field(() => String, { description: 'Why, in the reader’s words.' })
  explanation!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'From when on it is closed again.' })
  closesAt!: Date;

  @Field(() => OpeningReview, { description: 'What a second person made of it.' })
  review!: OpeningReview;

  @Field(() => String, { nullable: true, description: 'Who reviewed it; null before.' })
  reviewerName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was reviewed; null before.' })
  reviewedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The reviewer’s words; null where there are none.' })
  reviewNote!: string | null;
}

@InputType({ description: 'Whose file is to be opened, and why.' })
export class FileOpeningInput {
  @Field(() => String, { description: 'A whole file number, name or phone number of one person.' })
  search!: string;

  @Field(() => OpeningReason, { description: 'Why.' })
  reason!: OpeningReason;

  @Field(() => String, { description: 'Why, in one’s own words: 6..200 characters; the client reads them.' })
  explanation!: string;
}

/** FileOpeningPayload in the schema. */
export const FileOpeningPayload = payloadTypeOf(FileOpening, 'fileOpening');
