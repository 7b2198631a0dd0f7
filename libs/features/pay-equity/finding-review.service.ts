import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { refusal, refused, type Outcome } from '#domain/common/outcome';
import { remedyDueOn, STEP_WORKING_DAYS } from '#domain/pay-equity/finding-clocks';
import { STATE_AFTER, type FindingDecision } from '#domain/pay-equity/finding-steps';
import { ParametersService } from '#features/parameters';
import type { Tx } from '#platform/database/transaction';
import { FindingStep, severityOf, wrongState, type Step, type StepCode, type StepOutcome } from './finding-step';
import { FindingStepsRepository, type FindingFacts } from './finding-steps.repository';

/** What a caseworker makes of an answer, or of none; what a supervisor makes of what was escalated. */
@Injectable()
export class FindingReviewService {
  constructor(
    private readonly steps: FindingStep,
    private readonly findings: FindingStepsRepository,
    private readonly parameters: ParametersService,
  ) {}

  /** Weighs the answer: back-pay is expected, it is explained, the figures were mistaken, or a supervisor decides. */
  async review(tx: Tx, id: string, decision: FindingDecision): Promise<StepOutcome> {
    const found = await this.steps.open(tx, id);
    if (!found.ok) return found;
    const finding = found.value;
    const reviewed = { reviewedAt: tx.now, reviewedByMembershipId: tx.actor.membershipId };
    const step = await this.stepOf(tx, finding, decision);
    if (finding.status === 'UNDER_REVIEW')
      return this.steps.take(tx, finding, { ...step, changes: { ...reviewed, ...step.changes } });
    const begun = await this.steps.take(tx, finding, { to: 'UNDER_REVIEW', changes: reviewed, isPassing: true });
    return begun.ok ? this.steps.take(tx, { ...finding, status: 'UNDER_REVIEW' }, step) : begun;
  }

  /** Says that a remedy without an amount was made, such as a registration; an amount is told by the payroll alone. */
  async confirmPutRight(tx: Tx, id: string): Promise<StepOutcome> {
    const found = await this.steps.open(tx, id);
    if (!found.ok) return found;
    const { status, shortfallFen } = found.value;
    if (status !== 'REMEDY_PENDING' || shortfallFen > 0) return wrongState(status);
    return this.steps.take(tx, found.value, {
      to: 'RESOLVED_EXPLAINED',
      reason: 'PUT_RIGHT',
      changes: await this.resultOf(tx),
    });
  }

  /** Decides an escalated finding, as another natural person than who triaged it. */
  async decide(tx: Tx, id: string, decision: FindingDecision): Promise<StepOutcome> {
    const found = await this.escalated(tx, id);
    if (!found.ok) return found;
    if (decision === 'ESCALATE') return wrongState(found.value.status);
    const step = await this.stepOf(tx, found.value, decision);
    const decided = { decidedAt: tx.now, decidedByMembershipId: tx.actor.membershipId };
    return this.steps.take(tx, found.value, { ...step, changes: { ...step.changes, ...decided } });
  }

  /** Asks the client whether the matter may be handed on to the authority of this name. */
  async askReferral(tx: Tx, id: string, organisationId: string): Promise<StepOutcome> {
    const found = await this.escalated(tx, id);
    if (!found.ok) return found;
    if (found.value.referralAnswer !== null) return wrongState(found.value.status);
    if (!(await this.findings.isAuthority(tx, organisationId)))
      return refused(refusal('RECIPIENT_NOT_FOR_PURPOSE', ['organisationId']));
    return this.steps.note(tx, found.value, 'referral_asked', {
      referralAnswer: 'ASKED',
      referralOrganisationId: organisationId,
      stepReason: 'REFERRAL_ASKED',
    });
  }

  /** Hands the matter on: only to whom the client's living consent names. */
  async refer(tx: Tx, id: string): Promise<StepOutcome> {
    const found = await this.escalated(tx, id);
    if (!found.ok) return found;
    const { referralGrantId } = found.value;
    if (referralGrantId === null || !(await this.findings.isLive(tx, referralGrantId)))
      return refused(refusal('CONSENT_MISSING', ['id']));
    const changes = { decidedAt: tx.now, decidedByMembershipId: tx.actor.membershipId, dueOn: null };
    return this.steps.take(tx, found.value, { to: 'REFERRED', changes });
  }

  /** Ends what the authority has done with. */
  async close(tx: Tx, id: string): Promise<StepOutcome> {
    const found = await this.steps.open(tx, id);
    if (!found.ok) return found;
    if (found.value.status !== 'REFERRED') return wrongState(found.value.status);
    if (!(await this.findings.isAnotherPerson(tx, found.value))) return anotherPerson();
    return this.steps.take(tx, found.value, { to: 'CLOSED', reason: 'REFERRAL_OVER', changes: { closedAt: tx.now } });
  }

  private async escalated(tx: Tx, id: string): Promise<Outcome<FindingFacts, StepCode>> {
    const found = await this.steps.open(tx, id);
    if (!found.ok) return found;
    const { status } = found.value;
    if (status !== 'ESCALATED') return refused(refusal('WRONG_STATE', ['id'], { status }));
    return (await this.findings.isAnotherPerson(tx, found.value)) ? found : anotherPerson();
  }

  private async stepOf(tx: Tx, finding: FindingFacts, decision: FindingDecision): Promise<Step> {
    const to = STATE_AFTER[decision];
    const calendar = await this.parameters.calendar(tx);
    const today = dayOf(tx.now);
    if (decision === 'ESCALATE') {
      const dueOn = calendar.addWorkingDays(today, STEP_WORKING_DAYS.ESCALATED);
      return { to, reason: 'REVIEWER', changes: { escalatedAt: tx.now, dueOn, appealUntil: null } };
    }
    if (decision !== 'REMEDY') return { to, reason: decision, changes: await this.resultOf(tx) };
    const dueOn = remedyDueOn(severityOf(finding), today, { calendar, nextPayDay: null });
    const { appealUntil } = await this.resultOf(tx);
    return { to, reason: decision, changes: { confirmedAt: tx.now, dueOn, appealUntil } };
  }

  private async resultOf(tx: Tx): Promise<{ resolvedAt: Date; dueOn: null; appealUntil: string }> {
    const calendar = await this.parameters.calendar(tx);
    const appealUntil = calendar.addWorkingDays(dayOf(tx.now), STEP_WORKING_DAYS.APPEAL);
    return { resolvedAt: tx.now, dueOn: null, appealUntil };
  }
}

const anotherPerson = (): Outcome<never, StepCode> => refused(refusal('ANOTHER_PERSON_REQUIRED', ['id']));
