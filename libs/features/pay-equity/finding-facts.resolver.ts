import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { dayOf, lastDayOf, type Day } from '#domain/common/day';
import { arbitrationLimitOn, inspectionLimitOn, isLimitNear } from '#domain/pay-equity/finding-clocks';
import { actsOf, FindingAct } from '#domain/pay-equity/finding-steps';
import { Permission } from '#domain/common/permission';
import { Organisation, OrganisationReader, organisationOf } from '#features/organisations';
import { Requires } from '#platform/auth/access.decorators';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { FindingHistoryRepository } from './finding-history.repository';
import { FindingStepsRepository } from './finding-steps.repository';
import { LegalLimits, PayFindingEvent } from './graphql/finding-steps.type';
import { PayFinding } from './graphql/pay-finding.type';

/** To whom a finding may be handed on. */
@Resolver(() => Organisation)
export class FindingAuthoritiesResolver {
  constructor(
    private readonly findings: FindingStepsRepository,
    private readonly organisations: OrganisationReader,
  ) {}

  @Query(() => [Organisation], { description: 'Authorities to which a finding may be handed on, by name.' })
  @Requires(Permission.PAY_FINDING_DECIDE)
  payFindingAuthorities(@InOperation() operation: Operation): Promise<Organisation[]> {
    return operation.read(async (tx) => {
      const ids = await this.findings.authorities(tx);
      const known = await this.organisations.byIds(tx, ids);
      return ids.flatMap((id) => {
        const row = known.get(id);
        return row === undefined ? [] : [organisationOf(row)];
      });
    });
  }
}

/** What is derived from a finding, and its history. */
@Resolver(() => PayFinding)
export class FindingFactsResolver {
  constructor(private readonly history: FindingHistoryRepository) {}

  @ResolveField(() => [FindingAct], { description: 'What the reader can do with it now, the usual act first.' })
  acts(@Parent() finding: PayFinding, @InOperation() operation: Operation): Promise<FindingAct[]> {
    return operation.read((tx) =>
      Promise.resolve(actsOf(finding, { role: tx.actor.role, mayDecide: finding.mayDecide, today: dayOf(tx.now) })),
    );
  }

  @ResolveField(() => Boolean, { description: 'True where the last day of the present step has passed.' })
  isLate(@Parent() { dueOn }: PayFinding, @InOperation() operation: Operation): Promise<boolean> {
    return operation.read((tx) => Promise.resolve(dueOn !== null && dueOn < dayOf(tx.now)));
  }

  @ResolveField(() => LegalLimits, { description: 'Limits of the law for claims from it.' })
  limits(@Parent() finding: PayFinding, @InOperation() operation: Operation): Promise<LegalLimits> {
    return operation.read((tx) => Promise.resolve(limitsOf(finding, dayOf(tx.now))));
  }

  @ResolveField(() => [PayFindingEvent], { description: 'Its history, earliest first.' })
  async events(@Parent() finding: PayFinding, @InOperation() operation: Operation): Promise<PayFindingEvent[]> {
    const rows = await operation.load('events-of-finding', finding.id, (tx, ids) => this.history.ofFindings(tx, ids));
    return rows ?? [];
  }
}

function limitsOf({ period, shortfallFen, detectedAt, employmentEndedOn }: PayFinding, today: Day): LegalLimits {
  const inspectionOn = inspectionLimitOn(lastDayOf(period));
  const arbitrationOn = arbitrationLimitOn({
    knownOn: dayOf(detectedAt),
    isUnpaidWages: shortfallFen > 0,
    employmentEndedOn,
  });
  const isNear = [inspectionOn, ...(arbitrationOn === null ? [] : [arbitrationOn])].some((limit) =>
    isLimitNear(limit, today),
  );
  return Object.assign(new LegalLimits(), { inspectionOn, arbitrationOn, isNear });
}
