import { Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Role } from '#domain/common/role';
import { clientOf, ClientReader } from '#features/clients';
import { followUpOf, followUpTaskOf } from '#features/follow-up';
import { organisationOf, OrganisationReader } from '#features/organisations';
import { payFindingOf } from '#features/pay-equity';
import { referralOf } from '#features/referrals';
import { Requires } from '#platform/auth/access.decorators';
import type { Tx } from '#platform/database/transaction';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import {
  Today,
  type AwaitedAnswers,
  type ChasedEnterprise,
  type StalledClient,
  type TodayCounts,
} from './graphql/today.type';
import { TodayService, type TodayFacts } from './today.service';

/** A caseworker's day. */
@Resolver()
export class TodayResolver {
  constructor(
    private readonly today: TodayService,
    private readonly clients: ClientReader,
    private readonly organisations: OrganisationReader,
  ) {}

  @Query(() => Today, { name: 'today', description: 'What waits for the caseworker today.' })
  @Requires(Permission.TODAY_READ)
  ofToday(@InOperation() operation: Operation): Promise<Today> {
    return operation.read(async (tx) => {
      const facts = await this.today.of(tx);
      return {
        dueFollowUps: facts.dueFollowUps.map(followUpOf),
        unreachedFollowUps: facts.unreached.map(followUpOf),
        tasks: facts.tasks.map((row) => followUpTaskOf(row, tx.now)),
        ...(await this.withEnterprises(tx, facts)),
        clientDecisions: facts.clientDecisions.map((row) => referralOf(row, Role.CASEWORKER)),
        expiringConsents: [...facts.expiringConsents],
        stalledClients: await this.stalled(tx, facts),
        findingsToTriage: facts.findingsToTriage.map(payFindingOf),
        counts: countsOf(facts),
      };
    });
  }

  private async withEnterprises(
    tx: Tx,
    { awaitedAnswers, chasedEnterprises }: TodayFacts,
  ): Promise<{ awaitedAnswers: AwaitedAnswers[]; staleEnterprises: ChasedEnterprise[] }> {
    const ids = [...awaitedAnswers, ...chasedEnterprises].map(({ organisationId }) => organisationId);
    const enterprises = await this.organisations.byIds(tx, ids);
    const withEnterprise = <T extends { readonly organisationId: string }>({ organisationId, ...rest }: T) => {
      const enterprise = enterprises.get(organisationId);
      return enterprise === undefined ? [] : [{ enterprise: organisationOf(enterprise), ...rest }];
    };
    return {
      awaitedAnswers: awaitedAnswers.flatMap(withEnterprise),
      staleEnterprises: chasedEnterprises.flatMap(withEnterprise),
    };
  }

  private async stalled(tx: Tx, { stalledClients }: TodayFacts): Promise<StalledClient[]> {
    const clients = await this.clients.byIds(
      tx,
      stalledClients.map(({ clientId }) => clientId),
    );
    return stalledClients.flatMap(({ clientId, ...rest }) => {
      const client = clients.get(clientId);
      return client === undefined ? [] : [{ client: clientOf(client), ...rest }];
    });
  }
}

const countsOf = (facts: TodayFacts): TodayCounts => ({
  dueFollowUps: facts.dueFollowUps.length,
  lateFollowUps: facts.dueFollowUps.filter(({ isLate }) => isLate).length,
  unreachedFollowUps: facts.unreached.length,
  tasks: facts.tasks.length,
  awaitedAnswers: facts.awaitedAnswers.reduce((sum, { people }) => sum + people, 0),
  clientDecisions: facts.clientDecisions.length,
  expiringConsents: facts.expiringConsents.length,
  stalledClients: facts.stalledClients.length,
  enterprisesToChase: facts.chasedEnterprises.length,
  findingsToTriage: facts.findingsToTriage.length,
  ...facts.size,
});
