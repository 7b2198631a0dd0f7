import { Check, Unique } from 'typeorm';
import { ContactWay, MESSAGE_LANGUAGES, type MessageLanguage } from '#domain/notifications/client-message';
import {
  CountyTable,
  EditableRow,
  FlagColumn,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** How and when a client wishes to be written to; without a row, in the application and at the usual hours. */
@CountyTable('contact_choice')
@RefersTo('client', 'clientId')
@Unique(['countyId', 'clientId'])
@Check(
  'contact_choice_slot_check',
  '(from_minute is null) = (to_minute is null) and (from_minute is null or from_minute < to_minute)',
)
export class ContactChoice extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @OneOf('channel', ContactWay)
  channel: ContactWay;

  @OneOf('language', MESSAGE_LANGUAGES)
  language: MessageLanguage;

  /** Begin of her own part of the day, in minutes after midnight; null = the usual hours. */
  @WholeColumn('from_minute', 0, 1_440, OPTIONAL)
  fromMinute: number | null;

  @WholeColumn('to_minute', 0, 1_440, OPTIONAL)
  toMinute: number | null;

  @FlagColumn('on_days_off', { default: false })
  onDaysOff: boolean;

  @InstantColumn('changed_at')
  changedAt: Date;
}
