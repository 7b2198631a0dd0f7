import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { answerDueOn, STEP_WORKING_DAYS } from '#domain/pay-equity/finding-clocks';
import { mayAppeal } from '#domain/pay-equity/finding-steps';
import { ConsentService } from '#features/consent';
import { ParametersService } from '#features/parameters';
import { refusal, refused, type Outcome } from '#domain/common/outcome';
import type { Tx } from '#platform/database/transaction';
import { FindingStep, severityOf, wrongState, type StepCode, type StepOutcome } from './finding-step';
import type { FindingFacts } from './finding-steps.repository';

/** What the client says about a finding of her own pay; nothing follows for her from a no. */
@Injectable()
export class ClientFindingService {
  constructor(
    private readonly steps: FindingStep,
    private readonly consents: ConsentService,
    private readonly parameters: ParametersService,
  ) {}

  /** Yes: the enterprise is told by her name, for as long as she leaves it so. No: it is not sent. */
  async answer(tx: Tx, id: string, isAgreed: boolean): Promise<StepOutcome> {
    const found = await this.steps.open(tx, id);
    if (!found.ok) return found;
    const finding = found.value;
    const today = dayOf(tx.now);
    const isOpen = finding.status === 'AWAITING_CLIENT_CONSENT' && (finding.dueOn ?? today) >= today;
    if (!isOpen) return wrongState(finding.status);
    const answered = { consentAnsweredAt: tx.now, consentAnswer: isAgreed ? 'GIVEN' : 'DECLINED' } as const;
    if (!isAgreed)
      return this.steps.take(tx, finding, {
        to: 'CLOSED',
        reason: 'CONSENT_DECLINED',
        changes: { ...answered, dueOn: null, closedAt: tx.now },
      });
    const granted = await this.granted(tx, finding, finding.organisationId);
    if (!granted.ok) return granted;
    const respondBy = answerDueOn(severityOf(finding), today, await this.parameters.calendar(tx));
    const told = { notifiedAt: tx.now, respondBy, dueOn: respondBy, consentGrantId: granted.value.id };
    return this.steps.take(tx, finding, { to: 'NOTIFIED', changes: { ...answered, ...told } });
  }

  /** Says whether the matter may be handed on to the authority that was named to her. */
  async answerReferral(tx: Tx, id: string, isAgreed: boolean): Promise<StepOutcome> {
    const found = await this.steps.open(tx, id);
    if (!found.ok) return found;
    const finding = found.value;
    const { status, referralAnswer, referralOrganisationId } = finding;
    if (status !== 'ESCALATED' || referralAnswer !== 'ASKED' || referralOrganisationId === null)
      return wrongState(status);
    if (!isAgreed)
      return this.steps.note(tx, finding, 'referral_declined', {
        referralAnswer: 'DECLINED',
        stepReason: 'REFERRAL_DECLINED',
      });
    const granted = await this.granted(tx, finding, referralOrganisationId);
    if (!granted.ok) return granted;
    return this.steps.note(tx, finding, 'referral_agreed', {
      referralAnswer: 'GIVEN',
      referralGrantId: granted.value.id,
      stepReason: 'REFERRAL_AGREED',
    });
  }

  /** Asks for a second look at a result, once, within ten working days. */
  async appeal(tx: Tx, id: string): Promise<StepOutcome> {
    const found = await this.steps.open(tx, id);
    if (!found.ok) return found;
    const today = dayOf(tx.now);
    if (!mayAppeal(found.value, 'CLIENT', today)) return wrongState(found.value.status);
    const dueOn = (await this.parameters.calendar(tx)).addWorkingDays(today, STEP_WORKING_DAYS.ESCALATED);
    const changes = { appealedBy: 'CLIENT', appealedAt: tx.now, escalatedAt: tx.now, dueOn } as const;
    return this.steps.take(tx, found.value, { to: 'ESCALATED', reason: 'APPEAL', changes });
  }

  private async granted(
    tx: Tx,
    { clientId }: FindingFacts,
    recipientId: string,
  ): Promise<Outcome<{ id: string }, StepCode>> {
    const wanted = { clientId, recipientId, purpose: 'FINDING_NAMED', fieldGroups: ['IDENTITY', 'PAY'] } as const;
    const judged = await this.consents.judge(tx, wanted);
    if (!judged.ok) return refused(refusal('RECIPIENT_NOT_FOR_PURPOSE', ['id']));
    return { ok: true, value: { id: await this.consents.grant(tx, { ...wanted, evidence: null }) } };
  }
}
