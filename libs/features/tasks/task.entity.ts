import { Check, Index } from 'typeorm';
import { TaskStatus } from '#domain/clients/task-lifecycle';
import {
  BelongsTo,
  CountyTable,
  DayColumn,
  EditableRow,
  IdColumn,
  InstantColumn,
  OneOf,
  OPTIONAL,
  RefersTo,
  TextColumn,
} from '#platform/database/county-row.entity';

/** Something to be done by a person, raised by a person or a job. */
@CountyTable('task')
@BelongsTo('client', 'clientId')
@RefersTo('membership', 'assigneeMembershipId')
@RefersTo('membership', 'raisedByMembershipId')
@Index(['countyId', 'assigneeMembershipId', 'status', 'dueOn'])
@Index('task_business_key_idx', ['countyId', 'businessKey'], { unique: true, where: 'business_key IS NOT NULL' })
@Check('task_ended_check', `(status = 'OPEN') = (ended_at is null)`)
export class Task extends EditableRow {
  @TextColumn('kind')
  kind: string;

  @TextColumn('subject_type')
  subjectType: string;

  @IdColumn('subject_id')
  subjectId: string;

  /** The client whom it concerns; null = nobody in particular. */
  @IdColumn('client_id', OPTIONAL)
  clientId: string | null;

  /** Null = any supervisor. */
  @IdColumn('assignee_membership_id', OPTIONAL)
  assigneeMembershipId: string | null;

  @DayColumn('due_on')
  dueOn: string;

  @OneOf('status', TaskStatus)
  status: TaskStatus;

  /** Null = raised by a job. */
  @IdColumn('raised_by_membership_id', OPTIONAL)
  raisedByMembershipId: string | null;

  /** What makes a job's task the same when the job runs again; null for a person's. */
  @TextColumn('business_key', OPTIONAL)
  businessKey: string | null;

  @InstantColumn('ended_at', OPTIONAL)
  endedAt: Date | null;
}
