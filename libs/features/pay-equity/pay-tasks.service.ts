import { Injectable } from '@nestjs/common';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import type { SegregatedPost } from '#domain/pay-equity/segregated-posts';
import type { PayTaskOutcome } from '#domain/pay-equity/pay-tasks';
import { TasksService } from '#features/tasks';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { PayTasksRepository, type PayTaskRow } from './pay-tasks.repository';

/** A supervisor's tasks about pay that are no findings: segregated posts, requests for a whole payroll, what followed a notice. */
@Injectable()
export class PayTasksService {
  constructor(
    private readonly payTasks: PayTasksRepository,
    private readonly tasks: TasksService,
    private readonly audit: Audit,
  ) {}

  /** Those that are open. */
  open(tx: Tx): Promise<PayTaskRow[]> {
    return this.payTasks.open(tx);
  }

  /** One of them, open or not; null where there is none to see. */
  byId(tx: Tx, id: string): Promise<PayTaskRow | null> {
    return this.payTasks.byId(tx, id);
  }

  /** What is put side by side for a segregated post; nothing for the other tasks. */
  async segregated(tx: Tx, { kind, organisationId, period }: PayTaskRow): Promise<SegregatedPost[]> {
    if (kind !== 'SEGREGATED_POST_REVIEW' || period === null) return [];
    return this.payTasks.segregated(tx, organisationId, period);
  }

  /** Ends one with what became of it. */
  async settle(
    tx: Tx,
    id: string,
    outcome: PayTaskOutcome,
  ): Promise<Outcome<{ id: string }, 'NOT_FOUND' | 'WRONG_STATE'>> {
    const task = await this.payTasks.byId(tx, id);
    if (task === null) return refused(refusal('NOT_FOUND', ['id']));
    if (!(await this.tasks.finish(tx, id))) return refused(refusal('WRONG_STATE', ['id']));
    const action = outcome === 'IN_ORDER' ? 'pay_task.in_order' : 'pay_task.taken_up';
    await this.audit.record(tx, { action, subjectType: 'task', subjectId: id });
    return done({ id });
  }
}
