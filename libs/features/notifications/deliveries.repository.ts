import { Injectable } from '@nestjs/common';
import type { DeliveryChannel, DeliveryReason } from '#domain/common/delivery-attempt';
import type { Day } from '#domain/common/day';
import { visibleTo } from '#platform/access/visible';
import type { Page, PageRequest } from '#platform/database/page';
import type { Tx } from '#platform/database/transaction';
import type { DeliveryState } from '#platform/outbox/delivery.entity';

/** A delivery as the log shows it: neither words nor numbers, and nobody's name. */
export interface DeliveryRow {
  readonly id: string;
  readonly kind: string;
  readonly channel: DeliveryChannel;
  readonly state: DeliveryState;
  readonly reason: DeliveryReason | null;
  readonly attempts: number;
  readonly day: Day;
  readonly nextTryAt: Date | null;
  /** The instant of the outcome to the microsecond, for the cursor alone. */
  readonly sortKey: string;
}

/** Which deliveries are shown. */
export interface DeliveryFilter {
  readonly state?: readonly DeliveryState[] | null;
  readonly channel?: readonly DeliveryChannel[] | null;
}

const COLUMNS = `d.id, d.kind, d.channel, d.state, d.reason, d.attempts, d.next_try_at as "nextTryAt",
  ((d.delivered_at at time zone 'Asia/Shanghai')::date)::text as day, d.delivered_at::text as "sortKey"`;
const CHOSEN = `($2::text[] is null or d.state = any ($2)) and ($3::text[] is null or d.channel = any ($3))`;

/** Every query about deliveries, by name. */
@Injectable()
export class DeliveriesRepository {
  /** One page, the newest first, with one row more than asked for. */
  async page(tx: Tx, filter: DeliveryFilter, request: PageRequest): Promise<Page<DeliveryRow>> {
    const visible = visibleTo(tx, 'delivery', 'd');
    const chosen = [visible.value, filter.state ?? null, filter.channel ?? null];
    const [count] = await tx.query<{ n: number }>(
      `select count(*)::int as n from delivery d where ${visible.sql} and ${CHOSEN}`,
      chosen,
    );
    const rows = await tx.query<DeliveryRow>(
      `select ${COLUMNS} from delivery d where ${visible.sql} and ${CHOSEN}
          and ($4::timestamptz is null or (d.delivered_at, d.id) < ($4, $5::uuid))
        order by d.delivered_at desc, d.id desc limit $6`,
      [...chosen, request.after?.sortKey ?? null, request.after?.id ?? null, request.limit + 1],
    );
    return { rows, totalCount: count?.n ?? 0 };
  }
}
