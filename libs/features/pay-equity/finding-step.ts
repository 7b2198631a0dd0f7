import { Injectable } from '@nestjs/common';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import type { FindingSeverity } from '#domain/pay-equity/finding-clocks';
import { CLIENT_TOLD_OF, type PayFindingStatus } from '#domain/pay-equity/finding-lifecycle';
import { mayStep, type AnswerCode } from '#domain/pay-equity/finding-steps';
import { ClientMessagesService } from '#features/notifications';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { Outbox } from '#platform/outbox/outbox';
import { FindingStepsRepository, type FindingFacts } from './finding-steps.repository';
import { PayFindingStepped } from './finding-steps.jobs';
import type { PayFinding } from './pay-finding.entity';

/** Why a step is not taken. */
export type StepCode =
  | 'NOT_FOUND'
  | 'WRONG_STATE'
  | 'ANOTHER_PERSON_REQUIRED'
  | 'RECIPIENT_NOT_FOR_PURPOSE'
  | 'CONSENT_MISSING'
  | 'EVIDENCE_NOT_READABLE'
  | 'CONFLICT'
  | AnswerCode;

/** The answer of a step: the finding's id, or why not. */
export type StepOutcome = Outcome<{ id: string }, StepCode>;

/** A step to be taken. */
export interface Step {
  readonly to: PayFindingStatus;
  /** Why, as a code. */
  readonly reason?: string;
  readonly changes?: Partial<PayFinding>;
  /** True where another step follows in the same transaction: nothing hangs on this one. */
  readonly isPassing?: boolean;
}

/** The severity by which terms are counted. */
export const severityOf = ({ severity }: Pick<FindingFacts, 'severity'>): FindingSeverity =>
  severity === 'INFO' ? 'MODERATE' : severity;

/** Takes a finding one step on: by the lifecycle, on record, told to open screens, and to the job that does what follows. */
@Injectable()
export class FindingStep {
  constructor(
    private readonly findings: FindingStepsRepository,
    private readonly messages: ClientMessagesService,
    private readonly audit: Audit,
    private readonly live: Live,
    private readonly outbox: Outbox,
  ) {}

  /** The finding locked for a step of the actor; refused where it is not hers to see. */
  async open(tx: Tx, id: string): Promise<Outcome<FindingFacts, 'NOT_FOUND'>> {
    const finding = await this.findings.locked(tx, id);
    return finding === null ? refused(refusal('NOT_FOUND', ['id'])) : done(finding);
  }

  /** Takes the step; refused where the lifecycle has none. */
  async take(tx: Tx, finding: FindingFacts, step: Step): Promise<StepOutcome> {
    const { id, status } = finding;
    const { to, reason = null, changes = {}, isPassing = false } = step;
    if (!mayStep(status, to)) return wrongState(status);
    const moved = await this.findings.move(tx, id, status, { ...changes, status: to, stepReason: reason });
    if (!moved) return wrongState(status);
    await this.noted(tx, finding, `pay_finding.${to.toLowerCase()}`, Object.keys(changes));
    await this.tell(tx, finding, to);
    if (!isPassing) await this.outbox.add(tx, PayFindingStepped, { subjectId: id, data: {} });
    return done({ id });
  }

  /** Changes something without a step, such as a question that is asked of the client. */
  async note(
    tx: Tx,
    finding: FindingFacts,
    act: string,
    changes: Partial<PayFinding> & { readonly stepReason: string },
  ): Promise<StepOutcome> {
    const moved = await this.findings.move(tx, finding.id, finding.status, changes);
    if (!moved) return wrongState(finding.status);
    await this.noted(tx, finding, `pay_finding.${act}`, Object.keys(changes));
    return done({ id: finding.id });
  }

  /** Tells the client of a question or a result; what was her own act she knows. */
  private async tell(tx: Tx, { id, clientId }: FindingFacts, to: PayFindingStatus): Promise<void> {
    const kind = CLIENT_TOLD_OF[to];
    if (kind === undefined || tx.actor.role === Role.CLIENT) return;
    await this.messages.announce(tx, { clientId, kind, subjectId: id });
  }

  private async noted(tx: Tx, finding: FindingFacts, action: string, fields: readonly string[]): Promise<void> {
    const { id, clientId, organisationId, notifiedAt } = finding;
    await this.audit.record(tx, { action, subjectType: 'pay_finding', subjectId: id, fields });
    const type = 'pay-finding';
    await this.live.notify(tx, { type, id, roles: [Role.CLIENT, Role.CASEWORKER, Role.SUPERVISOR], clientId });
    if (notifiedAt !== null || action === 'pay_finding.notified')
      await this.live.notify(tx, { type, id, roles: [Role.ENTERPRISE_HR], organisationId });
  }
}

/** Refuses a step that the finding's state does not allow. */
export const wrongState = (status: PayFindingStatus): StepOutcome =>
  refused(refusal('WRONG_STATE', ['id'], { status }));
