import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '#domain/common/day';
import type { WorkCalendar } from '#domain/calendar/work-calendar';
import { escalatesOn, STEP_WORKING_DAYS } from '#domain/pay-equity/finding-clocks';
import { dueStep, type DueStep } from '#domain/pay-equity/finding-due';
import { ParametersService } from '#features/parameters';
import type { Tx } from '#platform/database/transaction';
import { FindingStep, severityOf, type Step } from './finding-step';
import { FindingDueRepository } from './finding-due.repository';
import { FindingStepsRepository, type FindingFacts } from './finding-steps.repository';

/** Does what days bring about, one finding at a time; safe to run again. */
@Injectable()
export class FindingDueService {
  constructor(
    private readonly steps: FindingStep,
    private readonly findings: FindingStepsRepository,
    private readonly due: FindingDueRepository,
    private readonly parameters: ParametersService,
  ) {}

  /** The findings that the calendar may move today. */
  candidates(tx: Tx): Promise<string[]> {
    return this.due.candidates(tx, dayOf(tx.now));
  }

  /** Takes the step that is due; false where none is, or somebody was faster. */
  async settle(tx: Tx, id: string): Promise<boolean> {
    const found = await this.steps.open(tx, id);
    if (!found.ok) return false;
    const finding = found.value;
    const today = dayOf(tx.now);
    const isConsentLive = finding.consentGrantId !== null && (await this.findings.isLive(tx, finding.consentGrantId));
    const due = dueStep({ ...finding, isConsentLive }, today);
    if (due === null) return false;
    return this.take(tx, finding, due, today);
  }

  private async take(tx: Tx, finding: FindingFacts, due: DueStep, today: Day): Promise<boolean> {
    const step = stepOf(tx, finding, due, { today, calendar: await this.parameters.calendar(tx) });
    if (due.to !== 'ESCALATED' || finding.status === 'REMEDY_PENDING')
      return (await this.steps.take(tx, finding, step)).ok;
    const begun = await this.steps.take(tx, finding, { to: 'UNDER_REVIEW', reason: due.reason, isPassing: true });
    return begun.ok && (await this.steps.take(tx, { ...finding, status: 'UNDER_REVIEW' }, step)).ok;
  }
}

function stepOf(
  tx: Tx,
  finding: FindingFacts,
  { to, reason }: DueStep,
  { today, calendar }: { readonly today: Day; readonly calendar: WorkCalendar },
): Step {
  if (to === 'NO_RESPONSE') {
    const dueOn = escalatesOn(severityOf(finding), finding.respondBy ?? today, calendar);
    return { to, reason, changes: { dueOn } };
  }
  if (to === 'ESCALATED') {
    const dueOn = calendar.addWorkingDays(today, STEP_WORKING_DAYS.ESCALATED);
    return { to, reason, changes: { escalatedAt: tx.now, dueOn, appealUntil: null } };
  }
  const unanswered = { consentAnswer: 'LAPSED', consentAnsweredAt: tx.now } as const;
  const withdrawn = { consentAnswer: 'WITHDRAWN' } as const;
  const said = reason === 'NO_CONSENT_ANSWER' ? unanswered : reason === 'CONSENT_WITHDRAWN' ? withdrawn : {};
  return { to, reason, changes: { ...said, dueOn: null, appealUntil: null, closedAt: tx.now } };
}
