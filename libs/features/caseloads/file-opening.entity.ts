import { Check, Index } from 'typeorm';
import { OpeningReason, OpeningReview } from '#domain/caseloads/file-opening';
import {
  BelongsTo,
  BytesColumn,
  CountyTable,
  EditableRow,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
} from '#platform/database/county-row.entity';

/** A caseworker opened the file of another caseworker's client: when, why, and what a second person made of it. */
@CountyTable('file_opening')
@BelongsTo('client', 'clientId')
@BelongsTo('membership', 'readerMembershipId')
@RefersTo('organisation', 'organisationId')
@RefersTo('membership', 'reviewedByMembershipId')
@Index('file_opening_pending_idx', ['countyId', 'openedAt'], { where: `review = 'PENDING'` })
@Check('file_opening_hour_check', `opened_at < closes_at and closes_at <= opened_at + interval '60 minutes'`)
@Check(
  'file_opening_reviewed_check',
  `(review = 'PENDING') = (reviewed_by_membership_id is null) and (review = 'PENDING') = (reviewed_at is null)`,
)
@Check('file_opening_other_check', 'reviewed_by_membership_id <> reader_membership_id')
export class FileOpening extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @IdColumn('reader_membership_id')
  readerMembershipId: string;

  /** The reader's office. */
  @IdColumn('organisation_id')
  organisationId: string;

  @OneOf('reason', OpeningReason)
  reason: OpeningReason;

  /** Encrypted: the reader's sentence. */
  @BytesColumn('explanation_enc')
  explanationEnc: Buffer;

  @InstantColumn('opened_at')
  openedAt: Date;

  @InstantColumn('closes_at')
  closesAt: Date;

  @OneOf('review', OpeningReview, { default: 'PENDING' })
  review: OpeningReview;

  @IdColumn('reviewed_by_membership_id', OPTIONAL)
  reviewedByMembershipId: string | null;

  @InstantColumn('reviewed_at', OPTIONAL)
  reviewedAt: Date | null;

  /** Encrypted: the reviewer's sentence. */
  @BytesColumn('review_note_enc', OPTIONAL)
  reviewNoteEnc: Buffer | null;
}
