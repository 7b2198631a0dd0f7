import { Check, Unique } from 'typeorm';
import {
  CountyRow,
  CountyTable,
  IdColumn,
  InstantColumn,
  MonthColumn,
  OPTIONAL,
  RefersTo,
} from '#platform/database/county-row.entity';

/** A month that an enterprise with placements had not declared by day 25 of the next one. */
@CountyTable('payroll_gap')
@RefersTo('organisation', 'organisationId')
@Unique(['countyId', 'organisationId', 'period'])
@Check('payroll_gap_closed_check', 'closed_at >= noted_at')
export class PayrollGap extends CountyRow {
  @IdColumn('organisation_id')
  organisationId: string;

  @MonthColumn('period')
  period: string;

  @InstantColumn('noted_at')
  notedAt: Date;

  /** When the month came in after all. */
  @InstantColumn('closed_at', OPTIONAL)
  closedAt: Date | null;
}
