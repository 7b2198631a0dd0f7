import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '#platform/graphql/scalars';
import { payloadTypeOf } from '#platform/graphql/payload';

@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class PartWeights {
  @Field(() => Int, { description: 'Points of the part skills, 0..10,000.' })
  skills!: number;

  @Field(() => Int, { description: 'Points of the part occupation wish, 0..10,000.' })
  occupation!: number;

  @Field(() => Int, { description: 'Points of the part commute, 0..10,000.' })
  commute!: number;

  @Field(() => Int, { description: 'Points of the part pay against the wish, 0..10,000.' })
  pay!: number;

  @Field(() => Int, { description: 'Points of the part shift and hours wish, 0..10,000.' })
  shiftAndHours!: number;

  @Field(() => Int, { description: 'Points of the part housing and meals wish, 0..10,000.' })
  benefits!: number;
}

@InputType({ description: 'Points of each part of the score; 10,000 together.' })
export class ScoreWeightsInput extends PartWeights {}

@ObjectType({ description: 'A version of the points of each part, and the day from which it counts.' })
export class ScoreWeights extends PartWeights {
  @Field(() => Int, { description: 'Number of the version, from 1.' })
  version!: number;

  @Field(() => DateScalar, { nullable: true, description: 'First day; null for the version every county begins with.' })
  effectiveFrom!: string | null;
}

@ObjectType({ description: 'For how many people a position comes first, now and under the other weights.' })
export class MovedPosition {
  /** For the field `position`. */
  positionId!: string;

  @Field(() => Int, { description: 'People for whom it comes first now.' })
  before!: number;

  @Field(() => Int, { description: 'People for whom it would come first.' })
  after!: number;
}

@ObjectType({ description: 'What other weights would change today; nothing of it is written.' })
export class ScoreWeightsPreview {
  @Field(() => Int, { description: 'People with a feasible position who were asked, 300 at most.' })
  people!: number;

  @Field(() => Int, { description: 'Those whose best position would be another.' })
  changed!: number;

  @Field(() => [MovedPosition], { description: 'Positions that come first more or less often, ten at most.' })
  positions!: MovedPosition[];
}

/** ScoreWeightsPayload in the schema. */
export const ScoreWeightsPayload = payloadTypeOf(ScoreWeights, 'scoreWeights');
