import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateTimeScalar } from '#platform/graphql/scalars';

@ObjectType({ description: 'A job whose tries are used up, and that waits for a person. Nothing of its data.' })
export class WaitingJob {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'The kind of job, such as reminder.deliver.' })
  job!: string;

  @Field(() => Int, { description: 'Tries since it was last put on a queue.' })
  attempts!: number;

  @Field(() => String, { description: 'Why, as a constant sentence in English.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it stopped.' })
  failedAt!: Date;
}

/** WaitingJobPayload in the schema. */
export const WaitingJobPayload = payloadTypeOf(WaitingJob, 'waitingJob');

@ObjectType({ description: 'How it stands with one kind of job of the county, by the database.' })
export class JobKind {
  @Field(() => String, { description: 'The kind of job.' })
  job!: string;

  @Field(() => String, { description: 'The queue that it goes through.' })
  queue!: string;

  @Field(() => Int, { description: 'Due, and not yet on its queue.' })
  waiting!: number;

  @Field(() => Int, { description: 'On its queue, or in a worker’s hands.' })
  queued!: number;

  @Field(() => Int, { description: 'Due later, or resting after a fault.' })
  later!: number;

  @Field(() => Int, { description: 'Waiting for a person.' })
  failed!: number;

  @Field(() => Int, { description: 'Done in the last 24 hours.' })
  doneInADay!: number;

  @Field(() => Float, { nullable: true, description: 'Age in seconds of the oldest due one; null = none waits.' })
  oldestSeconds!: number | null;
}
