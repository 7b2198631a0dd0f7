import { Check, Index, Unique } from 'typeorm';
import { SlotStatus } from '#domain/positions/slot-lifecycle';
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

/** One place to work: one row per slot, so that none can be given twice. */
@CountyTable('job_slot')
@BelongsTo('position', 'positionId', [['organisationId', 'organisationId']])
@RefersTo('referral', 'heldFor', [['positionId', 'positionId']])
@Unique(['countyId', 'positionId', 'seq'])
@Unique(['countyId', 'id', 'organisationId'])
@Index('job_slot_held_for_one_idx', ['countyId', 'heldFor'], { unique: true, where: 'held_for IS NOT NULL' })
@Index('job_slot_open_idx', ['countyId', 'positionId'], { where: `status = 'OPEN'::text` })
@Index('job_slot_held_until_idx', ['countyId', 'heldUntil'], { where: `status = 'HELD'::text` })
@Check(
  'job_slot_held_check',
  `(status = 'HELD') = (held_for is not null) and (held_for is null) = (held_until is null)`,
)
export class JobSlot extends EditableRow {
  @IdColumn('position_id')
  positionId: string;

  /** The enterprise; the same as the position's. */
  @IdColumn('organisation_id')
  organisationId: string;

  @WholeColumn('seq', 1, 10_000)
  seq: number;

  @OneOf('status', SlotStatus)
  status: SlotStatus;

  /** The end of the hold; null unless held. */
  @InstantColumn('held_until', OPTIONAL)
  heldUntil: Date | null;

  /** The referral that it is held for, one of this position's; null unless held. */
  @IdColumn('held_for', OPTIONAL)
  heldFor: string | null;
}
