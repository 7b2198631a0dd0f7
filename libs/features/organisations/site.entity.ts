import { Unique } from 'typeorm';
import {
  BelongsTo,
  CountyTable,
  EditableRow,
  IdColumn,
  OPTIONAL,
  TextColumn,
} from '#platform/database/county-row.entity';

/** A place where an organisation works. */
@CountyTable('site')
@BelongsTo('organisation', 'organisationId')
@Unique(['countyId', 'organisationId', 'name'])
export class Site extends EditableRow {
  @IdColumn('organisation_id')
  organisationId: string;

  @TextColumn('name')
  name: string;

  /** Division code of the town or township. */
  @TextColumn('township')
  township: string;

  @TextColumn('address', OPTIONAL)
  address: string | null;
}
