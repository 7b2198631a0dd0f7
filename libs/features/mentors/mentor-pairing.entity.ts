import { Check, Index, Unique } from 'typeorm';
import { PairingEnder, PairingStatus } from '#domain/mentors/pairing';
import {
  BelongsTo,
  CountyTable,
  EditableRow,
  FlagColumn,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
} from '#platform/database/county-row.entity';

/** Who keeps in touch with a client one to one. Personal: a fact about her, without a reason for its end. */
@CountyTable('mentor_pairing')
@BelongsTo('client', 'clientId')
@BelongsTo('membership', 'mentorMembershipId')
@RefersTo('organisation', 'organisationId')
@RefersTo('membership', 'pairedByMembershipId')
@Unique(['countyId', 'id', 'clientId'])
@Index('mentor_pairing_one_idx', ['countyId', 'clientId'], { unique: true, where: `status = 'ACTIVE'::text` })
@Check(
  'mentor_pairing_ended_check',
  `(status = 'ACTIVE') = (ended_at is null) and (status = 'ACTIVE') = (ended_by is null)`,
)
@Check('mentor_pairing_wish_check', `not wants_another or ended_by = 'CLIENT'`)
export class MentorPairing extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @IdColumn('mentor_membership_id')
  mentorMembershipId: string;

  /** The mentor's organisation: to whom the client's consent goes. */
  @IdColumn('organisation_id')
  organisationId: string;

  @IdColumn('paired_by_membership_id')
  pairedByMembershipId: string;

  /** A consent that is older opens nothing. */
  @InstantColumn('paired_at')
  pairedAt: Date;

  @OneOf('status', PairingStatus)
  status: PairingStatus;

  @InstantColumn('ended_at', OPTIONAL)
  endedAt: Date | null;

  @OneOf('ended_by', PairingEnder, OPTIONAL)
  endedBy: PairingEnder | null;

  /** True where she would like somebody else. */
  @FlagColumn('wants_another', { default: false })
  wantsAnother: boolean;
}
