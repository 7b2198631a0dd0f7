import { Check, Unique } from 'typeorm';
import { AgreementStatus } from '#domain/agreements/agreement-lifecycle';
import {
  BelongsTo,
  BytesColumn,
  CountyTable,
  DayColumn,
  EditableRow,
  IdColumn,
  JsonColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  TextColumn,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** What an enterprise promised the county's employment service: slots, and equal pay for equal work. */
@CountyTable('cooperation_agreement')
@BelongsTo('organisation', 'organisationId')
@RefersTo('organisation', 'trainingBaseId')
@RefersTo('cooperation_agreement', 'renewsId')
@RefersTo('file', 'documentFileId')
@Unique(['countyId', 'number'])
@Unique(['countyId', 'id', 'organisationId'])
@Check('cooperation_agreement_term_check', 'effective_from <= effective_to')
@Check('cooperation_agreement_signed_check', `status = 'DRAFT' or signed_on is not null`)
@Check('cooperation_agreement_pledge_check', 'allotted_slots <= pledged_slots + amended_slots')
export class CooperationAgreement extends EditableRow {
  /** The enterprise. */
  @IdColumn('organisation_id')
  organisationId: string;

  @IdColumn('training_base_id', OPTIONAL)
  trainingBaseId: string | null;

  @TextColumn('number')
  number: string;

  @DayColumn('signed_on', OPTIONAL)
  signedOn: string | null;

  @DayColumn('effective_from')
  effectiveFrom: string;

  /** The last day inside. */
  @DayColumn('effective_to')
  effectiveTo: string;

  @WholeColumn('pledged_slots', 0, 100_000)
  pledgedSlots: number;

  /** Slots beyond the pledge by approved amendments. */
  @WholeColumn('amended_slots', 0, 100_000, { default: 0 })
  amendedSlots: number;

  /** The sum of slots_total over its positions, kept by a trigger. */
  @WholeColumn('allotted_slots', 0, 200_000, { default: 0, update: false })
  allottedSlots: number;

  @TextColumn('equal_pay_clause')
  equalPayClause: string;

  /** Names and offices of those who signed. */
  @JsonColumn('signatories', { default: [] })
  signatories: object[];

  @BytesColumn('document_sha256', OPTIONAL)
  documentSha256: Buffer | null;

  @IdColumn('document_file_id', OPTIONAL)
  documentFileId: string | null;

  @OneOf('status', AgreementStatus)
  status: AgreementStatus;

  /** Why it is suspended; null otherwise. */
  @TextColumn('suspension_reason', OPTIONAL)
  suspensionReason: string | null;

  /** The agreement that this one renews. */
  @IdColumn('renews_id', OPTIONAL)
  renewsId: string | null;
}
