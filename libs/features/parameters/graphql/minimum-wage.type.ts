import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Money } from '#platform/graphql/money.type';
import { payloadTypeOf } from '#platform/graphql/payload';
import { DateScalar, DecimalScalar } from '#platform/graphql/scalars';

@ObjectType({ description: 'The minimum wage of the county from a day on.' })
export class MinimumWage {
  @Field(() => ID, { description: 'Id of the row.' })
  id!: string;

  @Field(() => DateScalar, { description: 'First day; it may lie before the day on which it was published.' })
  effectiveFrom!: string;

  @Field(() => Money, { description: 'For a month of full-time work.' })
  monthly!: Money;

  @Field(() => Money, { description: 'For an hour of part-time work.' })
  hourly!: Money;

  @Field(() => Boolean, { description: 'True where the employee’s social insurance comes on top of it.' })
  excludesEmployeeSi!: boolean;

  @Field(() => String, { description: 'Document that says so.' })
  source!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day of publication; null = not known.' })
  publishedOn!: string | null;

  @Field(() => Boolean, { description: 'False until the county has confirmed the figures.' })
  isVerified!: boolean;
}

/** MinimumWagePayload in the schema. */
export const MinimumWagePayload = payloadTypeOf(MinimumWage, 'minimumWage');

@InputType({ description: 'A row of the minimum wage.' })
export class MinimumWageInput {
  @Field(() => DateScalar, { description: 'First day; of a row that is there it stays as it is.' })
  effectiveFrom!: string;

  @Field(() => DecimalScalar, { description: 'Yuan for a month of full-time work.' })
  monthly!: string;

  @Field(() => DecimalScalar, { description: 'Yuan for an hour of part-time work.' })
  hourly!: string;

  @Field(() => Boolean, { description: 'Whether the employee’s social insurance comes on top of it.' })
  excludesEmployeeSi!: boolean;

  @Field(() => String, { description: 'Document that says so, up to 200 characters.' })
  source!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day of publication; absent or null = not known.' })
  publishedOn?: string | null;

  @Field(() => Boolean, { description: 'Whether the county has confirmed the figures.' })
  isVerified!: boolean;
}
