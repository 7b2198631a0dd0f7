import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Day } from '#domain/common/day';
import type { Tx } from '#platform/database/transaction';
import { TasksRepository } from './tasks.repository';

/** What a task is about: one kind of thing to do with one subject. */
export interface TaskSubject {
  /** What is to be done, such as PAY_FINDING_TRIAGE. */
  readonly kind: string;
  /** Table of the subject, such as pay_finding. */
  readonly subjectType: string;
  readonly subjectId: string;
}

/** Something that a person has to do. */
export interface NewTask extends TaskSubject {
  /** The client whom it concerns; left out where it concerns nobody in particular. */
  readonly clientId?: string | null;
  /** Null = any supervisor. */
  readonly assigneeMembershipId: string | null;
  readonly dueOn: Day;
  /** Which of several for the same subject, such as a month; left out where there is one at a time. */
  readonly occurrence?: string;
}

const keyOf = ({ kind, subjectId, occurrence }: Pick<NewTask, 'kind' | 'subjectId' | 'occurrence'>): string =>
  occurrence === undefined ? `${kind}-${subjectId}` : `${kind}-${subjectId}-${occurrence}`;

/** Raises tasks for people; other features call it inside their own transaction. */
@Injectable()
export class TasksService {
  constructor(private readonly tasks: TasksRepository) {}

  /** Raises a task unless the same kind is open for the same subject; says whether it did. */
  async raise(tx: Tx, task: NewTask): Promise<boolean> {
    return (await this.raiseAll(tx, [task])) === 1;
  }

  /** Raises tasks in one statement, each unless the same kind is open for the same subject; gives how many are new. */
  async raiseAll(tx: Tx, tasks: readonly NewTask[]): Promise<number> {
    if (tasks.length === 0) return 0;
    const raised = tasks.map(
      ({ kind, subjectType, subjectId, clientId = null, assigneeMembershipId, dueOn, ...task }) => ({
        id: uuidv7(),
        kind,
        subjectType,
        subjectId,
        clientId,
        assigneeMembershipId,
        dueOn,
        businessKey: keyOf({ kind, subjectId, ...task }),
      }),
    );
    return this.tasks.insertOpen(tx, raised);
  }

  /** Marks an open task as done; false where it is not open any more. */
  finish(tx: Tx, id: string): Promise<boolean> {
    return this.tasks.finish(tx, id);
  }

  /** Ends open tasks of one kind as done: somebody did what they asked for. */
  async finishOf(tx: Tx, kind: string, subjectIds: readonly string[]): Promise<void> {
    if (subjectIds.length === 0) return;
    await this.tasks.endOpen(
      tx,
      'DONE',
      subjectIds.map((subjectId) => keyOf({ kind, subjectId })),
    );
  }

  /** Drops open tasks of one kind whose subjects need them no more; of several for a subject the one of that occurrence. */
  async drop(tx: Tx, kind: string, subjectIds: readonly string[], occurrence?: string): Promise<void> {
    if (subjectIds.length === 0) return;
    const which = occurrence === undefined ? {} : { occurrence };
    await this.tasks.endOpen(
      tx,
      'DROPPED',
      subjectIds.map((subjectId) => keyOf({ kind, subjectId, ...which })),
    );
  }
}
