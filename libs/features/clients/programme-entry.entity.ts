import { Check, Unique } from 'typeorm';
import { EntryStatus } from '#domain/clients/entry-lifecycle';
import {
  BelongsTo,
  CountyTable,
  DayColumn,
  EditableRow,
  IdColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  TextColumn,
} from '#platform/database/county-row.entity';

/** A client's time in the programme: one per client, closed and taken up again. */
@CountyTable('programme_entry')
@RefersTo('client', 'clientId')
@Unique(['countyId', 'clientId'])
@BelongsTo('membership', 'caseworkerMembershipId')
@RefersTo('membership', 'mentorMembershipId')
@Check('programme_entry_closed_check', `(status = 'CLOSED') = (closed_on is not null and close_reason is not null)`)
@Check('programme_entry_days_check', 'closed_on is null or started_on <= closed_on')
export class ProgrammeEntry extends EditableRow {
  @IdColumn('client_id')
  clientId: string;

  @IdColumn('caseworker_membership_id')
  caseworkerMembershipId: string;

  @IdColumn('mentor_membership_id', OPTIONAL)
  mentorMembershipId: string | null;

  @DayColumn('started_on')
  startedOn: string;

  @OneOf('status', EntryStatus)
  status: EntryStatus;

  @DayColumn('closed_on', OPTIONAL)
  closedOn: string | null;

  @TextColumn('close_reason', OPTIONAL)
  closeReason: string | null;
}
