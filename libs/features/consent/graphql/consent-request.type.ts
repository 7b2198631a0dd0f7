import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConsentPurpose, FieldGroup } from '#domain/consent/consent-codes';
import { ConsentRequestStatus } from '#domain/consent/consent-request-lifecycle';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';
import { ConsentText } from './consent.type';

registerEnumType(ConsentRequestStatus, {
  name: 'ConsentRequestStatus',
  description: 'Whether a request for a consent was answered.',
  valuesMap: {
    OPEN: { description: 'It waits for her word.' },
    AGREED: { description: 'She agreed.' },
    DECLINED: { description: 'She said no; nothing follows from it.' },
    LAPSED: { description: 'No answer, which is a no.' },
  },
});

@ObjectType({ description: 'What a client is asked to agree to.' })
export class ConsentRequest {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => Int, { description: 'Version; grows with each change.' })
  version!: number;

  @Field(() => String, { description: 'Who would receive something.' })
  recipientName!: string;

  @Field(() => ConsentPurpose, { description: 'What for.' })
  purpose!: ConsentPurpose;

  @Field(() => [FieldGroup], { description: 'Which fields.' })
  fieldGroups!: FieldGroup[];

  @Field(() => DateScalar, { description: 'Last day that the consent would have.' })
  validTo!: string;

  @Field(() => String, { description: 'Who asks.' })
  requestedByName!: string;

  @Field(() => DateTimeScalar, { description: 'When she was asked.' })
  requestedAt!: Date;

  @Field(() => DateScalar, { description: 'Last day for an answer; after it the request is over, as with a no.' })
  answerBy!: string;

  @Field(() => ConsentRequestStatus, { description: 'Whether it was answered.' })
  status!: ConsentRequestStatus;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered or lapsed; null before.' })
  answeredAt!: Date | null;

  @Field(() => ConsentText, { description: 'What she is asked, in plain words.' })
  text!: ConsentText;
}

/** ConsentRequestPayload in the schema. */
export const ConsentRequestPayload = payloadTypeOf(ConsentRequest, 'consentRequest');

@ObjectType({ description: 'An organisation that may receive something for a purpose.' })
export class ConsentRecipient {
  @Field(() => ID, { description: 'Id of the organisation.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType({ description: 'A purpose for which a client may be asked, with what may be opened for it.' })
export class ConsentScope {
  @Field(() => ConsentPurpose, { description: 'What for.' })
  purpose!: ConsentPurpose;

  @Field(() => [FieldGroup], { description: 'Groups of fields that may be opened; WORK_NEEDS stands alone.' })
  fieldGroups!: FieldGroup[];

  @Field(() => [ConsentRecipient], { description: 'Who may receive it, by name.' })
  recipients!: ConsentRecipient[];

  @Field(() => ConsentText, { description: 'What is agreed to, in plain words.' })
  text!: ConsentText;
}

@InputType({ description: 'What a consent is to open.' })
export class WantedConsentInput {
  @Field(() => ID, { description: 'Id of the client, of one’s own caseload.' })
  clientId!: string;

  @Field(() => ID, { description: 'Id of the one organisation that would receive it.' })
  recipientId!: string;

  @Field(() => ConsentPurpose, { description: 'What for.' })
  purpose!: ConsentPurpose;

  @Field(() => [FieldGroup], { description: 'Which fields, of those that the purpose may open.' })
  fieldGroups!: FieldGroup[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day, at most a year ahead; three months ahead unless told.',
  })
  validTo?: string;
}

@InputType({ description: 'How a recorded consent is proven.' })
export class EvidenceInput {
  @Field(() => ID, { description: 'Id of the uploaded paper: PDF or picture.' })
  fileId!: string;

  @Field(() => Boolean, { description: 'True where it was read aloud to a client who does not read.' })
  isReadAloud!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Who heard it read aloud, up to 80 characters; asked for where it was.',
  })
  witnessName?: string;
}
