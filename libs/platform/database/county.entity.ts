import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { InstantColumn, JsonColumn, TextColumn } from './county-row.entity';

/** A county: the tenant. Global, readable by every county. */
@Entity({ name: 'county' })
@Unique(['code'])
export class County {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  /** Division code of GB/T 2260; also the region of its minimum wage. */
  @Column({ name: 'code', type: 'text' })
  code: string;

  @TextColumn('name')
  name: string;

  @TextColumn('time_zone', { default: 'Asia/Shanghai' })
  timeZone: string;

  /** The neutral name under which the county runs the product. */
  @TextColumn('product_name')
  productName: string;

  /** Cadence, quiet hours, tolerances. */
  @JsonColumn('settings', { default: {} })
  settings: object;

  @InstantColumn('created_at', { default: () => 'now()' })
  createdAt: Date;
}
