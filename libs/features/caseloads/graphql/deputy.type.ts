import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar } from '#platform/graphql/scalars';

@ObjectType({ description: 'A caseworker of one’s own office.' })
export class Colleague {
  @Field(() => ID, { description: 'Id of her membership.' })
  id!: string;

  @Field(() => String, { description: 'Her name.' })
  displayName!: string;
}

@ObjectType({ description: 'Who looks after a colleague’s caseload, from one day to another.' })
export class Deputy {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => ID, { description: 'Membership of the caseworker who is away.' })
  caseworkerId!: string;

  @Field(() => String, { description: 'Name of the caseworker who is away.' })
  caseworkerName!: string;

  @Field(() => ID, { description: 'Membership of the deputy.' })
  deputyId!: string;

  @Field(() => String, { description: 'Name of the deputy.' })
  deputyName!: string;

  @Field(() => DateScalar, { description: 'First day.' })
  fromOn!: string;

  @Field(() => DateScalar, { description: 'Last day; on the day after, the deputy sees nothing any more.' })
  toOn!: string;

  @Field(() => Int, { description: 'Clients of that caseload, as far as the reader sees them today.' })
  clients!: number;
}

@InputType({ description: 'A deputy to be named.' })
export class DeputyInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Membership of the caseworker who is away; a supervisor must name her, a caseworker is it herself.',
  })
  caseworkerId?: string | null;

  @Field(() => ID, { description: 'Membership of the deputy: a caseworker of the same office.' })
  deputyId!: string;

  @Field(() => DateScalar, { description: 'First day, today at the earliest.' })
  fromOn!: string;

  @Field(() => DateScalar, { description: 'Last day; at most 60 days in all.' })
  toOn!: string;
}

/** DeputyPayload in the schema. */
export const DeputyPayload = payloadTypeOf(Deputy, 'deputy');
