import { Unique } from 'typeorm';
import { BytesColumn, CountyRow, CountyTable, InstantColumn, OneOf, WholeColumn } from '../database/county-row.entity';

/** A key of a county, wrapped under the master key; one row per purpose and version. */
@CountyTable('county_key')
@Unique(['countyId', 'purpose', 'version'])
export class CountyKey extends CountyRow {
  @OneOf('purpose', ['DATA', 'BLIND_INDEX'])
  purpose: 'DATA' | 'BLIND_INDEX';

  @WholeColumn('version', 1, 1_000_000)
  version: number;

  @BytesColumn('wrapped')
  wrapped: Buffer;

  @InstantColumn('created_at', { default: () => 'now()' })
  createdAt: Date;
}
