import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { FOLLOW_UP_TASKS, FollowUpTaskKind, taskDueOn } from '#domain/follow-up/follow-up-tasks';
import { ParametersService } from '#features/parameters';
import { TasksService, type NewTask } from '#features/tasks';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { FollowUpTasksRepository } from './follow-up-tasks.repository';

/** What a task of follow-up is about. */
export interface TaskCause {
  readonly subjectType: 'follow_up_milestone' | 'placement' | 'organisation';
  readonly subjectId: string;
  /** Null = an enterprise, nobody in particular. */
  readonly clientId: string | null;
  /** Who looks after the client; null = nobody, then any supervisor does it. */
  readonly caseworkerMembershipId: string | null;
  /** The day from which the clock runs. */
  readonly from: Day;
  /** Which of several for the same subject. */
  readonly occurrence?: string;
}

/** Gives people what follow-up finds to do, and takes down that it is done. */
@Injectable()
export class FollowUpTasksService {
  constructor(
    private readonly list: FollowUpTasksRepository,
    private readonly tasks: TasksService,
    private readonly parameters: ParametersService,
    private readonly audit: Audit,
  ) {}

  /** Raises tasks, each once for its cause; what would be overdue from the start is due on the next working day. Gives how many are new. */
  async raise(tx: Tx, kinds: readonly FollowUpTaskKind[], cause: TaskCause): Promise<number> {
    if (kinds.length === 0) return 0;
    const calendar = await this.parameters.calendar(tx);
    const soonest = calendar.addWorkingDays(dayOf(tx.now), 1);
    const { from, caseworkerMembershipId, ...about } = cause;
    const raised = kinds.map((kind): NewTask => {
      const dueOn = taskDueOn(kind, from, calendar);
      return {
        ...about,
        kind,
        assigneeMembershipId: FOLLOW_UP_TASKS[kind].who === 'CASEWORKER' ? caseworkerMembershipId : null,
        dueOn: dueOn < soonest ? soonest : dueOn,
      };
    });
    return this.tasks.raiseAll(tx, raised);
  }

  /** Takes down that an open task of one's own list is done. */
  async finish(tx: Tx, id: string): Promise<Outcome<{ id: string }, 'NOT_FOUND' | 'WRONG_STATE'>> {
    const [task] = await this.list.byIds(tx, [id]);
    if (task === undefined) return refused(refusal('NOT_FOUND', ['id']));
    if (!(await this.list.finish(tx, id))) return refused(refusal('WRONG_STATE', ['id'], { status: task.status }));
    await this.audit.record(tx, { action: 'task.done', subjectType: 'task', subjectId: id, fields: ['status'] });
    return done({ id });
  }
}
