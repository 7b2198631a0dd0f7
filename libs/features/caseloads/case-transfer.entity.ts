import { Check, Index } from 'typeorm';
import { TransferReason, TransferStatus } from '#domain/caseloads/case-transfer';
import {
  BelongsTo,
  CountyTable,
  EditableRow,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  TextColumn,
} from '#platform/database/county-row.entity';

/** The handover of one client from one caseworker to another. */
@CountyTable('case_transfer')
@BelongsTo('client', 'clientId')
@BelongsTo('membership', 'fromMembershipId')
@BelongsTo('membership', 'toMembershipId')
@RefersTo('membership', 'requestedByMembershipId')
@RefersTo('membership', 'decidedByMembershipId')
@Index('case_transfer_one_open_idx', ['countyId', 'clientId'], { unique: true, where: `status = 'REQUESTED'` })
@Check('case_transfer_other_check', 'from_membership_id <> to_membership_id')
@Check(
  'case_transfer_decided_check',
  `(status = 'REQUESTED') = (decided_at is null) and (status = 'REQUESTED') = (decided_by_membership_id is null)`,
)
export class CaseTransfer extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  /** Kept here for the caseworker who is asked: of the client herself she sees nothing yet. */
  @TextColumn('file_number')
  fileNumber: string;

  @IdColumn('from_membership_id')
  fromMembershipId: string;

  @IdColumn('to_membership_id')
  toMembershipId: string;

  @IdColumn('requested_by_membership_id')
  requestedByMembershipId: string;

  @OneOf('reason', TransferReason)
  reason: TransferReason;

  @OneOf('status', TransferStatus, { default: 'REQUESTED' })
  status: TransferStatus;

  @IdColumn('decided_by_membership_id', OPTIONAL)
  decidedByMembershipId: string | null;

  @InstantColumn('decided_at', OPTIONAL)
  decidedAt: Date | null;
}
