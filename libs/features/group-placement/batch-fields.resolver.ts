import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Role } from '#domain/common/role';
import { Client, clientOf, ClientReader } from '#features/clients';
import { Position, positionOf, PositionsReader } from '#features/positions';
import { Referral, referralOf, ReferralsRepository } from '#features/referrals';
import { AppError } from '#platform/auth/app-error';
import type { Tx } from '#platform/database/transaction';
import { InOperation } from '#platform/graphql/command';
import { connectionOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { BatchRowsReader } from './batch-rows-reader';
import {
  BatchAssignment,
  BatchAssignmentConnection,
  BatchAssignmentFilter,
  BatchCapacityLine,
  BatchOverride,
  OverrideMove,
  UnplacedGroup,
} from './graphql/batch-row.type';
import { PlacementBatch } from './graphql/placement-batch.type';

async function clientFor(operation: Operation, reader: ClientReader, id: string): Promise<Client> {
  const row = await operation.load('client', id, (tx, ids) => reader.byIds(tx, ids));
  if (row === null) throw new AppError('FORBIDDEN');
  return clientOf(row);
}

async function positionFor(operation: Operation, reader: PositionsReader, id: string): Promise<Position> {
  const row = await operation.load('position', id, (tx, ids) => reader.byIds(tx, ids));
  if (row === null) throw new AppError('FORBIDDEN');
  return positionOf(row);
}

/** The rows of a batch, as far as the reader may see their clients. */
@Resolver(() => PlacementBatch)
export class BatchRowsResolver {
  constructor(private readonly rows: BatchRowsReader) {}

  @ResolveField(() => BatchAssignmentConnection, {
    description: 'Rows in order of position title, those without a position last, then of file number.',
  })
  assignments(
    @Parent() batch: PlacementBatch,
    @InOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
    @Args('filter', { type: () => BatchAssignmentFilter, nullable: true, description: 'Narrows the list.' })
    filter?: BatchAssignmentFilter,
  ): Promise<Connection<BatchAssignment>> {
    const request = pageRequest(first, after);
    const criteria = { view: filter?.view ?? null, positionId: filter?.positionId ?? null };
    return operation.read(async (tx) =>
      connectionOf(await this.rows.page(tx, batch.id, criteria, request), request, ({ sortKey }) => sortKey),
    );
  }

  @ResolveField(() => [UnplacedGroup], {
    description: 'Who has no position, grouped by proof, most people first; empty before the first result.',
  })
  unplacedGroups(@Parent() batch: PlacementBatch, @InOperation() operation: Operation): Promise<UnplacedGroup[]> {
    return operation.read((tx) => this.rows.unplacedGroups(tx, batch.id));
  }

  @ResolveField(() => [BatchOverride], { description: 'What people decided and still holds, the newest first.' })
  overrides(@Parent() batch: PlacementBatch, @InOperation() operation: Operation): Promise<BatchOverride[]> {
    return operation.read((tx) => this.rows.overrides(tx, batch.id));
  }
}

/** What a row leads to, batched for a whole list. */
@Resolver(() => BatchAssignment)
export class BatchAssignmentResolver {
  constructor(
    private readonly clients: ClientReader,
    private readonly positions: PositionsReader,
    private readonly referrals: ReferralsRepository,
  ) {}

  @ResolveField(() => Client, { description: 'The client.' })
  client(@Parent() row: BatchAssignment, @InOperation() operation: Operation): Promise<Client> {
    return clientFor(operation, this.clients, row.clientId);
  }

  @ResolveField(() => Position, { nullable: true, description: 'The position; null without one.' })
  async position(@Parent() row: BatchAssignment, @InOperation() operation: Operation): Promise<Position | null> {
    return row.positionId === null ? null : positionFor(operation, this.positions, row.positionId);
  }

  @ResolveField(() => Referral, { nullable: true, description: 'What the commit proposed; null else.' })
  async referral(@Parent() row: BatchAssignment, @InOperation() operation: Operation): Promise<Referral | null> {
    if (row.referralId === null) return null;
    const found = await operation.load('referral', row.referralId, (tx, ids) => this.byId(tx, ids));
    return found === null ? null : referralOf(found, operation.member.role as Role);
  }

  private async byId(tx: Tx, ids: readonly string[]) {
    return new Map((await this.referrals.byIds(tx, ids)).map((row) => [row.id, row]));
  }
}

/** The pair of an override. */
@Resolver(() => BatchOverride)
export class BatchOverrideResolver {
  constructor(
    private readonly clients: ClientReader,
    private readonly positions: PositionsReader,
  ) {}

  @ResolveField(() => Client, { description: 'The client.' })
  client(@Parent() override: BatchOverride, @InOperation() operation: Operation): Promise<Client> {
    return clientFor(operation, this.clients, override.clientId);
  }

  @ResolveField(() => Position, { description: 'The position.' })
  position(@Parent() override: BatchOverride, @InOperation() operation: Operation): Promise<Position> {
    return positionFor(operation, this.positions, override.positionId);
  }
}

/** The people and positions of a proof. */
@Resolver(() => UnplacedGroup)
export class UnplacedGroupResolver {
  constructor(
    private readonly rows: BatchRowsReader,
    private readonly reader: PositionsReader,
  ) {}

  @ResolveField(() => [BatchAssignment], {
    description: 'Rows of the group that the reader may see, 100 at most, in order of file number.',
  })
  async assignments(@Parent() group: UnplacedGroup, @InOperation() operation: Operation): Promise<BatchAssignment[]> {
    const key = `${group.batchId} ${group.key}`;
    return (await operation.load('batch-group', key, (tx, keys) => this.rows.ofGroups(tx, group.batchId, keys))) ?? [];
  }

  @ResolveField(() => [Position], {
    description:
      'SEATS_SHORT: the positions competed for; one more slot in any of them, and in none elsewhere, places exactly one person more. Else empty.',
  })
  async positions(@Parent() group: UnplacedGroup, @InOperation() operation: Operation): Promise<Position[]> {
    return Promise.all(group.positionIds.map((id) => positionFor(operation, this.reader, id)));
  }
}

/** The position of a line. */
@Resolver(() => BatchCapacityLine)
export class BatchCapacityLineResolver {
  constructor(private readonly positions: PositionsReader) {}

  @ResolveField(() => Position, { description: 'The position.' })
  position(@Parent() line: BatchCapacityLine, @InOperation() operation: Operation): Promise<Position> {
    return positionFor(operation, this.positions, line.positionId);
  }
}

/** Who moves, and between which positions. */
@Resolver(() => OverrideMove)
export class OverrideMoveResolver {
  constructor(
    private readonly clients: ClientReader,
    private readonly positions: PositionsReader,
  ) {}

  @ResolveField(() => Client, { description: 'Who moves.' })
  client(@Parent() move: OverrideMove, @InOperation() operation: Operation): Promise<Client> {
    return clientFor(operation, this.clients, move.clientId);
  }

  @ResolveField(() => Position, { nullable: true, description: 'Where she is now; null = nowhere.' })
  async from(@Parent() move: OverrideMove, @InOperation() operation: Operation): Promise<Position | null> {
    return move.fromId === null ? null : positionFor(operation, this.positions, move.fromId);
  }

  @ResolveField(() => Position, { nullable: true, description: 'Where she would be; null = nowhere.' })
  async to(@Parent() move: OverrideMove, @InOperation() operation: Operation): Promise<Position | null> {
    return move.toId === null ? null : positionFor(operation, this.positions, move.toId);
  }
}
