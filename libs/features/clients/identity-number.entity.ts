import { Unique } from 'typeorm';
import { FilingPurpose } from '#domain/common/identity-number';
import {
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

/** The number of a client's identity card, kept for one filing. Personal; it is found by nothing and never shown whole in passing. */
@CountyTable('identity_number')
@RefersTo('client', 'clientId')
@RefersTo('membership', 'recordedByMembershipId')
@Unique(['countyId', 'clientId'])
export class IdentityNumber extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  /** Encrypted. */
  @BytesColumn('number_enc')
  numberEnc: Buffer;

  @OneOf('purpose', FilingPurpose)
  purpose: FilingPurpose;

  @IdColumn('recorded_by_membership_id')
  recordedByMembershipId: string;

  @InstantColumn('recorded_at')
  recordedAt: Date;

  /** When the filing was settled; null while it is under way. */
  @DayColumn('settled_on', OPTIONAL)
  settledOn: string | null;
}
