import { Check, Index } from 'typeorm';
import { ComplaintStatus, ComplaintTopic } from '#domain/complaints/complaint';
import {
  BelongsTo,
  BytesColumn,
  CountyTable,
  DayColumn,
  EditableRow,
  FlagColumn,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
} from '#platform/database/county-row.entity';

/** A client's complaint about a person or a matter; whoever it is about never reads it. */
@CountyTable('complaint')
@BelongsTo('client', 'clientId')
@RefersTo('membership', 'aboutMembershipId')
@RefersTo('membership', 'answeredByMembershipId')
@Index('complaint_due_on_idx', ['countyId', 'dueOn'], { where: `status in ('RECEIVED', 'IN_REVIEW')` })
@Check('complaint_person_check', `topic <> 'PERSON' or about_membership_id is not null`)
@Check(
  'complaint_answered_check',
  `status not in ('ANSWERED', 'CLOSED') or (answer_enc is not null and answered_by_membership_id is not null and answered_at is not null)`,
)
@Check('complaint_other_check', 'answered_by_membership_id <> about_membership_id')
export class Complaint extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @OneOf('topic', ComplaintTopic)
  topic: ComplaintTopic;

  /** Whom it is about; null = a matter, nobody in particular. */
  @IdColumn('about_membership_id', OPTIONAL)
  aboutMembershipId: string | null;

  /** Encrypted: the client's words. */
  @BytesColumn('text_enc')
  textEnc: Buffer;

  @OneOf('status', ComplaintStatus, { default: 'RECEIVED' })
  status: ComplaintStatus;

  /** The last day for an answer. */
  @DayColumn('due_on')
  dueOn: string;

  @FlagColumn('was_reopened', { default: false })
  wasReopened: boolean;

  /** Encrypted: the answer, the latest one. */
  @BytesColumn('answer_enc', OPTIONAL)
  answerEnc: Buffer | null;

  @IdColumn('answered_by_membership_id', OPTIONAL)
  answeredByMembershipId: string | null;

  @InstantColumn('answered_at', OPTIONAL)
  answeredAt: Date | null;
}
