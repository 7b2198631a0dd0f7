import { Unique } from 'typeorm';
import { CountyRow, CountyTable, FlagColumn, TextColumn, WholeColumn } from '#platform/database/county-row.entity';

/** Minutes from one town or township to another, one row per direction and one for the way inside each. */
@CountyTable('travel_time')
@Unique(['countyId', 'fromTownship', 'toTownship'])
export class TravelTime extends CountyRow {
  @TextColumn('from_township')
  fromTownship: string;

  @TextColumn('to_township')
  toTownship: string;

  @WholeColumn('minutes', 0, 600)
  minutes: number;

  @FlagColumn('verified', { default: false })
  verified: boolean;
}
