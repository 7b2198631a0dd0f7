import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { PlacementEndReason } from '#domain/placements/placement-codes';
import { Requires } from '#platform/auth/access.decorators';
import type { Tx } from '#platform/database/transaction';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { DateScalar, UuidScalar } from '#platform/graphql/scalars';
import { placementOf } from './graphql/placement.mapping';
import { Placement, PlacementPayload } from './graphql/placement.type';
import { PlacementsReader } from './placements-reader';
import { PlacementsService } from './placements.service';

/** Placements: what staff and the client herself read and do. */
@Resolver(() => Placement)
export class PlacementsResolver {
  constructor(
    private readonly reader: PlacementsReader,
    private readonly service: PlacementsService,
  ) {}

  @Query(() => Placement, { nullable: true, description: 'One’s own latest placement; null where there is none.' })
  @Requires(Permission.OWN_FILE_READ)
  myPlacement(@InOperation() operation: Operation): Promise<Placement | null> {
    return operation.read(async (tx) => {
      const clientId = tx.actor.clientId ?? '';
      const [latest] = (await this.reader.ofClients(tx, [clientId])).get(clientId) ?? [];
      return latest === undefined ? null : placementOf(latest);
    });
  }

  @Mutation(() => PlacementPayload, {
    description:
      'Ends a placement in one’s own caseload and frees its slot. Codes: NOT_FOUND, WRONG_STATE, END_BEFORE_START, END_IN_FUTURE, STALE_VERSION.',
  })
  @Requires(Permission.PLACEMENT_END)
  endPlacement(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the placement.' }) id: string,
    @Args('endedOn', { type: () => DateScalar, description: 'Last day at work, today at the latest.' }) endedOn: string,
    @Args('reason', { type: () => PlacementEndReason, description: 'Why it ended.' }) reason: PlacementEndReason,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<Placement, 'placement'>> {
    return command.run({
      as: 'placement',
      act: (tx) => this.service.end(tx, id, endedOn, reason),
      read: (tx, ended) => this.found(tx, ended),
    });
  }

  private async found(tx: Tx, id: string): Promise<Placement | null> {
    const row = await this.reader.byId(tx, id);
    return row === null ? null : placementOf(row);
  }
}
