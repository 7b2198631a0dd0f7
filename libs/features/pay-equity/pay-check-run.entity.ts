import { Check, Unique } from 'typeorm';
import { RunState } from '#domain/common/run-lifecycle';
import {
  CountyTable,
  EditableRow,
  IdColumn,
  InstantColumn,
  MonthColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  WholeColumn,
} from '#platform/database/county-row.entity';

const MANY = 10_000_000;

/** What set a pay-check run off. */
export const RunCause = {
  MONTHLY: 'MONTHLY',
  PAYROLL_UPLOADED: 'PAYROLL_UPLOADED',
  MINIMUM_WAGE_CHANGED: 'MINIMUM_WAGE_CHANGED',
  CONTRACT_CHANGED: 'CONTRACT_CHANGED',
  REQUESTED: 'REQUESTED',
} as const;

/** One of the causes of a run. */
export type RunCause = (typeof RunCause)[keyof typeof RunCause];

/** One equal-pay run over a month. */
@CountyTable('pay_check_run')
@RefersTo('membership', 'requestedByMembershipId')
@Unique(['countyId', 'period', 'revision'])
@Check('pay_check_run_finished_check', `(state in ('DONE', 'FAILED')) = (finished_at is not null)`)
@Check('pay_check_run_started_check', `state in ('QUEUED', 'FAILED') or started_at is not null`)
export class PayCheckRun extends EditableRow {
  @MonthColumn('period')
  period: string;

  @WholeColumn('revision', 1, 100_000)
  revision: number;

  @OneOf('cause', RunCause)
  cause: RunCause;

  @OneOf('state', RunState)
  state: RunState;

  @WholeColumn('rule_version', 1, 100_000)
  ruleVersion: number;

  /** Null = a job's run. */
  @IdColumn('requested_by_membership_id', OPTIONAL)
  requestedByMembershipId: string | null;

  @InstantColumn('started_at', OPTIONAL)
  startedAt: Date | null;

  @InstantColumn('finished_at', OPTIONAL)
  finishedAt: Date | null;

  @WholeColumn('lines_expected', 0, MANY, { default: 0 })
  linesExpected: number;

  @WholeColumn('lines_received', 0, MANY, { default: 0 })
  linesReceived: number;

  @WholeColumn('compliant', 0, MANY, { default: 0 })
  compliant: number;

  @WholeColumn('review', 0, MANY, { default: 0 })
  review: number;

  @WholeColumn('findings', 0, MANY, { default: 0 })
  findings: number;

  @WholeColumn('insufficient', 0, MANY, { default: 0 })
  insufficient: number;
}
