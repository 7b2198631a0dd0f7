import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ContactChannel } from '#domain/follow-up/contact-codes';
import { SnoozeReason } from '#domain/follow-up/snooze';
import { WorkAnswer } from '#domain/follow-up/work-questions';
import { DateScalar } from '#platform/graphql/scalars';

@InputType({ description: 'Answers to the eight work-related questions of a follow-up; each may be skipped.' })
export class FollowUpAnswersInput {
  @Field(() => WorkAnswer, { nullable: true, description: 'Still working there? Absent or null = skipped.' })
  stillWorking?: WorkAnswer | null;

  @Field(() => WorkAnswer, { nullable: true, description: 'Hours and shifts as agreed? Absent or null = skipped.' })
  asAgreed?: WorkAnswer | null;

  @Field(() => WorkAnswer, { nullable: true, description: 'Paid on time, with a payslip? Absent or null = skipped.' })
  paidOnTime?: WorkAnswer | null;

  @Field(() => WorkAnswer, {
    nullable: true,
    description: 'Treated like colleagues in the same job? Absent or null = skipped.',
  })
  treatedEqually?: WorkAnswer | null;

  @Field(() => WorkAnswer, { nullable: true, description: 'Training wanted? Absent or null = skipped.' })
  trainingWanted?: WorkAnswer | null;

  @Field(() => WorkAnswer, {
    nullable: true,
    description: 'Help with transport, housing or hardship wanted? Absent or null = skipped.',
  })
  helpWanted?: WorkAnswer | null;

  @Field(() => WorkAnswer, { nullable: true, description: 'Another job wished? Absent or null = skipped.' })
  changeWished?: WorkAnswer | null;

  @Field(() => WorkAnswer, { nullable: true, description: 'A contact by the office wanted? Absent or null = skipped.' })
  contactWanted?: WorkAnswer | null;
}

@InputType({ description: 'To when a follow-up is put off, and why.' })
export class SnoozeInput {
  @Field(() => DateScalar, { description: 'A working day, at most three working days ahead and within the window.' })
  until!: string;

  @Field(() => SnoozeReason, { description: 'Why.' })
  reason!: SnoozeReason;
}

@InputType({ description: 'A contact for a follow-up milestone; about work only, without free text.' })
export class ContactInput {
  @Field(() => ID, { description: 'Id of the milestone.' })
  milestoneId!: string;

  @Field(() => ContactChannel, { description: 'By what way.' })
  channel!: ContactChannel;

  @Field(() => Boolean, { description: 'True when the person answered: only then the milestone is done.' })
  isTwoWay!: boolean;

  @Field(() => Int, { nullable: true, description: 'Minutes, 0..1440; absent or null where not measured.' })
  durationMinutes?: number | null;

  @Field(() => FollowUpAnswersInput, {
    nullable: true,
    description: 'What was answered; absent or null where nothing was asked. Only with a contact that was answered.',
  })
  answers?: FollowUpAnswersInput | null;
}
