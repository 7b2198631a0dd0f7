import { Check, Index, Unique } from 'typeorm';
import { ContactChannel } from '#domain/follow-up/contact-codes';
import { MilestoneStatus } from '#domain/follow-up/milestone-lifecycle';
import { SnoozeReason } from '#domain/follow-up/snooze';
import {
  BelongsTo,
  CountyTable,
  DayColumn,
  EditableRow,
  FlagColumn,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  TextColumn,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** A planned contact after a placement. */
@CountyTable('follow_up_milestone')
@RefersTo('placement', 'placementId', [['clientId', 'clientId']])
@BelongsTo('client', 'clientId')
@RefersTo('contact', 'contactId')
@Unique(['countyId', 'placementId', 'code'])
@Unique(['countyId', 'id', 'clientId'])
@Index(['countyId', 'status', 'dueOn'])
@Check('follow_up_milestone_days_check', `code = 'PRE' or raw_on <= due_on`)
@Check('follow_up_milestone_done_check', `(status = 'DONE') = (contact_id is not null and done_at is not null)`)
@Check('follow_up_milestone_snooze_check', `status <> 'SNOOZED' or snoozed_until is not null`)
export class FollowUpMilestone extends EditableRow {
  @IdColumn('placement_id')
  placementId: string;

  @IdColumn('client_id')
  clientId: string;

  /** PRE, D1 … D365. */
  @TextColumn('code')
  code: string;

  /** The day by counting alone. */
  @DayColumn('raw_on')
  rawOn: string;

  /** The working day on which it is due. */
  @DayColumn('due_on')
  dueOn: string;

  @WholeColumn('window_working_days', 0, 30)
  windowWorkingDays: number;

  @OneOf('channel', ContactChannel)
  channel: ContactChannel;

  @FlagColumn('is_required', { default: true })
  isRequired: boolean;

  /** Planned on a calendar year that has no official table yet. */
  @FlagColumn('is_provisional', { default: false })
  isProvisional: boolean;

  @OneOf('status', MilestoneStatus)
  status: MilestoneStatus;

  /** Counts the plannings: a changed start plans anew. */
  @WholeColumn('revision', 1, 1_000, { default: 1 })
  revision: number;

  /** The two-way contact that did it. */
  @IdColumn('contact_id', OPTIONAL)
  contactId: string | null;

  @InstantColumn('done_at', OPTIONAL)
  doneAt: Date | null;

  @WholeColumn('attempts', 0, 100, { default: 0 })
  attempts: number;

  @WholeColumn('snoozes', 0, 2, { default: 0 })
  snoozes: number;

  @DayColumn('snoozed_until', OPTIONAL)
  snoozedUntil: string | null;

  @OneOf('snooze_reason', SnoozeReason, OPTIONAL)
  snoozeReason: SnoozeReason | null;

  @InstantColumn('last_reminded_at', OPTIONAL)
  lastRemindedAt: Date | null;

  /** When a supervisor was last told. */
  @InstantColumn('escalated_at', OPTIONAL)
  escalatedAt: Date | null;

  /** The version of the county's template that it was planned by. */
  @WholeColumn('template_version', 1, 100_000, { default: 1 })
  templateVersion: number;
}
