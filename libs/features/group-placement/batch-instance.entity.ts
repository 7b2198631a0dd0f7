import { Unique } from 'typeorm';
import {
  BelongsTo,
  CountyRow,
  CountyTable,
  InstantColumn,
  IdColumn,
  IdsColumn,
  JsonColumn,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** Who could take which position, and how well it would fit, as it was read for a run; overrides are worked out on it. */
@CountyTable('batch_instance')
@BelongsTo('placement_batch', 'batchId')
@Unique(['countyId', 'id', 'batchId'])
export class BatchInstance extends CountyRow {
  @IdColumn('batch_id')
  batchId: string;

  @InstantColumn('read_at')
  readAt: Date;

  @WholeColumn('weights_version', 1, 100_000)
  weightsVersion: number;

  /** Client i of the instance, in the order of file numbers. */
  @IdsColumn('client_ids')
  clientIds: string[];

  /** Slot q of the instance: a position with its open slots. */
  @IdsColumn('position_ids')
  positionIds: string[];

  /** The instance file {n, m, cap, ptr, col, w}. */
  @JsonColumn('pairs')
  pairs: object;
}
