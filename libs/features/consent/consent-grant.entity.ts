import { Check, Index, Unique } from 'typeorm';
import { ConsentPurpose, EvidenceKind, FieldGroup, WithdrawalWay } from '#domain/consent/consent-codes';
import { ConsentStatus } from '#domain/consent/consent-lifecycle';
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
@RefersTo('membership', 'withdrawnByMembershipId')
@RefersTo('file', 'withdrawalFileId')
@Unique(['countyId', 'id', 'clientId'])
@Index(['countyId', 'clientId', 'status'])
@Index(['countyId', 'recipientOrganisationId', 'status'])
@Check('consent_grant_term_check', `valid_from <= valid_to and valid_to <= valid_from + interval '12 months'`)
@Check('consent_grant_revoked_check', `(status = 'REVOKED') = (revoked_at is not null)`)
@Check('consent_grant_groups_check', 'cardinality(field_groups) > 0')
@Check('consent_grant_evidence_check', 'recorded_by_membership_id is null or evidence_file_id is not null')
@Check('consent_grant_text_digest_check', 'octet_length(text_digest) = 32')
@Check(
  'consent_grant_witness_check',
  `(evidence_kind is not distinct from 'READ_ALOUD') = (witness_name_enc is not null)`,
)
@Check('consent_grant_withdrawn_check', `status = 'REVOKED' or withdrawal_way is null`)
@Check(
  'consent_grant_withdrawal_paper_check',
  `withdrawal_way is distinct from 'IN_WRITING' or withdrawal_file_id is not null`,
)
@Check(
  'consent_grant_scope_check',
  `case purpose
    when 'SHARE_PROFILE' then field_groups <@ array['PROFILE', 'WORK_NEEDS']
    when 'SHARE_IDENTITY' then field_groups <@ array['IDENTITY', 'CONTACT']
    when 'MENTOR_SHARE' then field_groups <@ array['IDENTITY', 'CONTACT', 'WORK_NEEDS']
    when 'EMPLOYER_VERIFY' then field_groups <@ array['IDENTITY']
    when 'PAYROLL_CHECK' then field_groups <@ array['IDENTITY', 'PAY']
    when 'FINDING_NAMED' then field_groups <@ array['IDENTITY', 'PAY']
    when 'SUBSIDY_CLAIM' then field_groups <@ array['IDENTITY']
    when 'TRAINER_SHARE' then field_groups <@ array['CONTACT', 'WORK_NEEDS']
    else field_groups <@ array['IDENTITY', 'CONTACT'] end
    and (cardinality(field_groups) = 1 or not field_groups && array['WORK_NEEDS'])`,
)
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

  /** SHA-256 of that text; null for what was given before digests were kept. */
  @BytesColumn('text_digest', OPTIONAL)
  textDigest: Buffer | null;

  /** Null = the client gave it herself, or it was recorded before kinds were kept. */
  @OneOf('evidence_kind', EvidenceKind, OPTIONAL)
  evidenceKind: EvidenceKind | null;

  /** Encrypted: who heard it read aloud. */
  @BytesColumn('witness_name_enc', OPTIONAL)
  witnessNameEnc: Buffer | null;

  /** When the client had seen what was recorded for her. */
  @InstantColumn('seen_by_client_at', OPTIONAL)
  seenByClientAt: Date | null;

  /** Null = the client herself, or nobody. */
  @IdColumn('withdrawn_by_membership_id', OPTIONAL)
  withdrawnByMembershipId: string | null;

  @OneOf('withdrawal_way', WithdrawalWay, OPTIONAL)
  withdrawalWay: WithdrawalWay | null;

  @IdColumn('withdrawal_file_id', OPTIONAL)
  withdrawalFileId: string | null;
}
