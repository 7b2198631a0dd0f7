import { Unique } from 'typeorm';
import { CountyTable, EditableRow, IdColumn, JsonColumn, RefersTo } from '#platform/database/county-row.entity';

/** Which of its own columns an enterprise matched to which of ours, as it last sent a payroll. */
@CountyTable('payroll_mapping')
@RefersTo('organisation', 'organisationId')
@Unique(['countyId', 'organisationId'])
export class PayrollMapping extends EditableRow {
  @IdColumn('organisation_id')
  organisationId: string;

  /** [{ header, key }]: the enterprise's own header, and the key of our column; a null key leaves the column out. */
  @JsonColumn('headers')
  headers: object[];
}
