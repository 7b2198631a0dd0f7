import { Check, Index } from 'typeorm';
import { AidKind, AidOffice } from '#domain/aid/aid-codes';
import { AidStatus } from '#domain/aid/aid-lifecycle';
import {
  CountyTable,
  DayColumn,
  EditableRow,
  IdColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
} from '#platform/database/county-row.entity';

/** Help that a client asks another office for: kind, state and days. Personal; no reason, no sum, nothing typed. */
@CountyTable('aid_request')
@RefersTo('client', 'clientId')
@RefersTo('membership', 'notedByMembershipId')
@Index(['countyId', 'clientId', 'notedOn'])
@Index('aid_request_open_once_idx', ['countyId', 'clientId', 'kind'], {
  unique: true,
  where: `status = ANY (ARRAY['NOTED'::text, 'REFERRED'::text])`,
})
@Index('aid_request_look_idx', ['countyId', 'nextLookOn'], { where: 'next_look_on IS NOT NULL' })
@Check('aid_request_look_check', `(status in ('NOTED', 'REFERRED')) = (next_look_on is not null)`)
@Check('aid_request_settled_check', `(status in ('NOTED', 'REFERRED')) = (settled_on is null)`)
@Check('aid_request_office_check', '(referred_to is null) = (referred_on is null)')
@Check('aid_request_referred_check', `status in ('NOTED', 'WITHDRAWN') or referred_to is not null`)
@Check(
  'aid_request_days_check',
  'noted_on <= coalesce(referred_on, noted_on) and noted_on <= coalesce(settled_on, noted_on)',
)
export class AidRequest extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @OneOf('kind', AidKind)
  kind: AidKind;

  @OneOf('status', AidStatus)
  status: AidStatus;

  @IdColumn('noted_by_membership_id')
  notedByMembershipId: string;

  @DayColumn('noted_on')
  notedOn: string;

  /** The office that has it; null = it was taken to none yet. */
  @OneOf('referred_to', AidOffice, OPTIONAL)
  referredTo: AidOffice | null;

  @DayColumn('referred_on', OPTIONAL)
  referredOn: string | null;

  /** When it was granted, not granted or withdrawn; null while it is open. */
  @DayColumn('settled_on', OPTIONAL)
  settledOn: string | null;

  /** The day on which the caseworker looks again; null once it is settled. */
  @DayColumn('next_look_on', OPTIONAL)
  nextLookOn: string | null;
}
