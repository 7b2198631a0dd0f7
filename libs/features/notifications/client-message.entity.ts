import { Check, Index } from 'typeorm';
import { ClientMessageKind, ClientMessageState } from '#domain/notifications/client-message';
import {
  CountyRow,
  CountyTable,
  DayColumn,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** A message to a client: what kind and about what, never its words. Its id is that of the work that announced it. */
@CountyTable('client_message')
@RefersTo('client', 'clientId')
@RefersTo('membership', 'askedByMembershipId')
@Index(['countyId', 'clientId', 'kind', 'day'])
@Check('client_message_sent_check', `(state = 'SENT') = (sent_at is not null)`)
export class ClientMessage extends CountyRow {
  @IdColumn('client_id')
  clientId: string;

  @OneOf('kind', ClientMessageKind)
  kind: ClientMessageKind;

  /** What it is about: a referral, a lesson, a milestone; the client herself where somebody asks her to call. */
  @IdColumn('subject_id')
  subjectId: string;

  @DayColumn('day')
  day: string;

  /** When the lesson or interview begins that changed; null for other kinds. */
  @InstantColumn('begins_at', OPTIONAL)
  beginsAt: Date | null;

  /** Who asked for it by hand. */
  @IdColumn('asked_by_membership_id', OPTIONAL)
  askedByMembershipId: string | null;

  /** By which way it left or is leaving; null before it was first taken. */
  @OneOf('channel', ['SMS', 'WECHAT', 'IN_APP'], OPTIONAL)
  channel: 'SMS' | 'WECHAT' | 'IN_APP' | null;

  @OneOf('state', ClientMessageState)
  state: ClientMessageState;

  @WholeColumn('attempts', 0, 1_000, { default: 0 })
  attempts: number;

  @InstantColumn('claimed_at', OPTIONAL)
  claimedAt: Date | null;

  @InstantColumn('sent_at', OPTIONAL)
  sentAt: Date | null;

  @InstantColumn('created_at')
  createdAt: Date;
}
