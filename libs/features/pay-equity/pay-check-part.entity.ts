import { Check, Index, Unique } from 'typeorm';
import {
  CountyRow,
  CountyTable,
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  WholeColumn,
} from '#platform/database/county-row.entity';

const MANY = 1_000_000;

/** One enterprise's share of a run: a job of its own, and what the parent reads from it. */
@CountyTable('pay_check_part')
@RefersTo('pay_check_run', 'runId')
@RefersTo('organisation', 'organisationId')
@Unique(['countyId', 'runId', 'organisationId'])
@Index('pay_check_part_open_idx', ['countyId', 'runId'], { where: `state = 'QUEUED'::text` })
@Check('pay_check_part_finished_check', `(state = 'DONE') = (finished_at is not null)`)
export class PayCheckPart extends CountyRow {
  @IdColumn('run_id')
  runId: string;

  @IdColumn('organisation_id')
  organisationId: string;

  @OneOf('state', ['QUEUED', 'DONE'])
  state: 'QUEUED' | 'DONE';

  /** Placements that were checked. */
  @WholeColumn('placements', 0, MANY, { default: 0 })
  placements: number;

  /** Results that are new: their input had changed. */
  @WholeColumn('changed', 0, MANY, { default: 0 })
  changed: number;

  /** The enterprise's group tests before the month's correction. */
  @JsonColumn('tests', { default: [] })
  tests: object[];

  /** The group tests that it has too few people for. */
  @JsonColumn('untested', { default: [] })
  untested: object[];

  /** Posts that clients were gathered in, with rounded medians: what a supervisor compares by hand. */
  @JsonColumn('segregated', { default: [] })
  segregated: object[];

  @InstantColumn('created_at')
  createdAt: Date;

  @InstantColumn('finished_at', OPTIONAL)
  finishedAt: Date | null;
}
