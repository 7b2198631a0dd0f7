import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import type { Tx } from '#platform/database/transaction';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import { connectionOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { PositionFilter } from './graphql/position.input';
import { positionOf } from './graphql/position.mapping';
import { Position, PositionConnection, PositionPayload } from './graphql/position.type';
import { PositionsReader } from './positions-reader';
import { PositionsService } from './positions.service';

/** Positions as staff and enterprises read and confirm them. */
@Resolver(() => Position)
export class PositionsResolver {
  constructor(
    private readonly service: PositionsService,
    private readonly reader: PositionsReader,
  ) {}

  @Query(() => PositionConnection, {
    description: 'Positions in order of title: all of the county for staff, its own for an enterprise.',
  })
  @Requires(Permission.POSITION_READ)
  async positions(
    @InOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
    @Args('filter', { type: () => PositionFilter, nullable: true, description: 'Narrows the list.' })
    filter?: PositionFilter,
  ): Promise<Connection<Position>> {
    const request = pageRequest(first, after);
    const search = filter?.search?.trim() ?? '';
    const criteria = {
      status: filter?.status ?? null,
      enterpriseId: filter?.enterpriseId ?? null,
      search: search === '' ? null : search,
    };
    const page = await operation.read((tx) => this.reader.page(tx, criteria, request));
    return connectionOf({ ...page, rows: page.rows.map(positionOf) }, request, (row) => row.title);
  }

  @Query(() => Position, {
    nullable: true,
    description: 'One position; null where there is none or it is not visible.',
  })
  @Requires(Permission.POSITION_READ)
  async position(
    @InOperation() operation: Operation,
    @Args('id', { type: () => ID, description: 'Id of the position.' }) id: string,
  ): Promise<Position | null> {
    return operation.read((tx) => this.found(tx, id));
  }

  @Mutation(() => PositionPayload, {
    description:
      'Confirms that a position still stands; a stale one is published again. Codes: NOT_FOUND, WRONG_STATE, AGREEMENT_NOT_ACTIVE.',
  })
  @Requires(Permission.POSITION_CONFIRM)
  confirmPosition(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the position.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<Position, 'position'>> {
    return command.run({
      as: 'position',
      act: (tx) => this.service.confirm(tx, id),
      read: (tx, confirmed) => this.found(tx, confirmed),
    });
  }

  private async found(tx: Tx, id: string): Promise<Position | null> {
    const row = await this.reader.byId(tx, id);
    return row === null ? null : positionOf(row);
  }
}
