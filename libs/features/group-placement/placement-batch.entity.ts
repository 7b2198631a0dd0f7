import { Check, Index } from 'typeorm';
import { BatchReturnReason } from '#domain/group-placement/batch-codes';
import { BatchStatus } from '#domain/group-placement/batch-lifecycle';
import {
  CountyTable,
  EditableRow,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  TextColumn,
} from '#platform/database/county-row.entity';

/** One cohort that is placed into many slots at once: collected, solved, reviewed, approved by another person, committed. */
@CountyTable('placement_batch')
@RefersTo('membership', 'preparedByMembershipId')
@RefersTo('membership', 'submittedByMembershipId')
@RefersTo('membership', 'approvedByMembershipId')
@RefersTo('membership', 'commitRequestedByMembershipId')
@RefersTo('membership', 'discardedByMembershipId')
@Index(['countyId', 'createdAt', 'id'])
@Check('placement_batch_title_check', 'length(title) between 1 and 80')
@Check('placement_batch_submitted_check', '(submitted_at is null) = (submitted_by_membership_id is null)')
@Check(
  'placement_batch_approved_check',
  `(status in ('APPROVED', 'COMMITTED')) <= (approved_at is not null) and (approved_at is null) = (approved_by_membership_id is null)`,
)
@Check(
  'placement_batch_committed_check',
  `(status = 'COMMITTED') = (committed_at is not null) and (commit_requested_at is null) = (commit_requested_by_membership_id is null) and (committed_at is null or commit_requested_at is not null)`,
)
@Check(
  'placement_batch_discarded_check',
  `(status = 'DISCARDED') = (discarded_at is not null) and (discarded_at is null) = (discarded_by_membership_id is null)`,
)
export class PlacementBatch extends EditableRow {
  @TextColumn('title')
  title: string;

  @OneOf('status', BatchStatus)
  status: BatchStatus;

  /** Until then caseworkers add their clients. */
  @InstantColumn('cutoff_at')
  cutoffAt: Date;

  @IdColumn('prepared_by_membership_id')
  preparedByMembershipId: string;

  @IdColumn('submitted_by_membership_id', OPTIONAL)
  submittedByMembershipId: string | null;

  /** Null while people still decide about pairs. */
  @InstantColumn('submitted_at', OPTIONAL)
  submittedAt: Date | null;

  /** Why it was given back last. */
  @OneOf('return_reason', BatchReturnReason, OPTIONAL)
  returnReason: BatchReturnReason | null;

  @IdColumn('approved_by_membership_id', OPTIONAL)
  approvedByMembershipId: string | null;

  @InstantColumn('approved_at', OPTIONAL)
  approvedAt: Date | null;

  @IdColumn('commit_requested_by_membership_id', OPTIONAL)
  commitRequestedByMembershipId: string | null;

  /** From here on the rows are proposed one by one. */
  @InstantColumn('commit_requested_at', OPTIONAL)
  commitRequestedAt: Date | null;

  @InstantColumn('committed_at', OPTIONAL)
  committedAt: Date | null;

  @IdColumn('discarded_by_membership_id', OPTIONAL)
  discardedByMembershipId: string | null;

  @InstantColumn('discarded_at', OPTIONAL)
  discardedAt: Date | null;
}
