import { Check, Column } from 'typeorm';
import {
  BelongsTo,
  CountyRow,
  CountyTable,
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

const MANY = 1_000_000;

/** The tests of a month's family. */
export const PayTestKind = {
  /** One client against her colleagues. */
  OWN: 'OWN',
  /** An enterprise's clients against theirs, by permutation. */
  COHORT: 'COHORT',
  /** The same by regression. */
  REGRESSION: 'REGRESSION',
} as const;

/** One of the tests. */
export type PayTestKind = (typeof PayTestKind)[keyof typeof PayTestKind];

/** One test of a month's family, corrected together with the others of its run; never rewritten. */
@CountyTable('pay_check_test')
@BelongsTo('pay_check_run', 'runId')
@RefersTo('organisation', 'organisationId')
@BelongsTo('pay_check_result', 'payCheckResultId')
@Check('pay_check_test_p_check', 'p between 0 and 1 and adjusted_p between p and 1')
@Check('pay_check_test_own_check', `(kind = 'OWN') = (pay_check_result_id is not null)`)
export class PayCheckTest extends CountyRow {
  @IdColumn('run_id')
  runId: string;

  @MonthColumn('period')
  period: string;

  @IdColumn('organisation_id')
  organisationId: string;

  @OneOf('kind', PayTestKind)
  kind: PayTestKind;

  /** The client's result that a test of her own is about; null for a group's. */
  @IdColumn('pay_check_result_id', OPTIONAL)
  payCheckResultId: string | null;

  @WholeColumn('clients', 1, MANY)
  clients: number;

  @WholeColumn('comparators', 3, MANY)
  comparators: number;

  /** One-sided, for the adverse direction. */
  @Column({ name: 'p', type: 'double precision' })
  p: number;

  /** After Benjamini–Hochberg over the run's family. */
  @Column({ name: 'adjusted_p', type: 'double precision' })
  adjustedP: number;

  /** The pooled gap is above the limit, or the regression at level 4; of one client her own gap. */
  @FlagColumn('exceeds_limit')
  exceedsLimit: boolean;

  /** Above the limit, and significant after the correction. */
  @FlagColumn('is_clear')
  isClear: boolean;

  /** Permutations, seed, coefficients: what repeats the test. */
  @JsonColumn('figures')
  figures: object;

  @InstantColumn('created_at')
  createdAt: Date;
}
