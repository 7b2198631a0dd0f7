import { Unique } from 'typeorm';
import {
  BelongsTo,
  CountyRow,
  CountyTable,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  TextColumn,
} from '../database/county-row.entity';

/** UNCONFIRMED: the provider's answer was lost and the message is not sent again. SKIPPED: the channel is off. */
export const DeliveryState = {
  SENT: 'SENT',
  UNCONFIRMED: 'UNCONFIRMED',
  SKIPPED: 'SKIPPED',
} as const;

/** One of the outcomes of a delivery. */
export type DeliveryState = (typeof DeliveryState)[keyof typeof DeliveryState];

/** One effect outside the database, at most once per key. */
@CountyTable('delivery')
@BelongsTo('outbox_event', 'outboxEventId')
@Unique(['countyId', 'effectKey'])
export class Delivery extends CountyRow {
  @IdColumn('outbox_event_id', OPTIONAL)
  outboxEventId: string | null;

  /** The business key of the effect, for instance 'reminder-<id>'. */
  @TextColumn('effect_key')
  effectKey: string;

  @OneOf('channel', ['MAIL', 'SMS', 'WECHAT', 'IN_APP'])
  channel: 'MAIL' | 'SMS' | 'WECHAT' | 'IN_APP';

  @OneOf('state', DeliveryState)
  state: DeliveryState;

  @TextColumn('provider_message_id', OPTIONAL)
  providerMessageId: string | null;

  @InstantColumn('delivered_at')
  deliveredAt: Date;
}
