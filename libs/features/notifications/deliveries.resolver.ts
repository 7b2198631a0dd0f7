import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InOperation } from '#platform/graphql/command';
import { connectionOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { DeliveriesRepository } from './deliveries.repository';
import { Delivery, DeliveryConnection, DeliveryFilter } from './graphql/delivery.type';

/** The log of deliveries. */
@Resolver()
export class DeliveriesResolver {
  constructor(private readonly log: DeliveriesRepository) {}

  @Query(() => DeliveryConnection, {
    description: 'Deliveries of the county, the newest outcome first: way, outcome and day, never words or numbers.',
  })
  @Requires(Permission.DELIVERY_READ)
  async deliveries(
    @InOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
    @Args('filter', { type: () => DeliveryFilter, nullable: true, description: 'Which are shown; absent = all.' })
    filter?: DeliveryFilter,
  ): Promise<Connection<Delivery>> {
    const request = pageRequest(first, after);
    return operation.read(async (tx) =>
      connectionOf(await this.log.page(tx, filter ?? {}, request), request, ({ sortKey }) => sortKey),
    );
  }
}
