import { Unique } from 'typeorm';
import {
  BelongsTo,
  CountyRow,
  CountyTable,
  IdColumn,
  InstantColumn,
  OPTIONAL,
  RefersTo,
  TextColumn,
  WholeColumn,
} from '#platform/database/county-row.entity';

/** One step of a finding, written by the database itself when the step is taken; nobody changes it afterwards. */
@CountyTable('pay_finding_event')
@RefersTo('pay_finding', 'findingId', [['clientId', 'clientId']])
@BelongsTo('client', 'clientId')
@RefersTo('membership', 'byMembershipId')
@Unique(['countyId', 'findingId', 'findingVersion'])
export class PayFindingEvent extends CountyRow {
  @IdColumn('finding_id')
  findingId: string;

  @IdColumn('client_id')
  clientId: string;

  @WholeColumn('finding_version', 1, 1_000_000)
  findingVersion: number;

  /** Null at the beginning. */
  @TextColumn('from_status', OPTIONAL)
  fromStatus: string | null;

  @TextColumn('to_status')
  toStatus: string;

  /** Why, as a code. */
  @TextColumn('reason', OPTIONAL)
  reason: string | null;

  /** The role that took the step; SYSTEM:<job> for a job. */
  @TextColumn('by_role', OPTIONAL)
  byRole: string | null;

  @IdColumn('by_membership_id', OPTIONAL)
  byMembershipId: string | null;

  @InstantColumn('occurred_at')
  occurredAt: Date;
}
