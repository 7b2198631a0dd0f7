import { Check, Unique } from 'typeorm';
import { BytesColumn, CountyRow, CountyTable, RefersTo, WholeColumn } from '../database/county-row.entity';

/** The most links that a chain can have. */
export const MOST_LINKS = 2_147_483_647;

/** Seals one audit entry, whose id it bears, together with the link before. Made by a trigger at the commit. */
@CountyTable('audit_link')
@RefersTo('audit_entry', 'id')
@Unique(['countyId', 'sequence'])
@Check('audit_link_hash_check', 'octet_length(hash) = 32 and octet_length(previous_hash) = 32')
export class AuditLink extends CountyRow {
  /** Place in the county's chain, from 1 without gaps. */
  @WholeColumn('sequence', 1, MOST_LINKS)
  sequence: number;

  @BytesColumn('previous_hash')
  previousHash: Buffer;

  @BytesColumn('hash')
  hash: Buffer;
}
