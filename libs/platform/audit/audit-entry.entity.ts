import { Index } from 'typeorm';
import {
  CodesColumn,
  CountyRow,
  CountyTable,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  TextColumn,
} from '../database/county-row.entity';

/** Who did what to which row, allowed or denied; names of fields, never values. Rows are only ever added. */
@CountyTable('audit_entry')
@Index(['countyId', 'occurredAt'])
@Index(['countyId', 'subjectId'])
@Index(['countyId', 'action'])
export class AuditEntry extends CountyRow {
  @InstantColumn('occurred_at')
  occurredAt: Date;

  @TextColumn('actor_role')
  actorRole: string;

  @IdColumn('actor_account_id', OPTIONAL)
  actorAccountId: string | null;

  @IdColumn('actor_membership_id', OPTIONAL)
  actorMembershipId: string | null;

  /** Subject and verb: 'referral.sent'. */
  @TextColumn('action')
  action: string;

  @OneOf('outcome', ['ALLOWED', 'DENIED'], { default: 'ALLOWED' })
  outcome: 'ALLOWED' | 'DENIED';

  @TextColumn('subject_type')
  subjectType: string;

  @IdColumn('subject_id', OPTIONAL)
  subjectId: string | null;

  @CodesColumn('fields')
  fields: string[];

  @TextColumn('request_id', OPTIONAL)
  requestId: string | null;
}
