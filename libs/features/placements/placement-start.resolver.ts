import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, type Command, type PayloadOf } from '#platform/graphql/command';
import { DateScalar, UuidScalar } from '#platform/graphql/scalars';
import { placementOf } from './graphql/placement.mapping';
import { Placement, PlacementPayload } from './graphql/placement.type';
import { PlacementStartService } from './placement-start.service';
import { PlacementsReader } from './placements-reader';

/** The first day of work, moved while it is still to come. */
@Resolver(() => Placement)
export class PlacementStartResolver {
  constructor(
    private readonly service: PlacementStartService,
    private readonly reader: PlacementsReader,
  ) {}

  @Mutation(() => PlacementPayload, {
    description:
      'Moves the first day of a planned placement in one’s own caseload; a probation keeps its length, and follow-ups are planned anew. Codes: NOT_FOUND, STALE_VERSION, WRONG_STATE, NOT_A_DATE, START_IN_PAST, START_UNCHANGED, START_AFTER_CONTRACT (with latest), START_AFTER_AGREEMENT (with latest), FULL_TIME_OVERLAP.',
  })
  @Requires(Permission.CONTRACT_RECORD)
  movePlacementStart(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the placement.' }) id: string,
    @Args('expectedVersion', { type: () => Int, description: 'Version that was read.' }) expectedVersion: number,
    @Args('hireDate', { type: () => DateScalar, description: 'The first day, today at the earliest.' })
    hireDate: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<Placement, 'placement'>> {
    return command.run({
      as: 'placement',
      act: (tx) => this.service.move(tx, id, expectedVersion, hireDate),
      read: async (tx, moved) => {
        const row = await this.reader.byId(tx, moved);
        return row === null ? null : placementOf(row);
      },
    });
  }
}
