import { Check, Index, Unique } from 'typeorm';
import { PayFindingStatus } from '#domain/pay-equity/finding-lifecycle';
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
@Unique(['countyId', 'resultId', 'ruleCode'])
@Index('pay_finding_live_idx', ['countyId', 'placementId', 'period', 'ruleCode'], {
  unique: true,
  where: `status <> 'SUPERSEDED'::text`,
})
@Index(['countyId', 'organisationId', 'status'])
@Index(['countyId', 'period', 'status'])
@Check('pay_finding_triage_check', '(triaged_at is null) = (triaged_by_membership_id is null)')
@Check(
  'pay_finding_notified_check',
  `status not in ('NOTIFIED', 'RESPONDED', 'NO_RESPONSE') or notified_at is not null`,
)
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

  /** The enterprise's answer: a reason code, or its acceptance. */
  @TextColumn('response', OPTIONAL)
  response: string | null;

  @InstantColumn('closed_at', OPTIONAL)
  closedAt: Date | null;
}
