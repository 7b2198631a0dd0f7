import { Check, Unique } from 'typeorm';
import { CountyRow, CountyTable, DayColumn, InstantColumn, WholeColumn } from '#platform/database/county-row.entity';

/** A county's weights of the score parts from a day on; together 10,000. */
@CountyTable('score_weights')
@Unique(['countyId', 'version'])
@Unique(['countyId', 'effectiveFrom'])
@Check('score_weights_sum_check', 'skills + occupation + commute + pay + shift_and_hours + benefits = 10000')
export class ScoreWeightsRow extends CountyRow {
  @WholeColumn('version', 1, 100_000)
  version: number;

  @DayColumn('effective_from')
  effectiveFrom: string;

  @WholeColumn('skills', 0, 10_000)
  skills: number;

  @WholeColumn('occupation', 0, 10_000)
  occupation: number;

  @WholeColumn('commute', 0, 10_000)
  commute: number;

  @WholeColumn('pay', 0, 10_000)
  pay: number;

  @WholeColumn('shift_and_hours', 0, 10_000)
  shiftAndHours: number;

  @WholeColumn('benefits', 0, 10_000)
  benefits: number;

  @InstantColumn('created_at', { default: () => 'now()' })
  createdAt: Date;
}
