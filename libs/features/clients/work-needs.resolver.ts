import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Role } from '#domain/common/role';
import { DisclosuresRepository } from '#features/consent';
import { InOperation } from '#platform/graphql/command';
import type { Tx } from '#platform/database/transaction';
import type { Operation } from '#platform/graphql/operation';
import { ClientReader } from './client-reader';
import { Client } from './graphql/client.type';

type Needs = ReadonlyMap<string, readonly string[]>;

/** What a workplace would have to arrange for a client; what a supervisor reads of it stands in her log. */
@Resolver(() => Client)
export class WorkNeedsResolver {
  constructor(
    private readonly clients: ClientReader,
    private readonly disclosures: DisclosuresRepository,
  ) {}

  @ResolveField(() => [String], {
    description:
      'What a workplace would have to arrange, in neutral words; empty where nothing. A supervisor’s reading stands in the client’s log.',
  })
  async accommodationNeeds(@Parent() client: Client, @InOperation() operation: Operation): Promise<readonly string[]> {
    const { role, openedClients } = operation.member;
    // an opened file was noted as a whole
    const isLogged = role === Role.SUPERVISOR && openedClients === undefined && client.isNoted !== true;
    const needs = isLogged
      ? await operation.loadDisclosed('work-needs', client.id, (tx, ids) => this.logged(tx, ids))
      : await operation.load('work-needs', client.id, (tx, ids) => this.clients.needsOf(tx, ids));
    return needs ?? [];
  }

  private async logged(tx: Tx, ids: readonly string[]): Promise<Needs> {
    const needs = await this.clients.needsOf(tx, ids);
    const shown = [...needs.keys()].map((clientId) => ({
      clientId,
      basis: { kind: 'CASE_WORK' as const, clientId },
      fieldGroup: 'WORK_NEEDS' as const,
    }));
    await this.disclosures.record(tx, shown);
    return needs;
  }
}
