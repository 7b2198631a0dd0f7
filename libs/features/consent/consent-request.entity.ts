import { Check, Index } from 'typeorm';
import { ConsentPurpose, FieldGroup } from '#domain/consent/consent-codes';
import { ConsentRequestStatus } from '#domain/consent/consent-request-lifecycle';
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

/** What a caseworker asks a client to agree to; no answer is a no. */
@CountyTable('consent_request')
@RefersTo('client', 'clientId')
@RefersTo('organisation', 'recipientOrganisationId')
@RefersTo('membership', 'requestedByMembershipId')
@RefersTo('consent_grant', 'consentGrantId', [['clientId', 'clientId']])
@Index(['countyId', 'clientId', 'status'])
@Index('consent_request_open_once_idx', ['countyId', 'clientId', 'recipientOrganisationId', 'purpose', 'fieldGroups'], {
  unique: true,
  where: `status = 'OPEN'`,
})
@Check('consent_request_groups_check', 'cardinality(field_groups) > 0')
@Check('consent_request_answered_check', `(status = 'OPEN') = (answered_at is null)`)
@Check('consent_request_agreed_check', `(status = 'AGREED') = (consent_grant_id is not null)`)
export class ConsentRequest extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @IdColumn('recipient_organisation_id')
  recipientOrganisationId: string;

  @OneOf('purpose', ConsentPurpose)
  purpose: ConsentPurpose;

  @SomeOf('field_groups', FieldGroup)
  fieldGroups: FieldGroup[];

  /** Last day that the consent would have. */
  @DayColumn('valid_to')
  validTo: string;

  @TextColumn('text_version')
  textVersion: string;

  @IdColumn('requested_by_membership_id')
  requestedByMembershipId: string;

  /** Last day for an answer. */
  @DayColumn('answer_by')
  answerBy: string;

  @OneOf('status', ConsentRequestStatus)
  status: ConsentRequestStatus;

  @InstantColumn('answered_at', OPTIONAL)
  answeredAt: Date | null;

  @IdColumn('consent_grant_id', OPTIONAL)
  consentGrantId: string | null;
}
