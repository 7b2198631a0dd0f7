import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Client } from '#features/clients';
import { Placement } from '#features/placements';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { FollowUpReader } from './follow-up-reader';
import { followUpOf } from './graphql/follow-up.mapping';
import { FollowUp } from './graphql/follow-up.type';

/** A client's follow-ups, batched for a whole list. */
@Resolver(() => Client)
export class ClientFollowUpsResolver {
  constructor(private readonly reader: FollowUpReader) {}

  @ResolveField(() => [FollowUp], { description: 'Her follow-up milestones in order of due day.' })
  async milestones(@Parent() client: Client, @InOperation() operation: Operation): Promise<FollowUp[]> {
    const rows = await operation.load('milestones-of-client', client.id, (tx, ids) => this.reader.ofClients(tx, ids));
    return (rows ?? []).map(followUpOf);
  }
}

/** A placement's follow-ups, batched for a whole list. */
@Resolver(() => Placement)
export class PlacementFollowUpsResolver {
  constructor(private readonly reader: FollowUpReader) {}

  @ResolveField(() => [FollowUp], { description: 'Its follow-up milestones in order of due day.' })
  async milestones(@Parent() placement: Placement, @InOperation() operation: Operation): Promise<FollowUp[]> {
    const rows = await operation.load('milestones-of-placement', placement.id, (tx, ids) =>
      this.reader.ofPlacements(tx, ids),
    );
    return (rows ?? []).map(followUpOf);
  }
}
