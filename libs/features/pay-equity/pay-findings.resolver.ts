import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Client, clientOf, ClientReader, noteShown } from '#features/clients';
import { Organisation, OrganisationReader, organisationOf } from '#features/organisations';
import { Requires } from '#platform/auth/access.decorators';
import { InOperation } from '#platform/graphql/command';
import { connectionOf, keysOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { PayFindingFilter } from './graphql/pay-finding.input';
import { myPayCheckOf, payFindingOf } from './graphql/pay-equity.mapping';
import { MyPayCheck } from './graphql/pay-check.type';
import { PayFinding, PayFindingConnection } from './graphql/pay-finding.type';
import { PayFindingsReader } from './pay-findings-reader';

/** Findings as staff read them. */
@Resolver(() => PayFinding)
export class PayFindingsResolver {
  constructor(
    private readonly reader: PayFindingsReader,
    private readonly clients: ClientReader,
    private readonly organisations: OrganisationReader,
  ) {}

  @Query(() => PayFindingConnection, {
    description: 'Pay findings, latest first: of her own caseload for a caseworker, of the county for a supervisor.',
  })
  @Requires(Permission.PAY_FINDING_READ)
  async payFindings(
    @InOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
    @Args('filter', { type: () => PayFindingFilter, nullable: true, description: 'Narrows the list.' })
    filter?: PayFindingFilter,
  ): Promise<Connection<PayFinding>> {
    const request = pageRequest(first, after);
    const criteria = { period: filter?.period ?? null, statuses: filter?.status ?? null };
    return operation.read(async (tx) => {
      const page = await this.reader.page(tx, criteria, request);
      return connectionOf({ ...page, rows: page.rows.map(payFindingOf) }, request, keysOf(page));
    });
  }

  @ResolveField(() => Client, { description: 'The person whom it concerns.' })
  async client(@Parent() finding: PayFinding, @InOperation() operation: Operation): Promise<Client> {
    const row = await operation.load('client', finding.clientId, (tx, ids) => this.clients.byIds(tx, ids));
    if (row === null) throw new Error('A visible finding has no visible client.');
    return clientOf(row);
  }

  @ResolveField(() => Organisation, { description: 'The employer.' })
  async enterprise(@Parent() finding: PayFinding, @InOperation() operation: Operation): Promise<Organisation> {
    const row = await operation.load('organisation', finding.organisationId, (tx, ids) =>
      this.organisations.byIds(tx, ids),
    );
    if (row === null) throw new Error('A visible finding has no visible enterprise.');
    return organisationOf(row);
  }
}

/** A client's findings, batched for a whole list. */
@Resolver(() => Client)
export class ClientPayFindingsResolver {
  constructor(private readonly reader: PayFindingsReader) {}

  @ResolveField(() => [PayFinding], {
    description: 'Her pay findings, latest month first; empty for a reader who may not see them.',
  })
  async payFindings(@Parent() client: Client, @InOperation() operation: Operation): Promise<PayFinding[]> {
    const rows = await operation.load('findings-of-client', client.id, (tx, ids) => this.reader.ofClients(tx, ids));
    return (rows ?? []).map(payFindingOf);
  }

  @ResolveField(() => [MyPayCheck], {
    description:
      'Her months in plain figures, as she reads them herself, latest first; empty for a reader who may not see them.',
  })
  async payChecks(@Parent() client: Client, @InOperation() operation: Operation): Promise<MyPayCheck[]> {
    const rows = await operation.load('pay-months-of-client', client.id, (tx, ids) => this.reader.monthsOf(tx, ids));
    if (rows !== null && rows.length > 0) await noteShown(operation, client, 'PAY');
    return (rows ?? []).map(myPayCheckOf);
  }
}
