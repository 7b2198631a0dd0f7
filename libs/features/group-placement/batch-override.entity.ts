import { Check, Index } from 'typeorm';
import { BatchOverrideKind, BatchOverrideReason } from '#domain/group-placement/batch-codes';
import {
  BelongsTo,
  CountyTable,
  EditableRow,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  WholeColumn,
} from '#platform/database/county-row.entity';

const POINTS = 50_000_000;

/** A pair that a person locked or forbade on the review board, with what that cost the cohort; kept when it is undone. */
@CountyTable('batch_override')
@BelongsTo('placement_batch', 'batchId')
@BelongsTo('client', 'clientId')
@RefersTo('position', 'positionId')
@RefersTo('membership', 'madeByMembershipId')
@RefersTo('membership', 'undoneByMembershipId')
@Index('batch_override_one_lock_idx', ['countyId', 'batchId', 'clientId'], {
  unique: true,
  where: `kind = 'LOCK' AND undone_at IS NULL`,
})
@Index('batch_override_pair_idx', ['countyId', 'batchId', 'clientId', 'positionId'], {
  unique: true,
  where: 'undone_at IS NULL',
})
@Check('batch_override_undone_check', '(undone_at is null) = (undone_by_membership_id is null)')
export class BatchOverride extends EditableRow {
  @IdColumn('batch_id')
  batchId: string;

  /** Overrides of one decision bear one act: a swap is two locks. */
  @IdColumn('act_id')
  actId: string;

  @OneOf('kind', BatchOverrideKind)
  kind: BatchOverrideKind;

  @IdColumn('client_id')
  clientId: string;

  @IdColumn('position_id')
  positionId: string;

  @OneOf('reason', BatchOverrideReason)
  reason: BatchOverrideReason;

  @IdColumn('made_by_membership_id')
  madeByMembershipId: string;

  /** People fewer than without it, of the whole act. */
  @WholeColumn('cost_placed', 0, 100_000)
  costPlaced: number;

  /** Points fewer than without it; below 0 where fewer people happen to fit better. */
  @WholeColumn('cost_fit', -POINTS, POINTS)
  costFit: number;

  @IdColumn('undone_by_membership_id', OPTIONAL)
  undoneByMembershipId: string | null;

  @InstantColumn('undone_at', OPTIONAL)
  undoneAt: Date | null;
}
