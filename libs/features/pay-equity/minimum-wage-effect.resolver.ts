import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { DateScalar } from '#platform/graphql/scalars';
import { MinimumWageEffectRepository } from './minimum-wage-effect.repository';

@ObjectType({ description: 'A month that a changed minimum wage has checked again.' })
export class MinimumWageEffect {
  @Field(() => String, { description: 'Month YYYY-MM.' })
  period!: string;

  @Field(() => Int, { description: 'Enterprises whose month was checked before.' })
  enterprises!: number;

  @Field(() => Int, { description: 'Pay checks that will be made again.' })
  checks!: number;
}

/** What a change of the minimum wage would set off. */
@Resolver()
export class MinimumWageEffectResolver {
  constructor(private readonly repository: MinimumWageEffectRepository) {}

  @Query(() => [MinimumWageEffect], {
    description: 'The months that a minimum wage from this day on has checked again, in order; empty where none was.',
  })
  @Requires(Permission.PARAMETERS_EDIT)
  minimumWageEffect(
    @InOperation() operation: Operation,
    @Args('effectiveFrom', { type: () => DateScalar, description: 'First day of the minimum wage.' })
    effectiveFrom: string,
  ): Promise<MinimumWageEffect[]> {
    return operation.read((tx) => this.repository.monthsFrom(tx, effectiveFrom));
  }
}
