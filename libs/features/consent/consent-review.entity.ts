import { Check, Unique } from 'typeorm';
import { ReviewVerdict } from '#domain/consent/consent-codes';
import {
  CountyTable,
  EditableRow,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
} from '#platform/database/county-row.entity';

/** A recorded consent that a supervisor looks at: one in ten, chosen by a hash of its id. */
@CountyTable('consent_review')
@RefersTo('client', 'clientId')
@RefersTo('consent_grant', 'consentGrantId', [['clientId', 'clientId']])
@RefersTo('membership', 'recordedByMembershipId')
@RefersTo('membership', 'reviewedByMembershipId')
@Unique(['countyId', 'consentGrantId'])
@Check('consent_review_other_person_check', 'reviewed_by_membership_id <> recorded_by_membership_id')
@Check(
  'consent_review_done_check',
  '(verdict is null) = (reviewed_at is null) and (verdict is null) = (reviewed_by_membership_id is null)',
)
export class ConsentReview extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @IdColumn('consent_grant_id')
  consentGrantId: string;

  @IdColumn('recorded_by_membership_id')
  recordedByMembershipId: string;

  /** Null = nobody has looked yet. */
  @OneOf('verdict', ReviewVerdict, OPTIONAL)
  verdict: ReviewVerdict | null;

  @IdColumn('reviewed_by_membership_id', OPTIONAL)
  reviewedByMembershipId: string | null;

  @InstantColumn('reviewed_at', OPTIONAL)
  reviewedAt: Date | null;
}
