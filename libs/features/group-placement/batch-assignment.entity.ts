import { Check, Index, Unique } from 'typeorm';
import { BatchRowResult } from '#domain/group-placement/batch-codes';
import {
  BelongsTo,
  CountyTable,
  EditableRow,
  FlagColumn,
  IdColumn,
  JsonColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  TextColumn,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** One client of a batch: the position that she was given, or the proof why there is none. */
@CountyTable('batch_assignment')
@BelongsTo('placement_batch', 'batchId')
@BelongsTo('client', 'clientId')
@RefersTo('position', 'positionId')
@RefersTo('membership', 'addedByMembershipId')
@RefersTo('referral', 'referralId', [['clientId', 'clientId']])
@Unique(['countyId', 'batchId', 'clientId'])
@Index('batch_assignment_open_once_idx', ['countyId', 'clientId'], { unique: true, where: 'is_open' })
@Check('batch_assignment_placed_check', '(position_id is null) = (score is null)')
@Check(
  'batch_assignment_decided_check',
  `(result is not distinct from 'PROPOSED') = (referral_id is not null) and (result is not distinct from 'REFUSED') = (result_code is not null)`,
)
export class BatchAssignment extends EditableRow {
  @IdColumn('batch_id')
  batchId: string;

  @IdColumn('client_id')
  clientId: string;

  @IdColumn('added_by_membership_id')
  addedByMembershipId: string;

  /** Null before the first run, and for who stays unplaced. */
  @IdColumn('position_id', OPTIONAL)
  positionId: string | null;

  @WholeColumn('score', 0, 10_000, OPTIONAL)
  score: number | null;

  /** Parts of the score, as they were when the run read the pair. */
  @JsonColumn('parts', { default: () => `'[]'` })
  parts: object;

  /** Why this position, or why none: codes and figures. */
  @JsonColumn('reasons', { default: () => `'[]'` })
  reasons: object;

  /** Failing hard checks of the position that comes nearest, for who could take none. */
  @JsonColumn('blockers', { default: () => `'[]'` })
  blockers: object;

  /** The group of people under the same proof; null for who is placed. */
  @TextColumn('group_key', OPTIONAL)
  groupKey: string | null;

  /** True while the batch is neither committed nor discarded: nobody is in two of them. */
  @FlagColumn('is_open', { default: true })
  isOpen: boolean;

  @OneOf('result', BatchRowResult, OPTIONAL)
  result: BatchRowResult | null;

  /** Why the row was not proposed. */
  @TextColumn('result_code', OPTIONAL)
  resultCode: string | null;

  @IdColumn('referral_id', OPTIONAL)
  referralId: string | null;
}
