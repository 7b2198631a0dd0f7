import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EnrolmentStatus } from '#domain/training/enrolment-lifecycle';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateTimeScalar } from '#platform/graphql/scalars';

registerEnumType(EnrolmentStatus, {
  name: 'EnrolmentStatus',
  description: 'Where an enrolment stands.',
  valuesMap: {
    REQUESTED: { description: 'Asked for; the base has not confirmed it.' },
    CONFIRMED: { description: 'Has a seat.' },
    WAITLISTED: { description: 'On the waiting list.' },
    ATTENDING: { description: 'Takes part.' },
    COMPLETED: { description: 'Finished the course.' },
    DROPPED: { description: 'Left the course.' },
    NO_SHOW: { description: 'Did not come.' },
  },
});

@ObjectType({ description: 'Somebody in a session of a course.' })
export class Enrolment {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => EnrolmentStatus, { description: 'Where it stands.' })
  status!: EnrolmentStatus;

  @Field(() => DateTimeScalar, { description: 'When the seat was asked for; the order of the waiting list.' })
  requestedAt!: Date;
}

/** EnrolmentPayload in the schema. */
export const EnrolmentPayload = payloadTypeOf(Enrolment, 'enrolment');
