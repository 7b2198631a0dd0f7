import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dayOf, type Month } from '#domain/common/day';
import { ParametersService } from '#features/parameters';
import { TasksService } from '#features/tasks';
import type { Tx } from '#platform/database/transaction';
import { PayTask } from './pay-judgement';
import { latestPeriodOverdue } from './payroll-deadline';
import { PayrollGapsRepository } from './payroll-gaps.repository';

const CHASE_WORKING_DAYS = 3;

/** A month that an enterprise never declared is a matter of its own from day 25 on: without it nobody's pay is checked. */
@Injectable()
export class PayrollGapsService {
  constructor(
    private readonly gaps: PayrollGapsRepository,
    private readonly parameters: ParametersService,
    private readonly tasks: TasksService,
  ) {}

  /** Notes who has not declared the latest overdue month, once each, and puts it before a supervisor; gives how many are new. */
  async note(tx: Tx): Promise<number> {
    const today = dayOf(tx.now);
    const period = latestPeriodOverdue(today);
    const missing = await this.gaps.undeclared(tx, period);
    const noted = await this.gaps.insert(tx, missing.map((organisationId) => ({ id: uuidv7(), organisationId, period }))); // prettier-ignore
    const dueOn = (await this.parameters.calendar(tx)).addWorkingDays(today, CHASE_WORKING_DAYS);
    return this.tasks.raiseAll(
      tx,
      noted.map((subjectId) => ({
        kind: PayTask.MISSING,
        subjectType: 'payroll_gap',
        subjectId,
        assigneeMembershipId: null,
        dueOn,
      })),
    );
  }

  /** The month came in after all. */
  async close(tx: Tx, organisationId: string, period: Month): Promise<void> {
    await this.tasks.drop(tx, PayTask.MISSING, await this.gaps.close(tx, organisationId, period));
  }
}
