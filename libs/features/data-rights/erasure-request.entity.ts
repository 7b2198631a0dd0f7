import { Check, Index } from 'typeorm';
import { ErasureStatus } from '#domain/data-rights/erasure-lifecycle';
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

/** A client's wish to be erased, and what became of it. */
@CountyTable('erasure_request')
@BelongsTo('client', 'clientId')
@RefersTo('membership', 'confirmedByMembershipId')
@Index('erasure_request_open_once_idx', ['countyId', 'clientId'], {
  unique: true,
  where: `status = ANY (ARRAY['REQUESTED'::text, 'CONFIRMED'::text])`,
})
@Check(
  'erasure_request_confirmed_check',
  `(status in ('CONFIRMED', 'ERASED')) = (confirmed_at is not null) and (confirmed_at is null) = (confirmed_by_membership_id is null)`,
)
@Check('erasure_request_erased_check', `(status = 'ERASED') = (erased_at is not null)`)
export class ErasureRequestRow extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @OneOf('status', ErasureStatus)
  status: ErasureStatus;

  @DayColumn('requested_on')
  requestedOn: string;

  /** Last day for carrying it out. */
  @DayColumn('due_on')
  dueOn: string;

  @InstantColumn('confirmed_at', OPTIONAL)
  confirmedAt: Date | null;

  @IdColumn('confirmed_by_membership_id', OPTIONAL)
  confirmedByMembershipId: string | null;

  @InstantColumn('erased_at', OPTIONAL)
  erasedAt: Date | null;
}
