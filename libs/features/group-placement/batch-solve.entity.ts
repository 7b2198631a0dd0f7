import { Check, Index, Unique } from 'typeorm';
import { BatchSolvePhase, BatchSolveState } from '#domain/group-placement/batch-codes';
import {
  BelongsTo,
  CountyTable,
  EditableRow,
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  TextColumn,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** What set a run of the solver off. */
export const SolveCause = { REQUESTED: 'REQUESTED', OVERRIDE: 'OVERRIDE', UNDO: 'UNDO' } as const;

/** One of the causes of a run. */
export type SolveCause = (typeof SolveCause)[keyof typeof SolveCause];

const HALF = `state in ('QUEUED', 'RUNNING')`;

/** One run of the solver over a batch, with its result, reasons and proof as they were found. */
@CountyTable('batch_solve')
@BelongsTo('placement_batch', 'batchId')
@RefersTo('batch_instance', 'instanceId', [['batchId', 'batchId']])
@RefersTo('membership', 'requestedByMembershipId')
@Unique(['countyId', 'batchId', 'seq'])
@Index('batch_solve_one_open_idx', ['countyId', 'batchId'], {
  unique: true,
  where: `state = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text])`,
})
@Check('batch_solve_finished_check', `(${HALF}) = (finished_at is null)`)
@Check('batch_solve_failed_check', `(state = 'FAILED') = (error_code is not null)`)
@Check(
  'batch_solve_done_check',
  `num_nulls(instance_id, input_hash, solver_version, solver_millis, outcome, certificate) = case when state = 'DONE' then 0 else 6 end`,
)
export class BatchSolve extends EditableRow {
  @IdColumn('batch_id')
  batchId: string;

  /** The run of the batch, counted from 1. */
  @WholeColumn('seq', 1, 100_000)
  seq: number;

  @OneOf('cause', SolveCause)
  cause: SolveCause;

  @OneOf('state', BatchSolveState)
  state: BatchSolveState;

  @OneOf('phase', BatchSolvePhase, OPTIONAL)
  phase: BatchSolvePhase | null;

  @WholeColumn('permille', 0, 1_000, { default: 0 })
  permille: number;

  @IdColumn('requested_by_membership_id')
  requestedByMembershipId: string;

  @InstantColumn('started_at', OPTIONAL)
  startedAt: Date | null;

  @InstantColumn('finished_at', OPTIONAL)
  finishedAt: Date | null;

  /** Time of the computation alone. */
  @WholeColumn('solver_millis', 0, 86_400_000, OPTIONAL)
  solverMillis: number | null;

  @TextColumn('error_code', OPTIONAL)
  errorCode: string | null;

  @IdColumn('instance_id', OPTIONAL)
  instanceId: string | null;

  /** SHA-256 of the canonical instance, the decisions and the version of the weights. */
  @TextColumn('input_hash', OPTIONAL)
  inputHash: string | null;

  @TextColumn('solver_version', OPTIONAL)
  solverVersion: string | null;

  /** Figures, policies, diversity, capacity, groups of the unplaced. */
  @JsonColumn('outcome', OPTIONAL)
  outcome: object | null;

  /** The result for what the decisions left to solve, as `cli verify-certificate` reads it. */
  @JsonColumn('certificate', OPTIONAL)
  certificate: object | null;
}
