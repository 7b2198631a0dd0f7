import './batch-enums';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PlacementPolicyName } from '#domain/group-placement/batch-codes';
import { DateTimeScalar } from '#platform/graphql/scalars';

@ObjectType({ description: 'What one way of placing would give.' })
export class PlacementPolicyFigures {
  @Field(() => PlacementPolicyName, { description: 'Which way.' })
  policy!: PlacementPolicyName;

  @Field(() => Int, { description: 'People placed.' })
  placed!: number;

  @Field(() => Int, { description: 'Total fit of the placed.' })
  totalFit!: number;

  @Field(() => Int, { nullable: true, description: 'The fit of who fits worst; null when nobody is placed.' })
  worstFit!: number | null;

  @Field(() => Int, { description: 'Pairs of a client and a position who would both rather have each other.' })
  blockingPairs!: number;
}

@ObjectType({ description: 'How widely the placement spreads.' })
export class PlacementDiversity {
  @Field(() => Int, {
    nullable: true,
    description: 'Herfindahl–Hirschman index over enterprises, 0..1000; 1000 = all in one; null when nobody is placed.',
  })
  enterpriseHhiPermille!: number | null;

  @Field(() => Int, { nullable: true, description: 'The same over occupations.' })
  occupationHhiPermille!: number | null;

  @Field(() => Int, { description: 'Above it the meter warns.' })
  limitPermille!: number;
}

@ObjectType({ description: 'A result of the solver with its figures, stored as it was found.' })
export class BatchOutcome {
  @Field(() => Int, { description: 'People placed, locked ones included.' })
  placed!: number;

  @Field(() => Int, { description: 'Total fit of the placed, 10,000 at most for each.' })
  totalFit!: number;

  @Field(() => Int, { nullable: true, description: 'The fit of who fits worst; null when nobody is placed.' })
  worstFit!: number | null;

  @Field(() => Int, { nullable: true, description: 'Mean fit of the placed, rounded; null when nobody is placed.' })
  meanFit!: number | null;

  @Field(() => Boolean, {
    description:
      'True: the checker, which shares no code with the solver, found the proof sound before it was written.',
  })
  provenMost!: boolean;

  @Field(() => Int, { description: 'Placed people who named occupations they wish for.' })
  withWish!: number;

  @Field(() => Int, { description: 'Those of them placed in one of these occupations.' })
  wishMatched!: number;

  @Field(() => String, { description: 'Version of the solver.' })
  solverVersion!: string;

  @Field(() => String, {
    description: 'SHA-256 over pairs, decisions and version of the weights: the same gives the same placement.',
  })
  inputHash!: string;

  @Field(() => Int, { description: 'Version of the county’s weights of the score.' })
  weightsVersion!: number;

  @Field(() => DateTimeScalar, { description: 'When the pairs were read.' })
  readAt!: Date;

  @Field(() => [PlacementPolicyFigures], { description: 'Four ways side by side, the one that counts first.' })
  policies!: PlacementPolicyFigures[];

  @Field(() => PlacementDiversity, { description: 'How widely it spreads.' })
  diversity!: PlacementDiversity;
}
