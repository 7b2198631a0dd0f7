import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Client, clientOf, ClientReader } from '#features/clients';
import { Position, positionOf, PositionsReader } from '#features/positions';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { placementOf } from './graphql/placement.mapping';
import { Placement } from './graphql/placement.type';
import { PlacementsReader } from './placements-reader';

/** What a placement leads to, batched for a whole list. */
@Resolver(() => Placement)
export class PlacementFieldsResolver {
  constructor(
    private readonly clients: ClientReader,
    private readonly positions: PositionsReader,
  ) {}

  @ResolveField(() => Client, { nullable: true, description: 'The person; null for a reader who may not see her.' })
  async client(@Parent() placement: Placement, @InOperation() operation: Operation): Promise<Client | null> {
    const row = await operation.load('client', placement.clientId, (tx, ids) => this.clients.byIds(tx, ids));
    return row === null ? null : clientOf(row);
  }

  @ResolveField(() => Position, { nullable: true, description: 'The position; null for self-employment.' })
  async position(@Parent() placement: Placement, @InOperation() operation: Operation): Promise<Position | null> {
    if (placement.positionId === null) return null;
    const row = await operation.load('position', placement.positionId, (tx, ids) => this.positions.byIds(tx, ids));
    return row === null ? null : positionOf(row);
  }
}

/** A client's placements. */
@Resolver(() => Client)
export class ClientPlacementsResolver {
  constructor(private readonly reader: PlacementsReader) {}

  @ResolveField(() => [Placement], { description: 'Her placements, latest first.' })
  async placements(@Parent() client: Client, @InOperation() operation: Operation): Promise<Placement[]> {
    const rows = await operation.load('placements-of-client', client.id, (tx, ids) => this.reader.ofClients(tx, ids));
    return (rows ?? []).map(placementOf);
  }
}
