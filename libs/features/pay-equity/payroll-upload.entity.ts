import { Check, Unique } from 'typeorm';
import {
  BelongsTo,
  BytesColumn,
  CountyRow,
  CountyTable,
  IdColumn,
  InstantColumn,
  MonthColumn,
  OPTIONAL,
  RefersTo,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** One declaration of an enterprise's payroll for a month; a later revision replaces lines one by one. */
@CountyTable('payroll_upload')
@RefersTo('organisation', 'organisationId')
@RefersTo('membership', 'uploadedByMembershipId')
@BelongsTo('import_run', 'importRunId')
@RefersTo('file', 'fileId')
@Unique(['countyId', 'organisationId', 'period', 'revision'])
@Unique(['countyId', 'id', 'organisationId'])
@Check('payroll_upload_hash_check', 'octet_length(content_sha256) = 32')
export class PayrollUpload extends CountyRow {
  @IdColumn('organisation_id')
  organisationId: string;

  @MonthColumn('period')
  period: string;

  /** 1 for the first declaration of the month. */
  @WholeColumn('revision', 1, 10_000)
  revision: number;

  @BytesColumn('content_sha256')
  contentSha256: Buffer;

  @IdColumn('file_id', OPTIONAL)
  fileId: string | null;

  @IdColumn('import_run_id', OPTIONAL)
  importRunId: string | null;

  @IdColumn('uploaded_by_membership_id', OPTIONAL)
  uploadedByMembershipId: string | null;

  @WholeColumn('line_count', 0, 1_000_000)
  lineCount: number;

  @InstantColumn('received_at')
  receivedAt: Date;
}
