import { Field, InputType, Int } from '@nestjs/graphql';
import { DateScalar, DecimalScalar } from '#platform/graphql/scalars';

@InputType({ description: 'What the signed contract says; what is absent or null is not known or not in it.' })
export class ContractTermsInput {
  @Field(() => DateScalar, { nullable: true, description: 'Day on which both had signed, today at the latest.' })
  signedOn?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Yuan a month that overtime is reckoned from; null = the agreed pay.',
  })
  overtimeBase?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Yuan a month that the lowest grade of the same job is paid.',
  })
  lowestSameJob?: string | null;

  @Field(() => Int, { description: 'Days between two payments of wages, 1..31.' })
  payCycleDays!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of probation; null without probation.' })
  probationEndOn?: string | null;
}
