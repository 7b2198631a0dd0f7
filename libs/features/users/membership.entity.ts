import { Check, ForeignKey, Index } from 'typeorm';
import { Role } from '#domain/common/role';
import { MembershipStatus } from '#domain/users/membership-lifecycle';
import {
  BelongsTo,
  CodesColumn,
  CountyTable,
  EditableRow,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  TextColumn,
} from '#platform/database/county-row.entity';

/** What an account is in a county: its organisation, role and scope. */
@CountyTable('membership')
@ForeignKey('user_account', ['accountId'], ['id'], { onDelete: 'RESTRICT' })
@Index(['accountId'])
@BelongsTo('organisation', 'organisationId')
@BelongsTo('client', 'clientId')
@Index('membership_client_one_idx', ['countyId', 'clientId'], {
  unique: true,
  where: `client_id IS NOT NULL AND status <> 'ENDED'::text`,
})
@Index('membership_account_once_idx', ['countyId', 'accountId', 'organisationId', 'role'], {
  unique: true,
  where: `status <> 'ENDED'::text`,
})
@Check('membership_client_check', `(role = 'CLIENT') = (client_id is not null)`)
export class Membership extends EditableRow {
  @IdColumn('account_id')
  accountId: string;

  @IdColumn('organisation_id')
  organisationId: string;

  @OneOf('role', Role)
  role: Role;

  /** Townships that the member looks after; none = the whole county. */
  @CodesColumn('townships')
  townships: string[];

  /** The client who this is, for the role CLIENT; null for everybody else. */
  @IdColumn('client_id', OPTIONAL)
  clientId: string | null;

  /** The name that colleagues read; empty for a client, whose name is only in the encrypted file. */
  @TextColumn('display_name')
  displayName: string;

  /** Where work mail goes; null = none is sent. */
  @TextColumn('work_email', OPTIONAL)
  workEmail: string | null;

  @OneOf('status', MembershipStatus)
  status: MembershipStatus;

  @InstantColumn('ended_at', OPTIONAL)
  endedAt: Date | null;
}
