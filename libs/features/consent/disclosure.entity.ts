import { Check, Unique } from 'typeorm';
import { DisclosedGroup } from '#domain/consent/consent-codes';
import {
  CountyRow,
  CountyTable,
  DayColumn,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** On what a disclosure rests. */
export const DisclosureBasis = {
  CONSENT: 'CONSENT',
  CONTRACT: 'CONTRACT',
  CASE_WORK: 'CASE_WORK',
  BREAK_GLASS: 'BREAK_GLASS',
  COURSE: 'COURSE',
} as const;

/** One of the bases of a disclosure. */
export type DisclosureBasis = (typeof DisclosureBasis)[keyof typeof DisclosureBasis];

/** Who looked at what of a client: one row per client, basis, reader, field group and day. */
@CountyTable('disclosure')
@RefersTo('client', 'clientId')
@RefersTo('membership', 'readerMembershipId')
@RefersTo('organisation', 'recipientOrganisationId')
@RefersTo('consent_grant', 'consentGrantId', [['clientId', 'clientId']])
@RefersTo('placement', 'placementId', [['clientId', 'clientId']])
@Unique('disclosure_once_key', ['countyId', 'clientId', 'basisId', 'readerMembershipId', 'fieldGroup', 'day'])
@Check('disclosure_basis_id_check', 'basis_id = coalesce(consent_grant_id, placement_id, client_id)')
@Check(
  'disclosure_rests_check',
  `(basis = 'CONSENT') = (consent_grant_id is not null) and (basis = 'CONTRACT') = (placement_id is not null)`,
)
@Check('disclosure_time_check', 'first_at <= last_at')
export class Disclosure extends CountyRow {
  @IdColumn('client_id')
  clientId: string;

  @OneOf('basis', DisclosureBasis)
  basis: DisclosureBasis;

  /** The grant, else the placement, else the client: the part of the key that is never null. */
  @IdColumn('basis_id')
  basisId: string;

  @IdColumn('consent_grant_id', OPTIONAL)
  consentGrantId: string | null;

  @IdColumn('placement_id', OPTIONAL)
  placementId: string | null;

  @IdColumn('reader_membership_id')
  readerMembershipId: string;

  /** The reader's organisation. */
  @IdColumn('recipient_organisation_id')
  recipientOrganisationId: string;

  @OneOf('field_group', DisclosedGroup)
  fieldGroup: DisclosedGroup;

  @DayColumn('day')
  day: string;

  @InstantColumn('first_at')
  firstAt: Date;

  @InstantColumn('last_at')
  lastAt: Date;

  @WholeColumn('count', 1, 1_000_000)
  count: number;
}
