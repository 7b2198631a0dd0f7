import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/transaction';
import type { Task } from './task.entity';

/** The columns of a task that is raised. */
export type RaisedTask = Pick<
  Task,
  'id' | 'kind' | 'subjectType' | 'subjectId' | 'clientId' | 'assigneeMembershipId' | 'dueOn' | 'businessKey'
>;

/** Every query about tasks, by name. */
@Injectable()
export class TasksRepository {
  /** Inserts an open task; false where one with its business key is open already. */
  async insertOpen(tx: Tx, task: RaisedTask): Promise<boolean> {
    const inserted = await tx.query(
      `insert into task (county_id, id, kind, subject_type, subject_id, client_id, assignee_membership_id, due_on, status,
                         raised_by_membership_id, business_key, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'OPEN', $9, $10, $11)
       on conflict (county_id, business_key) where business_key is not null do nothing returning id`,
      [
        tx.actor.countyId,
        task.id,
        task.kind,
        task.subjectType,
        task.subjectId,
        task.clientId,
        task.assigneeMembershipId,
        task.dueOn,
        tx.actor.membershipId,
        task.businessKey,
        tx.now,
      ],
    );
    return inserted.length === 1;
  }

  /** Drops the open tasks of these keys and frees the keys, so that the same may be raised again. */
  async dropOpen(tx: Tx, businessKeys: readonly string[]): Promise<void> {
    await tx.query(
      `update task set status = 'DROPPED', ended_at = $2, business_key = null, version = version + 1
        where county_id = $3 and status = 'OPEN' and business_key = any($1)`,
      [businessKeys, tx.now, tx.actor.countyId],
    );
  }
}
