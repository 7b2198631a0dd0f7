import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ComplaintStatus, ComplaintTopic } from '#domain/complaints/complaint';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';

registerEnumType(ComplaintStatus, {
  name: 'ComplaintStatus',
  description: 'Where a complaint stands.',
  valuesMap: {
    RECEIVED: { description: 'Received.' },
    IN_REVIEW: { description: 'Being looked into.' },
    ANSWERED: { description: 'Answered; the client may reopen it once.' },
    CLOSED: { description: 'The client is content.' },
  },
});

registerEnumType(ComplaintTopic, {
  name: 'ComplaintTopic',
  description: 'What a complaint is about.',
  valuesMap: {
    PERSON: { description: 'A person.' },
    SERVICE: { description: 'How something was done, or not done.' },
    WORKPLACE: { description: 'An enterprise or a job.' },
    OWN_DATA: { description: 'Who saw or used one’s data.' },
  },
});

@ObjectType({ description: 'Somebody whom a client may name in a complaint.' })
export class ComplaintSubject {
  @Field(() => ID, { description: 'Id of the membership.' })
  id!: string;

  @Field(() => String, { description: 'Name.' })
  displayName!: string;
}

@ObjectType({ description: 'A complaint of a client; whoever it is about never reads it.' })
export class Complaint {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => ComplaintTopic, { description: 'What it is about.' })
  topic!: ComplaintTopic;

  @Field(() => String, { nullable: true, description: 'Whom it is about; null for a matter.' })
  aboutName!: string | null;

  @Field(() => String, { description: 'The client’s words.' })
  text!: string;

  @Field(() => ComplaintStatus, { description: 'Where it stands.' })
  status!: ComplaintStatus;

  @Field(() => DateTimeScalar, { description: 'When it was received.' })
  receivedAt!: Date;

  @Field(() => DateScalar, { description: 'The last day for an answer.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'True where that day has passed without an answer.' })
  isLate!: boolean;

  @Field(() => String, { nullable: true, description: 'The latest answer; null before.' })
  answer!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered; null before.' })
  answeredAt!: Date | null;

  @Field(() => Boolean, { description: 'True where the client may reopen it.' })
  canReopen!: boolean;
}

@InputType({ description: 'A complaint.' })
export class ComplaintInput {
  @Field(() => ComplaintTopic, { description: 'What it is about.' })
  topic!: ComplaintTopic;

  @Field(() => ID, { nullable: true, description: 'Whom it is about; needed for the topic PERSON, else left out.' })
  aboutId?: string | null;

  @Field(() => String, { description: 'What happened: 4..1,000 characters.' })
  text!: string;
}

/** ComplaintPayload in the schema. */
export const ComplaintPayload = payloadTypeOf(Complaint, 'complaint');
