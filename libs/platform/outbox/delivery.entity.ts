import { Check, Index, Unique } from 'typeorm';
import { DeliveryChannel, DeliveryReason } from '#domain/common/delivery-attempt';
import {
  BelongsTo,
  CountyRow,
  CountyTable,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  TextColumn,
  WholeColumn,
} from '../database/county-row.entity';

/** UNCONFIRMED: the provider's answer was lost and the message is not sent again. SKIPPED: there was nothing to send, or the channel is off. */
export const DeliveryState = {
  SENT: 'SENT',
  UNCONFIRMED: 'UNCONFIRMED',
  SKIPPED: 'SKIPPED',
  FAILED: 'FAILED',
} as const;

/** One of the outcomes of a delivery. */
export type DeliveryState = (typeof DeliveryState)[keyof typeof DeliveryState];

/** One effect outside the database and its outcome, one row per key. */
@CountyTable('delivery')
@BelongsTo('outbox_event', 'outboxEventId')
@Unique(['countyId', 'effectKey'])
@Index(['countyId', 'deliveredAt', 'id'])
@Check('delivery_kind_check', `kind ~ '^[A-Z][A-Z_]{1,39}$'`)
@Check(
  'delivery_outcome_check',
  `(state in ('FAILED', 'UNCONFIRMED')) = (reason is not null) and (next_try_at is null or state = 'FAILED')`,
)
export class Delivery extends CountyRow {
  @IdColumn('outbox_event_id', OPTIONAL)
  outboxEventId: string | null;

  /** The business key of the effect, for instance 'reminder-<id>'. */
  @TextColumn('effect_key')
  effectKey: string;

  /** What was delivered: the kind of reminder, message or notice, never a word of it. */
  @TextColumn('kind')
  kind: string;

  @OneOf('channel', DeliveryChannel)
  channel: DeliveryChannel;

  @OneOf('state', DeliveryState)
  state: DeliveryState;

  @TextColumn('provider_message_id', OPTIONAL)
  providerMessageId: string | null;

  /** Why it failed, or why its outcome is not known. */
  @OneOf('reason', DeliveryReason, OPTIONAL)
  reason: DeliveryReason | null;

  @WholeColumn('attempts', 1, 1_000, { default: 1 })
  attempts: number;

  /** When a failed one is tried again; null = it is not. */
  @InstantColumn('next_try_at', OPTIONAL)
  nextTryAt: Date | null;

  /** When the outcome came. */
  @InstantColumn('delivered_at')
  deliveredAt: Date;
}
