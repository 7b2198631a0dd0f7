import './referral-enums';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Shift } from '#domain/positions/position-codes';
import { ReferralStatus } from '#domain/referrals/referral-lifecycle';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';

@InputType({ description: 'Which referrals to list; what is absent does not filter.' })
export class ReferralFilter {
  @Field(() => [ReferralStatus], { nullable: true, description: 'In one of these states.' })
  status?: ReferralStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'For this position.' })
  positionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this client.' })
  clientId?: string | null;
}

@InputType({ description: 'Which candidates to list; what is absent does not filter.' })
export class CandidateFilter {
  @Field(() => [ReferralStatus], { nullable: true, description: 'In one of these states.' })
  status?: ReferralStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'For this position.' })
  positionId?: string | null;
}

@InputType({
  description: 'When and where to meet. There is no unpaid trial: trying out is probation inside a contract.',
})
export class InvitationInput {
  @Field(() => DateTimeScalar, { description: 'When; not in the past.' })
  at!: Date;

  @Field(() => String, { description: 'Where.' })
  place!: string;

  @Field(() => Int, { nullable: true, description: 'Hours of a paid work sample, 1..4.' })
  paidWorkSampleHours?: number | null;
}

@InputType({ description: 'All terms of the contract.' })
export class OfferInput {
  @Field(() => Int, {
    description: 'Monthly pay in fen for the weekly hours; not below the minimum wage and not below what was posted.',
  })
  payFen!: number;

  @Field(() => Int, { description: 'Hours a week, 1..44.' })
  weeklyHours!: number;

  @Field(() => Shift, { description: 'Shift.' })
  shift!: Shift;

  @Field(() => DateScalar, { description: 'First day at work, inside the agreement.' })
  hireDate!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the contract; absent where open-ended.' })
  contractTo?: string | null;

  @Field(() => Int, { nullable: true, description: 'Months of probation within the law’s limit; 0 unless told.' })
  probationMonths?: number | null;

  @Field(() => Int, { description: 'Days between pay days: 31 at most, 15 for part-time work.' })
  payCycleDays!: number;
}
