import { Check, Index } from 'typeorm';
import { ExportFailure, ExportStatus } from '#domain/data-rights/data-export';
import {
  BelongsTo,
  CountyTable,
  DayColumn,
  EditableRow,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
} from '#platform/database/county-row.entity';

/** A copy of her own data that a client asked for. The files lie under her key and are gone after their last day. */
@CountyTable('data_export')
@BelongsTo('client', 'clientId')
@RefersTo('membership', 'requestedByMembershipId')
@RefersTo('file', 'jsonFileId')
@RefersTo('file', 'pdfFileId')
@Index('data_export_queued_once_idx', ['countyId', 'clientId'], {
  unique: true,
  where: `status = 'QUEUED'::text`,
})
@Check(
  'data_export_ready_check',
  `(status = 'READY') = (ready_at is not null) and (ready_at is null) = (json_file_id is null) and (ready_at is null) = (pdf_file_id is null)`,
)
@Check('data_export_failed_check', `(status = 'FAILED') = (failure_code is not null)`)
export class DataExportRow extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @IdColumn('requested_by_membership_id')
  requestedByMembershipId: string;

  @OneOf('status', ExportStatus)
  status: ExportStatus;

  /** Last day on which it can be fetched. */
  @DayColumn('keep_until')
  keepUntil: string;

  @InstantColumn('ready_at', OPTIONAL)
  readyAt: Date | null;

  /** Why it was not made; null else. */
  @OneOf('failure_code', ExportFailure, OPTIONAL)
  failureCode: ExportFailure | null;

  @IdColumn('json_file_id', OPTIONAL)
  jsonFileId: string | null;

  @IdColumn('pdf_file_id', OPTIONAL)
  pdfFileId: string | null;
}
