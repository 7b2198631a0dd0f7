import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Organisation, OrganisationReader, organisationOf } from '#features/organisations';
import { Requires } from '#platform/auth/access.decorators';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { payRunOverviewOf } from './graphql/pay-overview.mapping';
import { PayCoverage, PayGapGroup, PayGroupTest, PayRunOverview } from './graphql/pay-overview.type';
import { PayOverviewService } from './pay-overview.service';

/** A month's run for the supervisor. */
@Resolver(() => PayRunOverview)
export class PayOverviewResolver {
  constructor(private readonly overview: PayOverviewService) {}

  @Query(() => PayRunOverview, { description: 'A month’s equal-pay run: what came in, how far it is, what it says.' })
  @Requires(Permission.PAY_CHECK_RUN)
  payRunOverview(
    @InOperation() operation: Operation,
    @Args('period', {
      type: () => String,
      nullable: true,
      description: 'Month YYYY-MM; the latest month with a run where it is left out or is no month.',
    })
    period?: string,
  ): Promise<PayRunOverview> {
    return operation.read(async (tx) => payRunOverviewOf(await this.overview.ofMonth(tx, period ?? null)));
  }
}

async function enterpriseOf(
  organisationId: string,
  operation: Operation,
  organisations: OrganisationReader,
): Promise<Organisation> {
  const row = await operation.load('organisation', organisationId, (tx, ids) => organisations.byIds(tx, ids));
  if (row === null) throw new Error('A month’s enterprise is not visible.');
  return organisationOf(row);
}

/** Whose month it is. */
@Resolver(() => PayCoverage)
export class PayCoverageResolver {
  constructor(private readonly organisations: OrganisationReader) {}

  @ResolveField(() => Organisation, { description: 'The enterprise.' })
  enterprise(@Parent() { organisationId }: PayCoverage, @InOperation() operation: Operation): Promise<Organisation> {
    return enterpriseOf(organisationId, operation, this.organisations);
  }
}

/** Whose people they are. */
@Resolver(() => PayGapGroup)
export class PayGapGroupResolver {
  constructor(private readonly organisations: OrganisationReader) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'The enterprise; null for the whole county.' })
  enterprise(
    @Parent() { organisationId }: PayGapGroup,
    @InOperation() operation: Operation,
  ): Promise<Organisation> | null {
    return organisationId === null ? null : enterpriseOf(organisationId, operation, this.organisations);
  }
}

/** Whose test it is. */
@Resolver(() => PayGroupTest)
export class PayGroupTestResolver {
  constructor(private readonly organisations: OrganisationReader) {}

  @ResolveField(() => Organisation, { description: 'The enterprise.' })
  enterprise(@Parent() { organisationId }: PayGroupTest, @InOperation() operation: Operation): Promise<Organisation> {
    return enterpriseOf(organisationId, operation, this.organisations);
  }
}
