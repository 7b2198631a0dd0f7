import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CorrectionField, CorrectionStatus } from '#domain/data-rights/correction';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';

registerEnumType(CorrectionStatus, {
  name: 'CorrectionStatus',
  description: 'Where a request to correct something stands.',
  valuesMap: {
    REQUESTED: { description: 'Waits for an answer.' },
    ACCEPTED: { description: 'Corrected.' },
    DECLINED: { description: 'Not corrected; the answer says why.' },
    WITHDRAWN: { description: 'Taken back.' },
  },
});

registerEnumType(CorrectionField, {
  name: 'CorrectionField',
  description: 'What a client may say is wrong.',
  valuesMap: {
    NAME: { description: 'Name.' },
    PHONE: { description: 'Phone number.' },
    BIRTH_YEAR: { description: 'Year of birth.' },
    TOWNSHIP: { description: 'Town or township.' },
    EDUCATION: { description: 'Highest education.' },
    SKILLS: { description: 'Skills.' },
    CERTIFICATES: { description: 'Certificates.' },
    WISHES: { description: 'Wishes for work, hours and pay.' },
    TRAINING: { description: 'Training and attendance.' },
    PLACEMENT: { description: 'Work and contract.' },
    PAY: { description: 'Pay.' },
    OTHER: { description: 'Anything else.' },
  },
});

@ObjectType({ description: 'What a client says is wrong about her, and what she was answered.' })
export class CorrectionRequest {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  /** For the field `client`. */
  clientId!: string;

  @Field(() => CorrectionField, { description: 'What is wrong.' })
  field!: CorrectionField;

  @Field(() => String, { description: 'What would be right, in her words.' })
  text!: string;

  @Field(() => CorrectionStatus, { description: 'Where it stands.' })
  status!: CorrectionStatus;

  @Field(() => DateTimeScalar, { description: 'When she said it.' })
  requestedAt!: Date;

  @Field(() => DateScalar, { description: 'Last day for an answer.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'True where it waits beyond its last day.' })
  isLate!: boolean;

  @Field(() => String, { nullable: true, description: 'What she was answered; null before.' })
  answer!: string | null;
}

/** Answer of a mutation that concerns one request. */
export const CorrectionRequestPayload = payloadTypeOf(CorrectionRequest, 'correctionRequest');

@InputType({ description: 'What is wrong about oneself.' })
export class CorrectionInput {
  @Field(() => CorrectionField, { description: 'What is wrong.' })
  field!: CorrectionField;

  @Field(() => String, { description: 'What would be right, 2..500 characters.' })
  text!: string;
}

@InputType({ description: 'The answer to a request to correct something.' })
export class CorrectionAnswerInput {
  @Field(() => Boolean, { description: 'True where it was corrected.' })
  isAccepted!: boolean;

  @Field(() => String, { description: 'What she reads, 2..500 characters.' })
  text!: string;
}
