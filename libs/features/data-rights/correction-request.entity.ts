import { Check, Index } from 'typeorm';
import { CorrectionField, CorrectionStatus } from '#domain/data-rights/correction';
import {
  BelongsTo,
  BytesColumn,
  CountyTable,
  DayColumn,
  EditableRow,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
} from '#platform/database/county-row.entity';

/** What a client says is wrong about her, and what she was answered. */
@CountyTable('correction_request')
@BelongsTo('client', 'clientId')
@RefersTo('membership', 'answeredByMembershipId')
@Index('correction_request_due_on_idx', ['countyId', 'dueOn'], { where: `status = 'REQUESTED'::text` })
@Check(
  'correction_request_answered_check',
  `(status in ('ACCEPTED', 'DECLINED')) = (answered_at is not null) and (answered_at is null) = (answered_by_membership_id is null) and (answered_at is null) = (answer_enc is null)`,
)
export class CorrectionRequestRow extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @OneOf('field', CorrectionField)
  field: CorrectionField;

  /** Encrypted: what would be right. */
  @BytesColumn('text_enc')
  textEnc: Buffer;

  @OneOf('status', CorrectionStatus)
  status: CorrectionStatus;

  /** Last day for an answer. */
  @DayColumn('due_on')
  dueOn: string;

  /** Encrypted. */
  @BytesColumn('answer_enc', OPTIONAL)
  answerEnc: Buffer | null;

  @IdColumn('answered_by_membership_id', OPTIONAL)
  answeredByMembershipId: string | null;

  @InstantColumn('answered_at', OPTIONAL)
  answeredAt: Date | null;
}
