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
  /** Inserts open tasks, but those whose business key is open already; gives how many. */
  async insertOpen(tx: Tx, tasks: readonly RaisedTask[]): Promise<number> {
    const inserted = await tx.query(
      `insert into task (county_id, id, kind, subject_type, subject_id, client_id, assignee_membership_id, due_on, status,
                         raised_by_membership_id, business_key, created_at)
       select $1, n.id, n.kind, n."subjectType", n."subjectId", n."clientId", n."assigneeMembershipId", n."dueOn", 'OPEN', $2,
              n."businessKey", $3
         from jsonb_to_recordset($4::jsonb) as n (id uuid, kind text, "subjectType" text, "subjectId" uuid, "clientId" uuid,
              "assigneeMembershipId" uuid, "dueOn" date, "businessKey" text)
       on conflict (county_id, business_key) where business_key is not null do nothing returning id`,
      [tx.actor.countyId, tx.actor.membershipId, tx.now, JSON.stringify(tasks)],
    );
    return inserted.length;
  }

  /** Marks an open task as done; its key stays, so that the same is not asked again. */
  async finish(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query(
      `update task set status = 'DONE', ended_at = $2, version = version + 1
        where county_id = $3 and id = $1 and status = 'OPEN' returning id`,
      [id, tx.now, tx.actor.countyId],
    );
    return rows.length === 1;
  }

  /** Ends the open tasks of these keys, as done or as dropped, and frees the keys, so that the same may be raised again. */
  async endOpen(tx: Tx, status: 'DONE' | 'DROPPED', businessKeys: readonly string[]): Promise<void> {
    await tx.query(
      `update task set status = $4, ended_at = $2, business_key = null, version = version + 1
        where county_id = $3 and status = 'OPEN' and business_key = any($1)`,
      [businessKeys, tx.now, tx.actor.countyId, status],
    );
  }
}
