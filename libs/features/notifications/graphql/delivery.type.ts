import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DeliveryChannel, DeliveryReason } from '#domain/common/delivery-attempt';
import { connectionTypeOf } from '#platform/graphql/connection';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';
import { DeliveryState } from '#platform/outbox/delivery.entity';

registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: 'What became of a delivery.',
  valuesMap: {
    SENT: { description: 'The provider took it.' },
    UNCONFIRMED: { description: 'It may have been sent: the answer was lost, and it is not sent again.' },
    SKIPPED: { description: 'There was nothing to send any more, or the channel is off.' },
    FAILED: { description: 'It did not leave; it is tried again, or waits for a person.' },
  },
});

registerEnumType(DeliveryChannel, {
  name: 'DeliveryChannel',
  description: 'By which way a message leaves.',
  valuesMap: {
    MAIL: { description: 'Mail.' },
    SMS: { description: 'Text message.' },
    WECHAT: { description: 'Service message of WeChat Work.' },
    IN_APP: { description: 'In the application.' },
  },
});

registerEnumType(DeliveryReason, {
  name: 'DeliveryReason',
  description: 'Why a delivery failed, or why nobody knows.',
  valuesMap: {
    UNREACHABLE: { description: 'There was no connection to the provider.' },
    BUSY: { description: 'The provider took nothing at the moment.' },
    NOT_AUTHORISED: { description: 'The provider did not accept who we are: a matter for the operator.' },
    REFUSED: { description: 'The provider refused this message.' },
    NO_SUCH_ADDRESS: { description: 'There is no such mailbox.' },
    NO_ANSWER: { description: 'No answer came in time.' },
    UNREADABLE_ANSWER: { description: 'The answer could not be read.' },
    PROVIDER_FAULT: { description: 'The provider had a fault of its own.' },
    INTERRUPTED: { description: 'The worker was stopped while it had the message in its hands.' },
  },
});

@ObjectType({ description: 'One delivery: its outcome, never its words, its number or its reader.' })
export class Delivery {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'The kind of reminder, message or notice, such as FOLLOW_UP.' })
  kind!: string;

  @Field(() => DeliveryChannel, { description: 'By which way it left.' })
  channel!: DeliveryChannel;

  @Field(() => DeliveryState, { description: 'What became of it.' })
  state!: DeliveryState;

  @Field(() => DeliveryReason, { nullable: true, description: 'Why it failed or is unconfirmed; null otherwise.' })
  reason!: DeliveryReason | null;

  @Field(() => Int, { description: 'Tries.' })
  attempts!: number;

  @Field(() => DateScalar, { description: 'The day of the outcome.' })
  day!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a failed one is tried again; null = it is not, or waits for a person.',
  })
  nextTryAt!: Date | null;

  /** For the cursor. */
  sortKey!: string;
}

/** DeliveryConnection in the schema. */
export const DeliveryConnection = connectionTypeOf(Delivery);

@InputType({ description: 'Which deliveries are shown.' })
export class DeliveryFilter {
  @Field(() => [DeliveryState], { nullable: true, description: 'Only these outcomes; absent = all.' })
  state?: DeliveryState[] | null;

  @Field(() => [DeliveryChannel], { nullable: true, description: 'Only these ways; absent = all.' })
  channel?: DeliveryChannel[] | null;
}
