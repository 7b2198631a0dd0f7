import { Check, Index, Unique } from 'typeorm';
import { PayFindingStatus } from '#domain/pay-equity/finding-lifecycle';
import { ConsentAnswer, EnterpriseResponse } from '#domain/pay-equity/finding-steps';
import { EvidenceGrade, FindingClass, PayRuleCode, PayVerdict, Severity } from '#domain/pay-equity/pay-codes';
import {
  BelongsTo,
  CountyTable,
  DayColumn,
  EditableRow,
  FenColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  MonthColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  TextColumn,
} from '#platform/database/county-row.entity';

/** One thing about a client's pay that somebody has to look at. */
@CountyTable('pay_finding')
@RefersTo('pay_check_result', 'resultId', [['placementId', 'placementId']])
@RefersTo('placement', 'placementId', [['clientId', 'clientId']])
@BelongsTo('client', 'clientId')
@RefersTo('organisation', 'organisationId')
@RefersTo('membership', 'triagedByMembershipId')
@RefersTo('membership', 'respondedByMembershipId')
@RefersTo('membership', 'reviewedByMembershipId')
@RefersTo('membership', 'decidedByMembershipId')
@RefersTo('consent_grant', 'consentGrantId', [['clientId', 'clientId']])
@RefersTo('consent_grant', 'referralGrantId', [['clientId', 'clientId']])
@RefersTo('organisation', 'referralOrganisationId')
@RefersTo('file', 'evidenceFileId')
@Unique(['countyId', 'id', 'clientId'])
@Unique(['countyId', 'resultId', 'ruleCode'])
@Index('pay_finding_live_idx', ['countyId', 'placementId', 'period', 'ruleCode'], {
  unique: true,
  where: `status <> 'SUPERSEDED'::text`,
})
@Index(['countyId', 'organisationId', 'status'])
@Index(['countyId', 'period', 'status'])
@Index('pay_finding_due_on_idx', ['countyId', 'dueOn'], { where: 'due_on is not null' })
@Index('pay_finding_evidence_file_id_idx', ['countyId', 'evidenceFileId'], { where: 'evidence_file_id is not null' })
@Check('pay_finding_triage_check', '(triaged_at is null) = (triaged_by_membership_id is null)')
@Check(
  'pay_finding_notified_check',
  `status not in ('NOTIFIED', 'RESPONDED', 'NO_RESPONSE') or notified_at is not null`,
)
@Check(
  'pay_finding_explained_check',
  `response is distinct from 'EXPLAINED' or (response_reason is not null and evidence_file_id is not null)`,
)
@Check('pay_finding_appeal_once_check', '(appealed_by is null) = (appealed_at is null)')
export class PayFinding extends EditableRow {
  @IdColumn('result_id')
  resultId: string;

  @IdColumn('placement_id')
  placementId: string;

  @IdColumn('client_id')
  clientId: string;

  /** The employer. */
  @IdColumn('organisation_id')
  organisationId: string;

  @MonthColumn('period')
  period: string;

  @OneOf('rule_code', PayRuleCode)
  ruleCode: PayRuleCode;

  @OneOf('status', PayFindingStatus)
  status: PayFindingStatus;

  @OneOf('verdict', PayVerdict)
  verdict: PayVerdict;

  @OneOf('severity', Severity)
  severity: Severity;

  @OneOf('finding_class', FindingClass)
  findingClass: FindingClass;

  @FenColumn('shortfall_fen')
  shortfallFen: number;

  /** The numbers behind it, as name and value. */
  @JsonColumn('figures')
  figures: object;

  /** For a gap to colleagues; null for a rule. */
  @OneOf('evidence', EvidenceGrade, OPTIONAL)
  evidence: EvidenceGrade | null;

  @InstantColumn('detected_at')
  detectedAt: Date;

  @DayColumn('triage_due_on', OPTIONAL)
  triageDueOn: string | null;

