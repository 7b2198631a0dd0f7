import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '#platform/graphql/scalars';

@ObjectType({ description: 'One meeting of a course.' })
export class Lesson {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Name of the course.' })
  courseName!: string;

  @Field(() => Int, { description: 'Which lesson of the session it is, from 1.' })
  lessonNumber!: number;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => String, { description: 'Room; empty where none is set yet.' })
  roomName!: string;

  @Field(() => String, { description: 'Name of the trainer; empty where none is set yet.' })
  trainerName!: string;

  @Field(() => Boolean, { description: 'True when it was called off, alone or with its whole session.' })
  isCancelled!: boolean;
}
