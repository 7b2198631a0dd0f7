import { Check, Index, Unique } from 'typeorm';
import { ConsentPurpose, FieldGroup } from '#domain/consent/consent-codes';
import { ConsentStatus } from '#domain/consent/consent-lifecycle';
import {
  CountyTable,
  DayColumn,
  EditableRow,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  SomeOf,
  TextColumn,
} from '#platform/database/county-row.entity';

/** A client's separate consent: to one recipient, for one purpose, for named groups of fields, at most a year. */
@CountyTable('consent_grant')
@RefersTo('client', 'clientId')
@RefersTo('organisation', 'discloserOrganisationId')
@RefersTo('organisation', 'recipientOrganisationId')
@RefersTo('membership', 'recordedByMembershipId')
@RefersTo('file', 'evidenceFileId')
@Unique(['countyId', 'id', 'clientId'])
@Index(['countyId', 'clientId', 'status'])
@Index(['countyId', 'recipientOrganisationId', 'status'])
@Check('consent_grant_term_check', `valid_from <= valid_to and valid_to <= valid_from + interval '12 months'`)
@Check('consent_grant_revoked_check', `(status = 'REVOKED') = (revoked_at is not null)`)
@Check('consent_grant_groups_check', 'cardinality(field_groups) > 0')
@Check('consent_grant_evidence_check', 'recorded_by_membership_id is null or evidence_file_id is not null')
export class ConsentGrant extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @IdColumn('discloser_organisation_id')
  discloserOrganisationId: string;

  @IdColumn('recipient_organisation_id')
  recipientOrganisationId: string;

  @OneOf('purpose', ConsentPurpose)
  purpose: ConsentPurpose;

  @SomeOf('field_groups', FieldGroup)
  fieldGroups: FieldGroup[];

  @DayColumn('valid_from')
  validFrom: string;

  /** The last day inside. */
  @DayColumn('valid_to')
  validTo: string;

  @InstantColumn('revoked_at', OPTIONAL)
  revokedAt: Date | null;

  @OneOf('status', ConsentStatus)
  status: ConsentStatus;

  /** Which text the client agreed to. */
  @TextColumn('text_version')
  textVersion: string;

  /** Null = the client gave it herself. */
  @IdColumn('recorded_by_membership_id', OPTIONAL)
  recordedByMembershipId: string | null;

  @IdColumn('evidence_file_id', OPTIONAL)
  evidenceFileId: string | null;
}
