import { Query, Resolver } from '@nestjs/graphql';
import { dayOf, type Day } from '#domain/common/day';
import { Permission } from '#domain/common/permission';
import { MatchingService } from '#features/matching';
import { OrganisationReader } from '#features/organisations';
import { readConfig } from '#platform/config/read-config';
import { queueSettings } from '#platform/config/settings';
import { Requires } from '#platform/auth/access.decorators';
import type { Tx } from '#platform/database/transaction';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import {
  CountyOverview,
  FunnelStepName,
  SystemOverview,
  type EnterpriseSlots,
  type FunnelStep,
} from './graphql/county-overview.type';
import { OverviewRepository } from './overview.repository';

/** Weeks of retention as days after the start. */
const RETENTION: readonly (readonly [FunnelStepName, number])[] = [
  [FunnelStepName.RETAINED_13, 91],
  [FunnelStepName.RETAINED_26, 182],
  [FunnelStepName.RETAINED_52, 364],
];

/** The county for its supervisor, the system for its administrator. */
@Resolver()
export class OverviewResolver {
  constructor(
    private readonly overview: OverviewRepository,
    private readonly matching: MatchingService,
    private readonly organisations: OrganisationReader,
  ) {}

  @Query(() => CountyOverview, { description: 'The county at a glance.' })
  @Requires(Permission.COUNTY_READ)
  async countyOverview(@InOperation() operation: Operation): Promise<CountyOverview> {
    return operation.read(async (tx) => {
      const asOf = dayOf(tx.now);
      return {
        asOf,
        funnel: await this.funnel(tx, asOf),
        slots: await this.slots(tx),
        answerRate: await this.matching.countyAnswerRate(tx),
        ...(await this.overview.openWork(tx, asOf)),
        caseloads: await this.overview.caseloads(tx),
      };
    });
  }

  @Query(() => SystemOverview, { description: 'The state of the system.' })
  @Requires(Permission.SYSTEM_READ)
  async systemOverview(@InOperation() operation: Operation): Promise<SystemOverview> {
    const state = await operation.read((tx) => this.overview.system(tx));
    return { ...state, queueBackend: readConfig(queueSettings).backend };
  }

  private async funnel(tx: Tx, asOf: Day): Promise<FunnelStep[]> {
    const { enrolled, jobReady, referred, interviewed, placed } = await this.overview.funnel(tx, asOf);
    const steps: FunnelStep[] = [
      { step: FunnelStepName.ENROLLED, people: enrolled, of: enrolled },
      { step: FunnelStepName.JOB_READY, people: jobReady, of: enrolled },
      { step: FunnelStepName.REFERRED, people: referred, of: enrolled },
      { step: FunnelStepName.INTERVIEWED, people: interviewed, of: referred },
      { step: FunnelStepName.PLACED, people: placed, of: enrolled },
    ];
    for (const [step, days] of RETENTION) {
      const { employed, due } = await this.overview.retained(tx, asOf, days);
      steps.push({ step, people: employed, of: due });
    }
    return steps;
  }

  private async slots(tx: Tx): Promise<EnterpriseSlots[]> {
    const rows = await this.overview.slots(tx);
    const enterprises = await this.organisations.byIds(
      tx,
      rows.map(({ organisationId }) => organisationId),
    );
    return rows.flatMap(({ organisationId, ...counts }) => {
      const enterprise = enterprises.get(organisationId);
      return enterprise === undefined ? [] : [{ enterprise, ...counts }];
    });
  }
}
