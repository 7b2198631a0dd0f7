import { Unique } from 'typeorm';
import {
  BelongsTo,
  CountyTable,
  EditableRow,
  IdColumn,
  OPTIONAL,
  RefersTo,
  TextColumn,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** A room for lessons. */
@CountyTable('room')
@BelongsTo('organisation', 'organisationId')
@RefersTo('site', 'siteId')
@Unique(['countyId', 'organisationId', 'name'])
export class Room extends EditableRow {
  @IdColumn('organisation_id')
  organisationId: string;

  @IdColumn('site_id', OPTIONAL)
  siteId: string | null;

  @TextColumn('name')
  name: string;

  @WholeColumn('seats', 1, 10_000)
  seats: number;
}
