import { Check, ForeignKey, Index } from 'typeorm';
import { RecoveryStatus } from '#domain/users/recovery-lifecycle';
import {
  CountyRow,
  CountyTable,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
} from '#platform/database/county-row.entity';

/** Somebody lost her second factor; another person confirms that it is she who asks. */
@CountyTable('factor_recovery')
@ForeignKey('user_account', ['accountId'], ['id'], { onDelete: 'RESTRICT' })
@ForeignKey('user_account', ['requestedByAccountId'], ['id'], { onDelete: 'RESTRICT' })
@RefersTo('membership', 'membershipId')
@RefersTo('membership', 'decidedByMembershipId')
@Index('factor_recovery_open_idx', ['countyId', 'accountId'], { unique: true, where: `status = 'OPEN'::text` })
@Index(['countyId', 'requestedAt'])
@Check(
  'factor_recovery_decided_check',
  `(status = 'OPEN') = (decided_at is null) and (decided_at is null) = (decided_by_membership_id is null)`,
)
export class FactorRecovery extends CountyRow {
  @IdColumn('account_id')
  accountId: string;

  /** The membership by which the owner is known to who confirms. */
  @IdColumn('membership_id')
  membershipId: string;

  /** The owner herself, after her password, or an administrator. */
  @IdColumn('requested_by_account_id')
  requestedByAccountId: string;

  @InstantColumn('requested_at')
  requestedAt: Date;

  @InstantColumn('expires_at')
  expiresAt: Date;

  @OneOf('status', RecoveryStatus)
  status: RecoveryStatus;

  @IdColumn('decided_by_membership_id', OPTIONAL)
  decidedByMembershipId: string | null;

  @InstantColumn('decided_at', OPTIONAL)
  decidedAt: Date | null;
}
