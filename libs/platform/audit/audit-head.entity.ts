import { Check } from 'typeorm';
import { BytesColumn, CountyRow, CountyTable, WholeColumn } from '../database/county-row.entity';
import { MOST_LINKS } from './audit-link.entity';

/** The end of a county's chain; its id is the county's. */
@CountyTable('audit_head')
@Check('audit_head_hash_check', 'octet_length(hash) = 32')
export class AuditHead extends CountyRow {
  @WholeColumn('sequence', 0, MOST_LINKS)
  sequence: number;

  @BytesColumn('hash')
  hash: Buffer;

  /** Links up to here were taken away after the retention; 0 = none. */
  @WholeColumn('cut_sequence', 0, MOST_LINKS, { default: 0 })
  cutSequence: number;
}
