import { Check, Unique } from 'typeorm';
import {
  BelongsTo,
  CountyTable,
  DayColumn,
  EditableRow,
  IdColumn,
  OPTIONAL,
  RefersTo,
  TextColumn,
} from '#platform/database/county-row.entity';

/** A certificate that a client holds, brought along or earned in a course. */
@CountyTable('client_certificate')
@BelongsTo('client', 'clientId')
@RefersTo('course_session', 'courseSessionId')
@Unique(['countyId', 'clientId', 'code'])
@Check('client_certificate_validity_check', 'issued_on is null or valid_to is null or issued_on <= valid_to')
export class ClientCertificate extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @TextColumn('code')
  code: string;

  @DayColumn('issued_on', OPTIONAL)
  issuedOn: string | null;

  /** Last day of validity; null = without end. */
  @DayColumn('valid_to', OPTIONAL)
  validTo: string | null;

  /** The course session that gave it; null = brought along. */
  @IdColumn('course_session_id', OPTIONAL)
  courseSessionId: string | null;
}
