import { Column, Index } from 'typeorm';
import { CountyRow, CountyTable, IdColumn, InstantColumn } from '#platform/database/county-row.entity';

/** A position that a transaction may have changed for the ranking: written by triggers, followed by the ranking index. */
@CountyTable('position_change')
@Index(['countyId', 'transaction'])
@Index(['countyId', 'notedAt'])
export class PositionChange extends CountyRow {
  @IdColumn('position_id')
  positionId: string;

  /** The transaction's id, compared with the snapshot up to which an index has followed. */
  @Column({ name: 'transaction', type: 'bigint' })
  transaction: number;

  @InstantColumn('noted_at')
  notedAt: Date;
}
