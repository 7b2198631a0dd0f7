import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { STEP_WORKING_DAYS } from '#domain/pay-equity/finding-clocks';
import type { DismissalReason } from '#domain/pay-equity/finding-steps';
import { ParametersService } from '#features/parameters';
import type { Tx } from '#platform/database/transaction';
import { FindingStep, type Step, type StepOutcome } from './finding-step';

/** The first look at a finding: it is set aside with a reason, or the client is asked. */
@Injectable()
export class FindingTriageService {
  constructor(
    private readonly steps: FindingStep,
    private readonly parameters: ParametersService,
  ) {}

  /** Sets a finding aside; the client may ask for a second look. */
  async dismiss(tx: Tx, id: string, reason: DismissalReason): Promise<StepOutcome> {
    const appealUntil = await this.inWorkingDays(tx, STEP_WORKING_DAYS.APPEAL);
    return this.triaged(tx, id, {
      to: 'DISMISSED',
      reason,
      changes: { appealUntil, dueOn: null, resolvedAt: tx.now },
    });
  }

  /** Asks the client whether the enterprise may be told by her name. */
  async askClient(tx: Tx, id: string): Promise<StepOutcome> {
    const dueOn = await this.inWorkingDays(tx, STEP_WORKING_DAYS.CLIENT_CONSENT);
    return this.triaged(tx, id, { to: 'AWAITING_CLIENT_CONSENT', changes: { dueOn } });
  }

  private async triaged(tx: Tx, id: string, step: Step): Promise<StepOutcome> {
    const found = await this.steps.open(tx, id);
    if (!found.ok) return found;
    const finding = found.value;
    if (finding.status === 'TRIAGE') return this.steps.take(tx, finding, step);
    const looked = { triagedAt: tx.now, triagedByMembershipId: tx.actor.membershipId };
    const begun = await this.steps.take(tx, finding, { to: 'TRIAGE', changes: looked, isPassing: true });
    if (!begun.ok) return begun;
    return this.steps.take(tx, { ...finding, status: 'TRIAGE' }, step);
  }

  private async inWorkingDays(tx: Tx, days: number): Promise<string> {
    return (await this.parameters.calendar(tx)).addWorkingDays(dayOf(tx.now), days);
  }
}
