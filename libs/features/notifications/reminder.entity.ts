import { Check, Column, Index, Unique } from 'typeorm';
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

/** CLAIMED is in a worker's hands; UNCONFIRMED: the provider's answer was lost, it is not sent again. */
export const ReminderState = {
  PENDING: 'PENDING',
  CLAIMED: 'CLAIMED',
  SENT: 'SENT',
  UNCONFIRMED: 'UNCONFIRMED',
  SKIPPED: 'SKIPPED',
  FAILED: 'FAILED',
} as const;

/** One of the states of a reminder. */
export type ReminderState = (typeof ReminderState)[keyof typeof ReminderState];

/** The digest of one person and day: one mail however much it holds. */
@CountyTable('reminder')
@RefersTo('membership', 'recipientMembershipId')
@Unique(['countyId', 'recipientMembershipId', 'day', 'kind'])
@Index(['countyId', 'state', 'day'])
@Check('reminder_sent_check', `(state = 'SENT') = (sent_at is not null)`)
export class Reminder extends CountyRow {
  @IdColumn('recipient_membership_id')
  recipientMembershipId: string;

  @DayColumn('day')
  day: string;

  @OneOf('kind', ['FOLLOW_UP', 'FOLLOW_UP_LATE', 'FOLLOW_UP_BY_HAND', 'ANSWERS_DUE', 'PAYROLL_DUE'])
  kind: 'FOLLOW_UP' | 'FOLLOW_UP_LATE' | 'FOLLOW_UP_BY_HAND' | 'ANSWERS_DUE' | 'PAYROLL_DUE';

  /** What it is about: milestones, referrals. */
  @Column({ name: 'subject_ids', type: 'uuid', array: true })
  subjectIds: string[];

  @OneOf('state', ReminderState)
  state: ReminderState;

  @WholeColumn('attempts', 0, 1_000, { default: 0 })
  attempts: number;

  @InstantColumn('claimed_at', OPTIONAL)
  claimedAt: Date | null;

  @InstantColumn('sent_at', OPTIONAL)
  sentAt: Date | null;

  @InstantColumn('created_at')
  createdAt: Date;
}
