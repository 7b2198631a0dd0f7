import { Unique } from 'typeorm';
import {
  BelongsTo,
  CountyRow,
  CountyTable,
  IdColumn,
  InstantColumn,
  JsonColumn,
  MonthColumn,
} from '#platform/database/county-row.entity';

/** What a line said before a later declaration replaced it. */
@CountyTable('payroll_line_version')
@BelongsTo('payroll_upload', 'uploadId', [['organisationId', 'organisationId']])
@Unique(['countyId', 'lineId', 'uploadId'])
export class PayrollLineVersion extends CountyRow {
  /** The line; its row may be gone once its time was over. */
  @IdColumn('line_id')
  lineId: string;

  /** The declaration that the line stood in. */
  @IdColumn('upload_id')
  uploadId: string;

  @IdColumn('organisation_id')
  organisationId: string;

  @MonthColumn('period')
  period: string;

  /** The line's columns as they were. */
  @JsonColumn('content')
  content: object;

  @InstantColumn('replaced_at')
  replacedAt: Date;
}
