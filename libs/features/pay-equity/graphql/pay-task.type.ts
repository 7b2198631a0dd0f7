import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PayTaskKind, PayTaskOutcome } from '#domain/pay-equity/pay-tasks';
import { Money } from '#platform/graphql/money.type';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar } from '#platform/graphql/scalars';

registerEnumType(PayTaskKind, {
  name: 'PayTaskKind',
  description: 'What a supervisor decides about pay beside findings.',
  valuesMap: {
    PAY_RETALIATION_REVIEW: {
      description: 'A dismissal or a pay cut within 90 days of a finding that the enterprise was told.',
    },
    PAYROLL_REQUEST: { description: 'The whole payroll is to be asked for, which names nobody.' },
    SEGREGATED_POST_REVIEW: {
      description: 'A post where half of the workers or more are clients is compared by hand.',
    },
  },
});

registerEnumType(PayTaskOutcome, {
  name: 'PayTaskOutcome',
  description: 'What became of it.',
  valuesMap: {
    IN_ORDER: { description: 'Looked at; nothing more to do.' },
    TAKEN_UP: { description: 'Taken up with the enterprise or with who can help.' },
  },
});

@ObjectType({ description: 'Another job of the same enterprise, with five colleagues or more.' })
export class OtherPost {
  @Field(() => String, { description: 'The enterprise’s code of the job.' })
  post!: string;

  @Field(() => Int, { description: 'Colleagues in it.' })
  workers!: number;

  @Field(() => Money, { description: 'Their monthly median, rounded to 50 yuan.' })
  median!: Money;
}

@ObjectType({ description: 'What stands side by side for a post where half of the workers or more are clients.' })
export class GatheredPost {
  @Field(() => String, { description: 'The enterprise’s code of the job.' })
  post!: string;

  @Field(() => Int, { description: 'Clients in it.' })
  clients!: number;

  @Field(() => Int, { description: 'Everybody in it.' })
  workers!: number;

  @Field(() => Money, {
    nullable: true,
    description: 'The clients’ monthly median, rounded to 50 yuan; null below five.',
  })
  median!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'The least pay that the post was published with; null where it was not.',
  })
  postedMin!: Money | null;

  @Field(() => [OtherPost], { description: 'Other jobs under the same pay basis, at most three.' })
  others!: OtherPost[];
}

@ObjectType({ description: 'A supervisor’s task about pay that is no finding.' })
export class PayTask {
  /** For the fields `enterprise`, `finding` and `gathered`. */
  organisationId!: string;
  findingId!: string | null;

  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => PayTaskKind, { description: 'What is to be decided.' })
  kind!: PayTaskKind;

  @Field(() => String, { nullable: true, description: 'Month YYYY-MM; null where it is about none.' })
  period!: string | null;

  @Field(() => DateScalar, { description: 'The last day for it.' })
  dueOn!: string;
}

/** PayTaskPayload in the schema. */
export const PayTaskPayload = payloadTypeOf(PayTask, 'payTask');
