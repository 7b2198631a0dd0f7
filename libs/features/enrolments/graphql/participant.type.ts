import { Field, ID, ObjectType } from '@nestjs/graphql';
import { EnrolmentStatus } from '#domain/training/enrolment-lifecycle';

@ObjectType({
  description: 'Somebody with a seat in a session, as the training base knows her: by name, and by nothing else.',
})
export class Participant {
  @Field(() => ID, { description: 'Id of the seat, not of the person.' })
  id!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => EnrolmentStatus, { description: 'Where her seat stands.' })
  status!: EnrolmentStatus;
}
