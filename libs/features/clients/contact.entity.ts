import { Index } from 'typeorm';
import { ContactChannel } from '#domain/follow-up/contact-codes';
import {
  BelongsTo,
  BytesColumn,
  CountyRow,
  CountyTable,
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** One contact with a client; only a two-way one counts as a follow-up. */
@CountyTable('contact')
@RefersTo('client', 'clientId')
@RefersTo('membership', 'membershipId')
@BelongsTo('follow_up_milestone', 'milestoneId', [['clientId', 'clientId']])
@Index(['countyId', 'clientId', 'occurredAt'])
export class Contact extends CountyRow {
  @IdColumn('client_id')
  clientId: string;

  /** Who was in contact with the client. */
  @IdColumn('membership_id')
  membershipId: string;

  /** The follow-up that it was for; null = none. */
  @IdColumn('milestone_id', OPTIONAL)
  milestoneId: string | null;

  @OneOf('channel', ContactChannel)
  channel: ContactChannel;

  @FlagColumn('is_two_way')
  isTwoWay: boolean;

  @WholeColumn('duration_minutes', 0, 1_440, OPTIONAL)
  durationMinutes: number | null;

  @InstantColumn('occurred_at')
  occurredAt: Date;

  @DayColumn('next_due_on', OPTIONAL)
  nextDueOn: string | null;

  /** Encrypted; work-related only. */
  @BytesColumn('note_enc', OPTIONAL)
  noteEnc: Buffer | null;

  @InstantColumn('created_at', { default: () => 'now()' })
  createdAt: Date;
}
