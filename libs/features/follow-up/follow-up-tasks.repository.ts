import { Injectable } from '@nestjs/common';
import type { TaskStatus } from '#domain/clients/task-lifecycle';
import { caseloadsOf } from '#domain/common/caseload';
import type { Day } from '#domain/common/day';
import { Role } from '#domain/common/role';
import { FollowUpTaskKind } from '#domain/follow-up/follow-up-tasks';
import { visibleTo } from '#platform/access/visible';
import type { Page, PageRequest } from '#platform/database/page';
import type { Tx } from '#platform/database/transaction';

/** A task of follow-up as read. */
export interface FollowUpTaskRow {
  readonly id: string;
  readonly version: number;
  readonly kind: FollowUpTaskKind;
  readonly status: TaskStatus;
  readonly dueOn: Day;
  readonly clientId: string | null;
  /** The enterprise that it is about; null where it is about a client. */
  readonly organisationId: string | null;
}

const COLUMNS = `t.id, t.version, t.kind, t.status, t.due_on::text as "dueOn", t.client_id as "clientId",
  case when t.subject_type = 'organisation' then t.subject_id end as "organisationId"`;

const KINDS = Object.values(FollowUpTaskKind);

/** Tasks that follow-up raised, as people read and finish them. */
@Injectable()
export class FollowUpTasksRepository {
  /** One page of the actor's own list, what is due first, and the size of the whole list. */
  async page(tx: Tx, request: PageRequest): Promise<Page<FollowUpTaskRow>> {
    const visible = visibleTo(tx, 'task', 't');
    const where = `${visible.sql} and t.status = 'OPEN' and t.kind = any($2) and ${this.mine(tx)}`;
    const values = [visible.value, KINDS, this.assignees(tx)];
    const [count] = await tx.query<{ n: number }>(`select count(*)::int as n from task t where ${where}`, values);
    const rows = await tx.query<FollowUpTaskRow>(
      `select ${COLUMNS} from task t where ${where} and ($4::date is null or (t.due_on, t.id) > ($4, $5::uuid))
        order by t.due_on, t.id limit $6`,
      [...values, request.after?.sortKey ?? null, request.after?.id ?? null, request.limit + 1],
    );
    return { rows, totalCount: count?.n ?? 0 };
  }

  /** The tasks among these ids that stand in the actor's own list, whatever their state. */
  byIds(tx: Tx, ids: readonly string[]): Promise<FollowUpTaskRow[]> {
    const visible = visibleTo(tx, 'task', 't');
    return tx.query(
      `select ${COLUMNS} from task t where ${visible.sql} and t.kind = any($2) and ${this.mine(tx)} and t.id = any($4::uuid[])`,
      [visible.value, KINDS, this.assignees(tx), ids],
    );
  }

  /** Writes that a task is done; false where somebody was faster. */
  async finish(tx: Tx, id: string): Promise<boolean> {
    const written = await tx.query(
      `update task set status = 'DONE', ended_at = $2, version = version + 1 where id = $1 and status = 'OPEN' returning id`,
      [id, tx.now],
    );
    return written.length === 1;
  }

  /** Says whether a task of this kind is open for the subject. */
  async isOpen(tx: Tx, kind: FollowUpTaskKind, subjectId: string): Promise<boolean> {
    const rows = await tx.query(
      `select id from task where county_id = $3 and kind = $1 and subject_id = $2 and status = 'OPEN' limit 1`,
      [kind, subjectId, tx.actor.countyId],
    );
    return rows.length > 0;
  }

  /** A caseworker's are hers and those of the colleagues she stands in for; a supervisor's hers and those of nobody in particular. */
  private mine(tx: Tx): string {
    const own = 't.assignee_membership_id = any($3::uuid[])';
    return tx.actor.role === Role.SUPERVISOR ? `(t.assignee_membership_id is null or ${own})` : own;
  }

  private assignees(tx: Tx): readonly string[] {
    if (tx.actor.role === Role.CASEWORKER) return caseloadsOf(tx.actor);
    return tx.actor.membershipId === null ? [] : [tx.actor.membershipId];
  }
}