  @InstantColumn('triaged_at', OPTIONAL)
  triagedAt: Date | null;

  @IdColumn('triaged_by_membership_id', OPTIONAL)
  triagedByMembershipId: string | null;

  /** When the enterprise was told; before that it sees nothing. */
  @InstantColumn('notified_at', OPTIONAL)
  notifiedAt: Date | null;

  @DayColumn('respond_by', OPTIONAL)
  respondBy: string | null;

  @OneOf('response', EnterpriseResponse, OPTIONAL)
  response: EnterpriseResponse | null;

  @InstantColumn('closed_at', OPTIONAL)
  closedAt: Date | null;

  /** The last day of the present step; null where nothing is due, and before the triage (triageDueOn). */
  @DayColumn('due_on', OPTIONAL)
  dueOn: string | null;

  /** Why the latest step was taken, as a code. */
  @TextColumn('step_reason', OPTIONAL)
  stepReason: string | null;

  /** What the client said to the question whether it may be sent; null while she was not asked, or has not answered. */
  @OneOf('consent_answer', ConsentAnswer, OPTIONAL)
  consentAnswer: ConsentAnswer | null;

  @InstantColumn('consent_answered_at', OPTIONAL)
  consentAnsweredAt: Date | null;

  /** The consent by which the enterprise reads it. */
  @IdColumn('consent_grant_id', OPTIONAL)
  consentGrantId: string | null;

  /** Why it is explained or disputed, as a code. */
  @TextColumn('response_reason', OPTIONAL)
  responseReason: string | null;

  @InstantColumn('responded_at', OPTIONAL)
  respondedAt: Date | null;

  @IdColumn('responded_by_membership_id', OPTIONAL)
  respondedByMembershipId: string | null;

  @IdColumn('evidence_file_id', OPTIONAL)
  evidenceFileId: string | null;

  @InstantColumn('reviewed_at', OPTIONAL)
  reviewedAt: Date | null;

  @IdColumn('reviewed_by_membership_id', OPTIONAL)
  reviewedByMembershipId: string | null;

  /** When a person confirmed it; only from then on it is called a violation. */
  @InstantColumn('confirmed_at', OPTIONAL)
  confirmedAt: Date | null;

  @InstantColumn('escalated_at', OPTIONAL)
  escalatedAt: Date | null;

  @InstantColumn('decided_at', OPTIONAL)
  decidedAt: Date | null;

  @IdColumn('decided_by_membership_id', OPTIONAL)
  decidedByMembershipId: string | null;

  /** The authority that it is, or would be, handed on to. */
  @IdColumn('referral_organisation_id', OPTIONAL)
  referralOrganisationId: string | null;

  /** What the client said to handing it on; null while she was not asked. */
  @OneOf('referral_answer', ['ASKED', 'GIVEN', 'DECLINED'], OPTIONAL)
  referralAnswer: 'ASKED' | 'GIVEN' | 'DECLINED' | null;

  @IdColumn('referral_grant_id', OPTIONAL)
  referralGrantId: string | null;

  @InstantColumn('resolved_at', OPTIONAL)
  resolvedAt: Date | null;

  /** What later payroll lines paid for the month, once it reached the shortfall. */
  @FenColumn('paid_fen', OPTIONAL)
  paidFen: number | null;

  /** The last day for an appeal; null where there is none, or none any more. */
  @DayColumn('appeal_until', OPTIONAL)
  appealUntil: string | null;

  @OneOf('appealed_by', ['CLIENT', 'ENTERPRISE'], OPTIONAL)
  appealedBy: 'CLIENT' | 'ENTERPRISE' | null;

  @InstantColumn('appealed_at', OPTIONAL)
  appealedAt: Date | null;

  /** When a dismissal or a pay cut after the notification was seen. */
  @InstantColumn('retaliation_noted_at', OPTIONAL)
  retaliationNotedAt: Date | null;
}
