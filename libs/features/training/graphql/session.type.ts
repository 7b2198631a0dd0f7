import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SessionStatus } from '#domain/training/session-lifecycle';
import { Skill } from '#features/parameters';
import { connectionTypeOf } from '#platform/graphql/connection';
import { DateScalar } from '#platform/graphql/scalars';

registerEnumType(SessionStatus, {
  name: 'SessionStatus',
  description: 'Where a session of a course stands; full is derived from its seats.',
  valuesMap: {
    PLANNED: { description: 'Being prepared.' },
    OPEN: { description: 'Takes enrolments.' },
    RUNNING: { description: 'Under way.' },
    COMPLETED: { description: 'Over.' },
    CANCELLED: { description: 'Called off.' },
  },
});

@ObjectType({ description: 'What is taught, whenever it is.' })
export class Course {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Code.' })
  code!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => [Skill], { description: 'Skills that it teaches, and certificates that it leads to.' })
  teaches!: Skill[];
}

@ObjectType({ description: 'A course at a certain time, with its seats.' })
export class CourseSession {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => Course, { description: 'The course.' })
  course!: Course;

  @Field(() => Int, { description: 'Which session of the course it is, from 1.' })
  number!: number;

  @Field(() => Int, { description: 'Seats.' })
  seats!: number;

  @Field(() => Int, { description: 'Seats that are taken.' })
  seatsTaken!: number;

  @Field(() => DateScalar, { description: 'First day of enrolment.' })
  enrolFrom!: string;

  @Field(() => DateScalar, { description: 'Last day of enrolment.' })
  enrolTo!: string;

  @Field(() => DateScalar, { description: 'First day.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day.' })
  endsOn!: string;

  @Field(() => String, { description: 'Name of the trainer; empty where none is set yet.' })
  trainerName!: string;

  @Field(() => SessionStatus, { description: 'Where it stands.' })
  status!: SessionStatus;
}

/** CourseSessionConnection in the schema. */
export const CourseSessionConnection = connectionTypeOf(CourseSession);
