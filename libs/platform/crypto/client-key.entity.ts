import { Check, Unique } from 'typeorm';
import {
  BytesColumn,
  CountyRow,
  CountyTable,
  IdColumn,
  InstantColumn,
  OPTIONAL,
  RefersTo,
  WholeColumn,
} from '../database/county-row.entity';

/** The data key of one client, wrapped under the county's data key. Destroyed when she is erased: the row stays, the key goes. */
@CountyTable('client_key')
@RefersTo('client', 'clientId')
@Unique(['countyId', 'clientId'])
@Check('client_key_destroyed_check', '(wrapped is null) = (destroyed_at is not null)')
export class ClientKeyRow extends CountyRow {
  @IdColumn('client_id')
  clientId: string;

  /** Version of the county's data key under which it is wrapped. */
  @WholeColumn('county_key_version', 1, 32_767)
  countyKeyVersion: number;

  /** Null once destroyed. */
  @BytesColumn('wrapped', OPTIONAL)
  wrapped: Buffer | null;

  @InstantColumn('created_at', { default: () => 'now()' })
  createdAt: Date;

  @InstantColumn('destroyed_at', OPTIONAL)
  destroyedAt: Date | null;
}
