import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Client } from '#features/clients';
import { ConsentGrant } from '#features/consent';
import { FollowUp, FollowUpTask } from '#features/follow-up';
import { Organisation } from '#features/organisations';
import { PayFinding } from '#features/pay-equity';
import { Referral } from '#features/referrals';
import { DateScalar } from '#platform/graphql/scalars';
import type { ChaseReason as Reason } from '../today.repository';

/** The reasons as the schema names them. */
const ChaseReason = {
  POSITION_STALE: 'POSITION_STALE',
  PAYROLL_MISSING: 'PAYROLL_MISSING',
  AGREEMENT_EXPIRING: 'AGREEMENT_EXPIRING',
} as const satisfies Record<Reason, Reason>;

registerEnumType(ChaseReason, {
  name: 'ChaseReason',
  description: 'Why an enterprise should be rung up.',
  valuesMap: {
    POSITION_STALE: { description: 'It has not confirmed positions for 90 days.' },
    PAYROLL_MISSING: { description: 'The payroll of the latest month that is due has not come.' },
    AGREEMENT_EXPIRING: { description: 'Its agreement ends within 60 days.' },
  },
});

@ObjectType({ description: 'An enterprise that has not answered yet.' })
export class AwaitedAnswers {
  @Field(() => Organisation, { description: 'The enterprise.' })
  enterprise!: Organisation;

  @Field(() => Int, { description: 'Clients who wait for it.' })
  people!: number;

  @Field(() => DateScalar, { description: 'The earliest answer-by day.' })
  earliestRespondBy!: string;
}

@ObjectType({ description: 'A client without work in whose matter nothing has moved for 30 days.' })
export class StalledClient {
  @Field(() => Client, { description: 'The client.' })
  client!: Client;

  @Field(() => DateScalar, { description: 'Day of the last contact, referral step or end of work; else of the entry.' })
  lastChangedOn!: string;

  @Field(() => Int, { description: 'Days since then.' })
  idleDays!: number;
}

@ObjectType({ description: 'An enterprise of one’s clients that should be rung up.' })
export class ChasedEnterprise {
  @Field(() => Organisation, { description: 'The enterprise.' })
  enterprise!: Organisation;

  @Field(() => ChaseReason, { description: 'Why.' })
  reason!: Reason;

  @Field(() => DateScalar, { nullable: true, description: 'The deadline or last day; null for positions.' })
  since!: string | null;

  @Field(() => Int, { description: 'Positions that wait to be confirmed; 0 for the other reasons.' })
  positions!: number;
}

@ObjectType({ description: 'The sizes of today’s lists.' })
export class TodayCounts {
  @Field(() => Int, { description: 'Follow-ups that are due.' })
  dueFollowUps!: number;

  @Field(() => Int, { description: 'Follow-ups past their day.' })
  lateFollowUps!: number;

  @Field(() => Int, { description: 'People whose last follow-up ended without an answer.' })
  unreachedFollowUps!: number;

  @Field(() => Int, { description: 'Open tasks that follow-up brought.' })
  tasks!: number;

  @Field(() => Int, { description: 'Clients who wait for an enterprise.' })
  awaitedAnswers!: number;

  @Field(() => Int, { description: 'Referrals that wait for the client.' })
  clientDecisions!: number;

  @Field(() => Int, { description: 'Consents that end within 14 days.' })
  expiringConsents!: number;

  @Field(() => Int, { description: 'Clients in whose matter nothing moves.' })
  stalledClients!: number;

  @Field(() => Int, { description: 'Enterprises to ring up, by reason.' })
  enterprisesToChase!: number;

  @Field(() => Int, { description: 'Pay findings that wait for a first look, or for weighing an answer.' })
  findingsToTriage!: number;

  @Field(() => Int, { description: 'Clients with an active entry.' })
  caseload!: number;

  @Field(() => Int, { description: 'Referrals of these clients that are open.' })
  referralsOpen!: number;
}

@ObjectType({ description: 'What waits for a caseworker today, each list in the order in which to work it.' })
export class Today {
  @Field(() => [FollowUp], { description: 'Follow-ups that are due, the latest first.' })
  dueFollowUps!: FollowUp[];

  @Field(() => [FollowUp], { description: 'Last follow-ups that ended without an answer, latest first.' })
  unreachedFollowUps!: FollowUp[];

  @Field(() => [FollowUpTask], { description: 'Open tasks that follow-up brought, what is due first.' })
  tasks!: FollowUpTask[];

  @Field(() => [AwaitedAnswers], { description: 'Enterprises that have not answered, the earliest deadline first.' })
  awaitedAnswers!: AwaitedAnswers[];

  @Field(() => [Referral], { description: 'Referrals that wait for the client, the earliest deadline first.' })
  clientDecisions!: Referral[];

  @Field(() => [ConsentGrant], { description: 'Consents that end within 14 days.' })
  expiringConsents!: ConsentGrant[];

  @Field(() => [StalledClient], { description: 'Clients without work in whose matter nothing moves, longest first.' })
  stalledClients!: StalledClient[];

  @Field(() => [ChasedEnterprise], { description: 'Enterprises of one’s clients to ring up.' })
  staleEnterprises!: ChasedEnterprise[];

  @Field(() => [PayFinding], {
    description: 'Pay findings that wait for a first look, or for weighing an answer; most pressing first.',
  })
  findingsToTriage!: PayFinding[];

  @Field(() => TodayCounts, { description: 'The sizes of the lists.' })
  counts!: TodayCounts;
}
