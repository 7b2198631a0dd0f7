import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ContactChannel } from '#domain/follow-up/contact-codes';
import { MilestoneStatus } from '#domain/follow-up/milestone-lifecycle';
import { MilestoneCode } from '#domain/follow-up/milestone-template';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar } from '#platform/graphql/scalars';

const month = (count: number) => ({ description: `${count} months after the start, held to the month’s last day.` });

registerEnumType(MilestoneCode, {
  name: 'MilestoneCode',
  description: 'Which milestone after a placement.',
  valuesMap: {
    PRE: { description: 'In the days before the start.' },
    D1: { description: 'The day after the start.' },
    D3: { description: 'Within three days.' },
    W1: { description: 'The first week.' },
    W2: { description: 'The second week.' },
    W3: { description: 'The third week.' },
    M1: month(1),
    M2: month(2),
    M3: month(3),
    M4: month(4),
    M5: month(5),
    M6: month(6),
    M7: month(7),
    M8: month(8),
    M9: month(9),
    M10: month(10),
    M11: month(11),
    M12: month(12),
    D90: { description: 'Evidence of work on day 90.' },
    D180: { description: 'Evidence of work on day 180.' },
    D365: { description: 'Evidence of work on day 365.' },
  },
});

/** How a milestone counts from the start. */
export const OffsetUnit = { DAYS: 'DAYS', MONTHS: 'MONTHS' } as const;
registerEnumType(OffsetUnit, {
  name: 'OffsetUnit',
  description: 'How a milestone counts from the start.',
  valuesMap: { DAYS: { description: 'In days.' }, MONTHS: { description: 'In months.' } },
});

@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class Choice {
  @Field(() => MilestoneCode, { description: 'Which milestone.' })
  code!: MilestoneCode;

  @Field(() => Boolean, { description: 'False = thinned out: placements are planned without it.' })
  isPlanned!: boolean;

  @Field(() => Int, { description: 'Days or months from the start, as the milestone counts; negative = before it.' })
  offsetCount!: number;

  @Field(() => Int, { description: 'Working days around its day in which the contact counts.' })
  windowWorkingDays!: number;

  @Field(() => ContactChannel, { description: 'By what way the contact is meant to take place.' })
  channel!: ContactChannel;
}

@InputType({ description: 'What is chosen for one milestone.' })
export class MilestoneChoiceInput extends Choice {}

@InputType({ description: 'A template of milestones and the day from which it counts.' })
export class MilestoneTemplateInput {
  @Field(() => [MilestoneChoiceInput], { description: 'Each milestone once.' })
  milestones!: MilestoneChoiceInput[];

  @Field(() => DateScalar, { description: 'First day; today at the earliest.' })
  effectiveFrom!: string;
}

@ObjectType({ description: 'What a template says of one milestone, and what may be chosen for it.' })
export class MilestoneTemplateRow extends Choice {
  @Field(() => OffsetUnit, { description: 'How it counts from the start.' })
  unit!: 'DAYS' | 'MONTHS';

  @Field(() => Boolean, { description: 'Whether a county may leave it out.' })
  mayThin!: boolean;

  @Field(() => Int, { description: 'Earliest count from the start.' })
  leastOffset!: number;

  @Field(() => Int, { description: 'Latest count from the start; the same as the earliest = fixed.' })
  mostOffset!: number;

  @Field(() => Int, { description: 'Narrowest window in working days.' })
  leastWindow!: number;

  @Field(() => Int, { description: 'Widest window in working days.' })
  mostWindow!: number;

  @Field(() => [ContactChannel], { description: 'Ways of contact that may be chosen.' })
  channels!: ContactChannel[];
}

@ObjectType({ description: 'A version of the county’s template of milestones.' })
export class MilestoneTemplate {
  @Field(() => Int, { description: 'Number of the version, from 1.' })
  version!: number;

  @Field(() => DateScalar, { nullable: true, description: 'First day; null for the version every county begins with.' })
  effectiveFrom!: string | null;

  @Field(() => [MilestoneTemplateRow], { description: 'Its milestones in order.' })
  milestones!: MilestoneTemplateRow[];
}

@ObjectType({ description: 'A milestone as it would be planned.' })
export class PreviewedMilestone {
  @Field(() => MilestoneCode, { description: 'Which milestone.' })
  code!: MilestoneCode;

  @Field(() => DateScalar, { nullable: true, description: 'The day by counting alone; null = thinned out.' })
  rawOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The working day on which it would be due; null = thinned out.',
  })
  dueOn!: string | null;

  @Field(() => MilestoneStatus, {
    nullable: true,
    description: 'SCHEDULED, COVERED by a neighbour, or CANCELLED because its day is gone; null = thinned out.',
  })
  status!: MilestoneStatus | null;

  @Field(() => MilestoneCode, { nullable: true, description: 'Which one stands for it; null unless COVERED.' })
  coveredBy!: MilestoneCode | null;

  @Field(() => Boolean, { description: 'The year has no official table of holidays yet; the day may move.' })
  isProvisional!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Due day by the template that counts today; null = thinned out today.',
  })
  dueOnNow!: string | null;
}

@ObjectType({ description: 'The plan of somebody who begins on a day; nothing of it is written.' })
export class MilestonePlanPreview {
  @Field(() => [PreviewedMilestone], {
    description: 'Milestones in order; one that is thinned out then and now is left out.',
  })
  milestones!: PreviewedMilestone[];

  @Field(() => Int, { description: 'Contacts that would be planned.' })
  contacts!: number;

  @Field(() => Int, { description: 'Contacts by the template that counts today.' })
  contactsNow!: number;
}

/** MilestoneTemplatePayload in the schema. */
export const MilestoneTemplatePayload = payloadTypeOf(MilestoneTemplate, 'milestoneTemplate');
