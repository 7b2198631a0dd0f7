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
}

const keyOf = ({ kind, subjectId }: Omit<TaskSubject, 'subjectType'>): string => `${kind}-${subjectId}`;

/** Raises tasks for people; other features call it inside their own transaction. */
@Injectable()
export class TasksService {
  constructor(private readonly tasks: TasksRepository) {}

  /** Raises a task unless the same kind is open for the same subject; says whether it did. */
  raise(tx: Tx, task: NewTask): Promise<boolean> {
    return this.tasks.insertOpen(tx, {
      ...task,
      id: uuidv7(),
      clientId: task.clientId ?? null,
      businessKey: keyOf(task),
    });
  }

  /** Drops open tasks of one kind whose subjects need them no more. */
  async drop(tx: Tx, kind: string, subjectIds: readonly string[]): Promise<void> {
    if (subjectIds.length === 0) return;
    await this.tasks.dropOpen(
      tx,
      subjectIds.map((subjectId) => keyOf({ kind, subjectId })),
    );
  }
}
