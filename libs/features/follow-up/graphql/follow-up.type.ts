import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ContactChannel } from '#domain/follow-up/contact-codes';
import { MilestoneStatus } from '#domain/follow-up/milestone-lifecycle';
import { Rung } from '#domain/follow-up/reminder-ladder';
import { SnoozeReason } from '#domain/follow-up/snooze';
import { WorkAnswer } from '#domain/follow-up/work-questions';
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

registerEnumType(SnoozeReason, {
  name: 'SnoozeReason',
  description: 'Why a follow-up is put off.',
  valuesMap: {
    CLIENT_ASKED: { description: 'The person asked for another day.' },
    SHIFT_UNSUITABLE: { description: 'The shift leaves no time today.' },
    ON_LEAVE: { description: 'The person is on leave.' },
    VISIT_ARRANGED: { description: 'A visit is arranged for that day.' },
    CASEWORKER_AWAY: { description: 'The caseworker is away.' },
  },
});

registerEnumType(Rung, {
  name: 'FollowUpRung',
  description: 'How far the ladder of a follow-up that waits has come.',
  valuesMap: {
    CASEWORKER: { description: 'Its day has come: the caseworker is reminded.' },
    CASEWORKER_AGAIN: { description: 'A working day later: she is reminded again.' },
    SUPERVISOR_DIGEST: { description: 'The supervisor reads of it in her digest.' },
    COORDINATOR_LIST: { description: 'Five working days late: it stands in the list for the team.' },
  },
});

registerEnumType(WorkAnswer, {
  name: 'WorkAnswer',
  description: 'How a question is answered.',
  valuesMap: {
    YES: { description: 'Yes.' },
    NO: { description: 'No.' },
    SKIPPED: { description: 'Not answered; that is the person’s choice.' },
  },
});

/** The eight answers by their fields. */
export type AnswerFields = Pick<
  FollowUpAnswers,
  | 'stillWorking'
  | 'asAgreed'
  | 'paidOnTime'
  | 'treatedEqually'
  | 'trainingWanted'
  | 'helpWanted'
  | 'changeWished'
  | 'contactWanted'
>;

@ObjectType({ description: 'Answers to the work-related questions of a follow-up.' })
export class FollowUpAnswers {
  @Field(() => WorkAnswer, { description: 'Still working there?' })
  stillWorking!: WorkAnswer;

  @Field(() => WorkAnswer, { description: 'Hours and shifts as agreed?' })
  asAgreed!: WorkAnswer;

  @Field(() => WorkAnswer, { description: 'Paid on time, with a payslip?' })
  paidOnTime!: WorkAnswer;

  @Field(() => WorkAnswer, { description: 'Treated like colleagues in the same job?' })
  treatedEqually!: WorkAnswer;

  @Field(() => WorkAnswer, { description: 'Training wanted?' })
  trainingWanted!: WorkAnswer;

  @Field(() => WorkAnswer, { description: 'Help with transport, housing or hardship wanted?' })
  helpWanted!: WorkAnswer;

  @Field(() => WorkAnswer, { description: 'Another job wished?' })
  changeWished!: WorkAnswer;

  @Field(() => WorkAnswer, { description: 'A contact by the office wanted?' })
  contactWanted!: WorkAnswer;

  @Field(() => Boolean, {
    description: 'True where the person answered by herself, false where her caseworker wrote it down.',
  })
  isByClient!: boolean;

  @Field(() => DateTimeScalar, { description: 'When.' })
  givenAt!: Date;
}

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

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a supervisor was last told; null = never.' })
  escalatedAt!: Date | null;

  @Field(() => Rung, {
    nullable: true,
    description: 'How far its ladder has come; null before its day and after its end.',
  })
  rung!: Rung | null;

  @Field(() => Int, { description: 'Contacts so far, answered or not.' })
  attempts!: number;

  @Field(() => Int, { description: 'How often it was put off, twice at most.' })
  snoozes!: number;

  @Field(() => DateScalar, { nullable: true, description: 'The day to which it was put off last; null = never.' })
  snoozedUntil!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day to which it may be put off today; null where it may not be.',
  })
  latestSnoozeOn!: string | null;
}

/** FollowUpConnection in the schema. */
export const FollowUpConnection = connectionTypeOf(FollowUp);

/** FollowUpPayload in the schema. */
export const FollowUpPayload = payloadTypeOf(FollowUp, 'milestone');
