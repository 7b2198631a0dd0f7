import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ContactChannel } from '#domain/follow-up/contact-codes';
import { MilestoneStatus } from '#domain/follow-up/milestone-lifecycle';
import { connectionTypeOf } from '#platform/graphql/connection';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';

registerEnumType(MilestoneStatus, {
  name: 'MilestoneStatus',
  description: 'Where a follow-up milestone stands.',
  valuesMap: {
    SCHEDULED: { description: 'Planned for a later day.' },
    DUE: { description: 'Waits for a contact.' },
    DONE: { description: 'A two-way contact took place.' },
    SNOOZED: { description: 'Put off for a few working days.' },
    UNREACHED: { description: 'Not reached after the agreed attempts.' },
    CANCELLED: { description: 'No longer needed.' },
    COVERED: { description: 'Another milestone about the same day stands for it.' },
    DECLINED: { description: 'The person skipped it; that is her choice.' },
  },
});

registerEnumType(ContactChannel, {
  name: 'ContactChannel',
  description: 'By what way a contact took place.',
  valuesMap: {
    PHONE: { description: 'By phone.' },
    SMS: { description: 'By text message.' },
    WECHAT: { description: 'By WeChat.' },
    VISIT: { description: 'By an agreed visit, never at the workplace.' },
    OFFICE: { description: 'At the office.' },
    IN_APP: { description: 'In the application.' },
  },
});

/** FollowUpMilestone in the schema; the short name gives FollowUpConnection and FollowUpPayload theirs. */
@ObjectType('FollowUpMilestone', { description: 'A planned contact after a placement: is all well at work?' })
export class FollowUp {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  /** For the field `placement`. */
  placementId!: string;

  /** For the field `client`. */
  clientId!: string;

  @Field(() => Int, { description: 'Version; grows with each change.' })
  version!: number;

  @Field(() => String, { description: 'Which milestone: PRE, D1, D3, W1..W3, M1..M12, D90, D180 or D365.' })
  code!: string;

  @Field(() => DateScalar, { description: 'The day by counting alone.' })
  rawOn!: string;

  @Field(() => DateScalar, { description: 'The working day on which the contact is due.' })
  dueOn!: string;

  @Field(() => Int, { description: 'Working days after the due day in which the contact still counts.' })
  windowWorkingDays!: number;

  @Field(() => MilestoneStatus, { description: 'Where it stands.' })
  status!: MilestoneStatus;

  @Field(() => Boolean, { description: 'True when it is open and its day is past.' })
  isLate!: boolean;

  @Field(() => Int, { description: 'Working days by which it is late; 0 when it is not.' })
  daysLate!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the caseworker was last reminded by mail; null = never.',
  })
  lastRemindedAt!: Date | null;
}

/** FollowUpConnection in the schema. */
export const FollowUpConnection = connectionTypeOf(FollowUp);

/** FollowUpPayload in the schema. */
export const FollowUpPayload = payloadTypeOf(FollowUp, 'milestone');
