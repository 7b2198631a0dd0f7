import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { RunState } from '#domain/common/run-lifecycle';
import { PayVerdict } from '#domain/pay-equity/pay-codes';
import { Money } from '#platform/graphql/money.type';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar, DateTimeScalar } from '#platform/graphql/scalars';

@ObjectType({ description: 'One equal-pay run over a month. The four counts add up to the lines expected.' })
export class PayCheckRun {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Month YYYY-MM.' })
  period!: string;

  @Field(() => RunState, { description: 'Where it stands.' })
  state!: RunState;

  @Field(() => Int, { description: 'Counts the runs over the month, from 1.' })
  revision!: number;

  @Field(() => Int, { description: 'People at work in the month, each one line.' })
  linesExpected!: number;

  @Field(() => Int, { description: 'Lines that enterprises declared for them.' })
  linesReceived!: number;

  @Field(() => Int, { description: 'As it should be.' })
  compliant!: number;

  @Field(() => Int, { description: 'A person should look.' })
  review!: number;

  @Field(() => Int, { description: 'People with something to verify.' })
  findings!: number;

  @Field(() => Int, { description: 'Too little data, a missing line among it.' })
  insufficient!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it began; null while queued.' })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null before.' })
  finishedAt!: Date | null;
}

/** PayCheckRunPayload in the schema. */
export const PayCheckRunPayload = payloadTypeOf(PayCheckRun, 'payCheckRun');

@ObjectType({ description: 'What a month’s pay check says to the person herself, in plain figures.' })
export class MyPayCheck {
  @Field(() => String, { description: 'Month YYYY-MM.' })
  period!: string;

  @Field(() => PayVerdict, { description: 'What it comes to.' })
  verdict!: PayVerdict;

  @Field(() => Money, {
    nullable: true,
    description: 'What was paid for the month, before deductions; null where nothing was declared.',
  })
  received!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What of it counts towards the minimum wage; null where it cannot be told.',
  })
  countedTowardsMinimum!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'The minimum wage for the month’s days or hours; null where it cannot be told.',
  })
  minimumWage!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What is missing to the minimum wage or to the contract, whichever is more; null where nothing is.',
  })
  shortfall!: Money | null;

  @Field(() => Boolean, { description: 'False while the county has not confirmed the minimum wage.' })
  minimumWageVerified!: boolean;
}

@ObjectType({ description: 'A month of an enterprise’s payroll: when it is due and what came in.' })
export class PayrollMonth {
  @Field(() => String, { description: 'Month YYYY-MM.' })
  period!: string;

  @Field(() => DateScalar, { description: 'Last day for it: day 20 of the next month.' })
  deadline!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the latest file came in; null where none did.' })
  receivedAt!: Date | null;

  @Field(() => Int, { description: 'Lines on record.' })
  lines!: number;

  @Field(() => Boolean, { description: 'True when the deadline is past and nothing came in.' })
  isMissing!: boolean;

  @Field(() => Boolean, { description: 'True when the first file came after the deadline.' })
  isLate!: boolean;

  @Field(() => Int, { description: 'Declarations on record; the latest counts.' })
  declarations!: number;
}
