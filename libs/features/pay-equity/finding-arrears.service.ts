import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { STEP_WORKING_DAYS } from '#domain/pay-equity/finding-clocks';
import { ParametersService } from '#features/parameters';
import type { Tx } from '#platform/database/transaction';
import { FindingDueRepository } from './finding-due.repository';
import { FindingStep } from './finding-step';

/** Sees in later payroll lines whether back-pay came. */
@Injectable()
export class FindingArrearsService {
  constructor(
    private readonly steps: FindingStep,
    private readonly due: FindingDueRepository,
    private readonly parameters: ParametersService,
  ) {}

  /** Resolves the enterprise's findings whose arrears reach their shortfall; gives how many. Safe to repeat. */
  async verify(tx: Tx, organisationId: string): Promise<number> {
    const paid = (await this.due.awaitingPay(tx, organisationId)).filter(
      ({ arrearsFen, shortfallFen }) => arrearsFen >= shortfallFen,
    );
    if (paid.length === 0) return 0;
    const calendar = await this.parameters.calendar(tx);
    const appealUntil = calendar.addWorkingDays(dayOf(tx.now), STEP_WORKING_DAYS.APPEAL);
    let count = 0;
    for (const { id, arrearsFen } of paid) {
      const found = await this.steps.open(tx, id);
      if (!found.ok) continue;
      const changes = { paidFen: arrearsFen, resolvedAt: tx.now, dueOn: null, appealUntil };
      const outcome = await this.steps.take(tx, found.value, { to: 'RESOLVED_PAID', reason: 'ARREARS_SEEN', changes });
      count += outcome.ok ? 1 : 0;
    }
    return count;
  }
}
