import { Check, Index } from 'typeorm';
import { RunState } from '#domain/common/run-lifecycle';
import { ImportKind } from '#domain/imports/import-codes';
import {
  BelongsTo,
  CodesColumn,
  CountyTable,
  EditableRow,
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

const ROWS = 1_000_000;

/** The import of one file. */
@CountyTable('import_run')
@BelongsTo('file', 'fileId')
@RefersTo('membership', 'requestedByMembershipId')
@RefersTo('organisation', 'organisationId')
@Index(['countyId', 'createdAt', 'id'])
@Check('import_run_finished_check', `(state in ('DONE', 'FAILED')) = (finished_at is not null)`)
@Check('import_run_counts_check', 'created + updated + unchanged + refused <= total_rows')
@Check('import_run_payroll_period_check', `kind <> 'PAYROLL' or period is not null`)
export class ImportRun extends EditableRow {
  @OneOf('kind', ImportKind)
  kind: ImportKind;

  @OneOf('state', RunState)
  state: RunState;

  /** Null once the file was refused and nothing of it kept, and for an import from the command line. */
  @IdColumn('file_id', OPTIONAL)
  fileId: string | null;

  /** The month of a payroll. */
  @MonthColumn('period', OPTIONAL)
  period: string | null;

  @FlagColumn('is_dry_run', { default: false })
  isDryRun: boolean;

  /** Null = from the command line. */
  @IdColumn('requested_by_membership_id', OPTIONAL)
  requestedByMembershipId: string | null;

  /** The organisation of whoever asked: whom else may see it. */
  @IdColumn('organisation_id')
  organisationId: string;

  /** Per cent. */
  @WholeColumn('progress', 0, 100, { default: 0 })
  progress: number;

  @WholeColumn('total_rows', 0, ROWS, { default: 0 })
  totalRows: number;

  @WholeColumn('created', 0, ROWS, { default: 0 })
  created: number;

  @WholeColumn('updated', 0, ROWS, { default: 0 })
  updated: number;

  @WholeColumn('unchanged', 0, ROWS, { default: 0 })
  unchanged: number;

  @WholeColumn('refused', 0, ROWS, { default: 0 })
  refused: number;

  /** Headers that no column answers to; their cells were not read. */
  @CodesColumn('unknown_columns')
  unknownColumns: string[];

  /** Why the whole file was refused: { code, field, detail }. */
  @JsonColumn('file_refusal', OPTIONAL)
  fileRefusal: object | null;

  @InstantColumn('started_at', OPTIONAL)
  startedAt: Date | null;

  @InstantColumn('finished_at', OPTIONAL)
  finishedAt: Date | null;
}
