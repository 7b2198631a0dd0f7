import { Check, Unique } from 'typeorm';
import { ContactChannel } from '#domain/follow-up/contact-codes';
import { MilestoneCode } from '#domain/follow-up/milestone-template';
import {
  CountyRow,
  CountyTable,
  DayColumn,
  FlagColumn,
  InstantColumn,
  OneOf,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** What a version of the county's template says of one milestone; never changed once written. */
@CountyTable('milestone_template')
@Unique(['countyId', 'version', 'code'])
@Unique(['countyId', 'effectiveFrom', 'code'])
@Check('milestone_template_thinned_check', `is_planned or code in ('M4', 'M5', 'M7', 'M8', 'M10', 'M11')`)
export class MilestoneTemplate extends CountyRow {
  @WholeColumn('version', 2, 100_000)
  version: number;

  @DayColumn('effective_from')
  effectiveFrom: string;

  @OneOf('code', MilestoneCode)
  code: MilestoneCode;

  /** False = thinned out. */
  @FlagColumn('is_planned')
  isPlanned: boolean;

  /** Days or months from the start, as the milestone counts; negative = before it. */
  @WholeColumn('offset_count', -7, 365)
  offsetCount: number;

  @WholeColumn('window_working_days', 1, 20)
  windowWorkingDays: number;

  @OneOf('channel', ContactChannel)
  channel: ContactChannel;

  @InstantColumn('created_at', { default: () => 'now()' })
  createdAt: Date;
}
