import { Entity, PrimaryColumn, Unique } from 'typeorm';
import { DayColumn, FenColumn, FlagColumn, OPTIONAL, TextColumn } from '#platform/database/county-row.entity';

/** The minimum wage of a region from a day on. Global: dated data with its source. */
@Entity({ name: 'minimum_wage' })
@Unique(['regionCode', 'effectiveFrom'])
export class MinimumWage {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  /** Division code of the county. */
  @TextColumn('region_code')
  regionCode: string;

  @DayColumn('effective_from')
  effectiveFrom: string;

  @FenColumn('monthly_fen')
  monthlyFen: number;

  /** For an hour of part-time work. */
  @FenColumn('hourly_fen')
  hourlyFen: number;

  /** Whether the employee's social insurance comes on top of it. */
  @FlagColumn('excludes_employee_si', { default: false })
  excludesEmployeeSi: boolean;

  @TextColumn('source_doc')
  sourceDoc: string;

  @DayColumn('published_on', OPTIONAL)
  publishedOn: string | null;

  @FlagColumn('verified', { default: false })
  verified: boolean;
}
