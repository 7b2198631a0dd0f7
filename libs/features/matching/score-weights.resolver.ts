import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import type { ScoreWeights as PartWeights } from '#domain/matching/score-weights';
import { Position, positionOf, PositionsReader } from '#features/positions';
import { Requires } from '#platform/auth/access.decorators';
import { AppError } from '#platform/auth/app-error';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { DateScalar, UuidScalar } from '#platform/graphql/scalars';
import {
  MovedPosition,
  ScoreWeights,
  ScoreWeightsInput,
  ScoreWeightsPayload,
  ScoreWeightsPreview,
} from './graphql/score-weights.type';
import { ScoreWeightsService, type CountyWeights } from './score-weights.service';

const partsOf = (input: ScoreWeightsInput): PartWeights => ({
  SKILLS: input.skills,
  OCCUPATION: input.occupation,
  COMMUTE: input.commute,
  PAY: input.pay,
  SHIFT_AND_HOURS: input.shiftAndHours,
  BENEFITS: input.benefits,
});

const shown = ({ version, effectiveFrom, weights }: CountyWeights): ScoreWeights => ({
  version,
  effectiveFrom,
  skills: weights.SKILLS,
  occupation: weights.OCCUPATION,
  commute: weights.COMMUTE,
  pay: weights.PAY,
  shiftAndHours: weights.SHIFT_AND_HOURS,
  benefits: weights.BENEFITS,
});

/** The county's weights of the score. */
@Resolver(() => ScoreWeights)
export class ScoreWeightsResolver {
  constructor(private readonly weights: ScoreWeightsService) {}

  @Query(() => ScoreWeights, { description: 'The weights that count today.' })
  @Requires(Permission.MATCH_READ)
  scoreWeightsInForce(@InOperation() operation: Operation): Promise<ScoreWeights> {
    return operation.read(async (tx) => shown(await this.weights.inForce(tx)));
  }

  @Query(() => [ScoreWeights], { description: 'All versions, those that count last first.' })
  @Requires(Permission.MATCH_READ)
  scoreWeights(@InOperation() operation: Operation): Promise<ScoreWeights[]> {
    return operation.read(async (tx) => (await this.weights.all(tx)).map(shown));
  }

  @Query(() => ScoreWeightsPreview, {
    nullable: true,
    description: 'What other weights would change today; null where they are not 10,000 together.',
  })
  @Requires(Permission.SCORE_WEIGHTS_EDIT)
  previewScoreWeights(
    @InOperation() operation: Operation,
    @Args('input', { type: () => ScoreWeightsInput, description: 'The other weights.' }) input: ScoreWeightsInput,
  ): Promise<ScoreWeightsPreview | null> {
    return operation.read(async (tx) => {
      const preview = await this.weights.preview(tx, partsOf(input));
      return preview === null ? null : { ...preview, positions: [...preview.positions] as MovedPosition[] };
    });
  }

  @Mutation(() => ScoreWeightsPayload, {
    description:
      'Adds a version that counts from a day on. Codes: WEIGHT_OUT_OF_RANGE, WEIGHTS_SUM, WEIGHTS_UNCHANGED, DAY_IN_PAST, DAY_TAKEN, STALE_VERSION.',
  })
  @Requires(Permission.SCORE_WEIGHTS_EDIT)
  changeScoreWeights(
    @InCommand() command: Command,
    @Args('input', { type: () => ScoreWeightsInput, description: 'The weights.' }) input: ScoreWeightsInput,
    @Args('effectiveFrom', { type: () => DateScalar, description: 'First day; today at the earliest.' })
    effectiveFrom: string,
    @Args('expectedVersion', { type: () => Int, description: 'The highest version that one has seen.' })
    expectedVersion: number,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<ScoreWeights, 'scoreWeights'>> {
    return command.run({
      as: 'scoreWeights',
      act: (tx) => this.weights.change(tx, { weights: partsOf(input), effectiveFrom, expectedVersion }),
      read: async (tx, id) => {
        const row = await this.weights.byId(tx, id);
        return row === null ? null : shown(row);
      },
    });
  }
}

/** The positions that a preview names. */
@Resolver(() => MovedPosition)
export class MovedPositionResolver {
  constructor(private readonly positions: PositionsReader) {}

  @ResolveField(() => Position, { description: 'The position.' })
  async position(@Parent() moved: MovedPosition, @InOperation() operation: Operation): Promise<Position> {
    const row = await operation.load('position', moved.positionId, (tx, ids) => this.positions.byIds(tx, ids));
    if (row === null) throw new AppError('FORBIDDEN');
    return positionOf(row);
  }
}
