import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Organisation } from '#features/organisations';
import { AnswerRate } from '#features/matching';
import { DateScalar } from '#platform/graphql/scalars';

/** Steps of the way from enrolment to a year at work. */
export const FunnelStepName = {
  ENROLLED: 'ENROLLED',
  JOB_READY: 'JOB_READY',
  REFERRED: 'REFERRED',
  INTERVIEWED: 'INTERVIEWED',
  PLACED: 'PLACED',
  RETAINED_13: 'RETAINED_13',
  RETAINED_26: 'RETAINED_26',
  RETAINED_52: 'RETAINED_52',
} as const;
export type FunnelStepName = (typeof FunnelStepName)[keyof typeof FunnelStepName];

registerEnumType(FunnelStepName, {
  name: 'FunnelStepName',
  description: 'A step on the way from enrolment to a year at work.',
  valuesMap: {
    ENROLLED: { description: 'Entered the programme.' },
    JOB_READY: { description: 'Entry active and the first possible day reached.' },
    REFERRED: { description: 'Put forward to an enterprise at least once.' },
    INTERVIEWED: { description: 'Accepted an invitation at least once.' },
    PLACED: { description: 'Started work at least once.' },
    RETAINED_13: { description: 'At work on day 91 after the start, of those whose day has come.' },
    RETAINED_26: { description: 'At work on day 182 after the start, of those whose day has come.' },
    RETAINED_52: { description: 'At work on day 364 after the start, of those whose day has come.' },
  },
});

@ObjectType({ description: 'How many people reached a step, and of how many.' })
export class FunnelStep {
  @Field(() => FunnelStepName, { description: 'The step.' })
  step!: FunnelStepName;

  @Field(() => Int, { description: 'People who reached it.' })
  people!: number;

  @Field(() => Int, { description: 'The denominator: people of the step before, or those whose day has come.' })
  of!: number;
}

@ObjectType({ description: 'What an enterprise pledged and what became of it.' })
export class EnterpriseSlots {
  @Field(() => Organisation, { description: 'The enterprise.' })
  enterprise!: Organisation;

  @Field(() => Int, { description: 'Slots pledged in agreements in force.' })
  pledged!: number;

  @Field(() => Int, { description: 'Slots at work.' })
  filled!: number;

  @Field(() => Int, { description: 'Slots held for an offer.' })
  held!: number;

  @Field(() => Int, { description: 'Published slots that are free.' })
  open!: number;
}

@ObjectType({ description: 'How many clients a caseworker looks after.' })
export class Caseload {
  @Field(() => String, { description: 'Name of the caseworker.' })
  caseworkerName!: string;

  @Field(() => Int, { description: 'Clients with an active entry.' })
  clients!: number;
}

@ObjectType({
  description:
    'The county at a glance. Figures for the office; cells under five are suppressed in anything that leaves it.',
})
export class CountyOverview {
  @Field(() => DateScalar, { description: 'Day of the figures.' })
  asOf!: string;

  @Field(() => [FunnelStep], { description: 'From enrolment to a year at work, each with its denominator.' })
  funnel!: FunnelStep[];

  @Field(() => [EnterpriseSlots], { description: 'Slots by enterprise, largest pledge first.' })
  slots!: EnterpriseSlots[];

  @Field(() => AnswerRate, { description: 'Answers of all enterprises in the last 90 days.' })
  answerRate!: AnswerRate;

  @Field(() => Int, { description: 'Pay findings that are not closed.' })
  payFindingsOpen!: number;

  @Field(() => Int, { description: 'Follow-ups past their due day.' })
  overdueFollowUps!: number;

  @Field(() => [Caseload], { description: 'Caseloads, largest first.' })
  caseloads!: Caseload[];
}

@ObjectType({ description: 'The state of the system; no client data.' })
export class SystemOverview {
  @Field(() => Int, { description: 'Active memberships.' })
  members!: number;

  @Field(() => Int, { description: 'Announced work that is not done.' })
  outboxPending!: number;

  @Field(() => Int, {
    description: 'Age in seconds of the oldest work that is due and not done; 0 when there is none.',
  })
  outboxOldestSeconds!: number;

  @Field(() => Int, { description: 'Jobs that wait for a person.' })
  jobsFailed!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds since a worker gave a sign of life; null when none ever did.',
  })
  workerSeenSecondsAgo!: number | null;

  @Field(() => String, { description: 'Where jobs wait: redis or postgres.' })
  queueBackend!: string;
}
