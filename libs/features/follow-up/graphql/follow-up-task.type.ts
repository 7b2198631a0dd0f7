import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FollowUpTaskKind } from '#domain/follow-up/follow-up-tasks';
import { connectionTypeOf } from '#platform/graphql/connection';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar } from '#platform/graphql/scalars';

registerEnumType(FollowUpTaskKind, {
  name: 'FollowUpTaskKind',
  description: 'What follow-up gives somebody to do.',
  valuesMap: {
    SUPPORTIVE_OUTREACH: { description: 'Two follow-ups in a row without an answer: a helpful visit by the office.' },
    CONTACT_WANTED: { description: 'The person wants to be contacted.' },
    PAY_CHECK: { description: 'Pay did not come on time: look into it.' },
    EQUALITY_CHECK: { description: 'The person is not treated like her colleagues: look into it.' },
    HOURS_CHECK: { description: 'Hours or shifts are not as agreed: look into it.' },
    END_OF_WORK_CHECK: { description: 'The person says that she no longer works there: record the end.' },
    HELP_WANTED: { description: 'Help with transport, housing or hardship is wanted.' },
    CHANGE_WISHED: { description: 'The person wishes another job.' },
    TRAINING_WANTED: { description: 'The person wants training.' },
    JOB_LOSS_CONTACT: { description: 'Work ended: talk to the person.' },
    FINAL_PAY_CHECK: { description: 'Work ended: is all pay paid?' },
    NEEDS_REVIEW: { description: 'Work ended: review what the person needs.' },
    BENEFITS_CHECK: { description: 'Work ended: unemployment registration, temporary relief.' },
    NEW_PROPOSAL: { description: 'Work ended: a new proposal.' },
    ENTERPRISE_REVIEW: { description: 'Two ends of work at one enterprise within 90 days: look at it together.' },
  },
});

@ObjectType({ description: 'Something to do that follow-up brought.' })
export class FollowUpTask {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => Int, { description: 'Version; grows with each change.' })
  version!: number;

  @Field(() => FollowUpTaskKind, { description: 'What is to be done.' })
  kind!: FollowUpTaskKind;

  @Field(() => DateScalar, { description: 'By when.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'True when it is open and its day is past.' })
  isLate!: boolean;

  /** For the field `client`. */
  clientId!: string | null;

  /** For the field `enterprise`. */
  organisationId!: string | null;
}

/** FollowUpTaskConnection in the schema. */
export const FollowUpTaskConnection = connectionTypeOf(FollowUpTask);

/** FollowUpTaskPayload in the schema. */
export const FollowUpTaskPayload = payloadTypeOf(FollowUpTask, 'task');
