import { Check, Index, Unique } from 'typeorm';
import { ComparatorVerdict, PayVerdict, RuleStatus } from '#domain/pay-equity/pay-codes';
import {
  BelongsTo,
  BytesColumn,
  CountyRow,
  CountyTable,
  FenColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  MonthColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** What the pay check says about one placement in one month, with the numbers that it was judged by; never rewritten but for is_current. */
@CountyTable('pay_check_result')
@BelongsTo('pay_check_run', 'runId')
@RefersTo('placement', 'placementId', [['clientId', 'clientId']])
@BelongsTo('client', 'clientId')
@RefersTo('organisation', 'organisationId')
@RefersTo('payroll_line', 'payrollLineId')
@Unique('pay_check_result_once_key', ['countyId', 'placementId', 'period', 'ruleVersion', 'inputHash'])
@Unique(['countyId', 'id', 'placementId'])
@Index('pay_check_result_current_idx', ['countyId', 'placementId', 'period'], { unique: true, where: 'is_current' })
@Index('pay_check_result_period_idx', ['countyId', 'period'], { where: 'is_current' })
@Check('pay_check_result_hash_check', 'octet_length(input_hash) = 32')
export class PayCheckResult extends CountyRow {
  @IdColumn('run_id')
  runId: string;

  @IdColumn('placement_id')
  placementId: string;

  @IdColumn('client_id')
  clientId: string;

  /** The employer. */
  @IdColumn('organisation_id', OPTIONAL)
  organisationId: string | null;

  @MonthColumn('period')
  period: string;

  @WholeColumn('rule_version', 1, 100_000)
  ruleVersion: number;

  /** SHA-256 over every input, the parameter rows among them. */
  @BytesColumn('input_hash')
  inputHash: Buffer;

  /** The client's own line; null = none was declared. */
  @IdColumn('payroll_line_id', OPTIONAL)
  payrollLineId: string | null;

  /** The row of the minimum wage that was used (a global table: no reference). */
  @IdColumn('minimum_wage_id', OPTIONAL)
  minimumWageId: string | null;

  /** Which calendar and which tolerances, beside the minimum wage. */
  @JsonColumn('basis', { default: {} })
  basis: object;

  /** The rules with their status and figures. */
  @JsonColumn('rules')
  rules: object;

  @OneOf('rules_status', RuleStatus)
  rulesStatus: RuleStatus;

  /** The comparison with colleagues: level, how many, medians; no single line of theirs. */
  @JsonColumn('comparator', OPTIONAL)
  comparator: object | null;

  @OneOf('comparator_verdict', ComparatorVerdict, OPTIONAL)
  comparatorVerdict: ComparatorVerdict | null;

  @OneOf('verdict', PayVerdict)
  verdict: PayVerdict;

  @FenColumn('received_fen', OPTIONAL)
  receivedFen: number | null;

  @FenColumn('counted_fen', OPTIONAL)
  countedFen: number | null;

  /** The minimum wage for the hours and days of the month. */
  @FenColumn('minimum_fen', OPTIONAL)
  minimumFen: number | null;

  @FenColumn('shortfall_fen', { default: 0 })
  shortfallFen: number;

  /** False once a later result of the same placement and month replaced it. */
  @FlagColumn('is_current', { default: true })
  isCurrent: boolean;

  @InstantColumn('created_at')
  createdAt: Date;
}
