import { Check, Entity, PrimaryColumn } from 'typeorm';
import { FlagColumn, TextColumn, WholeColumn } from '#platform/database/county-row.entity';

/** A day that is not what its weekday says: a holiday, or a make-up working day. Global. */
@Entity({ name: 'holiday' })
@Check('holiday_day_in_year_check', 'extract(year from day) = year')
export class Holiday {
  @PrimaryColumn({ name: 'day', type: 'date' })
  day: string;

  @WholeColumn('year', 2000, 2100)
  year: number;

  /** True = holiday, false = make-up working day. */
  @FlagColumn('is_off')
  isOff: boolean;

  @TextColumn('source')
  source: string;

  @FlagColumn('verified', { default: false })
  verified: boolean;
}
