import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { refusal, refused } from '#domain/common/outcome';
import { STEP_WORKING_DAYS } from '#domain/pay-equity/finding-clocks';
import { mayAppeal, refusalOfAnswer, type EnterpriseResponse } from '#domain/pay-equity/finding-steps';
import { FilesService, MediaType } from '#features/files';
import { ParametersService } from '#features/parameters';
import type { Tx } from '#platform/database/transaction';
import { FindingStep, wrongState, type StepCode, type StepOutcome } from './finding-step';

/** An enterprise's answer as given. */
export interface GivenAnswer {
  readonly response: EnterpriseResponse;
  readonly reason: string | null;
  readonly evidenceFileId: string | null;
}

const PAPERS: readonly MediaType[] = [MediaType.PDF, MediaType.PNG, MediaType.JPEG];

/** What an enterprise says to a finding that it was told. */
@Injectable()
export class FindingAnswersService {
  constructor(
    private readonly steps: FindingStep,
    private readonly files: FilesService,
    private readonly parameters: ParametersService,
  ) {}

  /** Accepts, explains with a paper, or disputes a finding. */
  async answer(tx: Tx, id: string, given: GivenAnswer): Promise<StepOutcome> {
    const found = await this.steps.open(tx, id);
    if (!found.ok) return found;
    const finding = found.value;
    if (finding.status !== 'NOTIFIED') return wrongState(finding.status);
    const { response, reason, evidenceFileId } = given;
    const code = refusalOfAnswer(response, reason, evidenceFileId !== null);
    if (code !== null)
      return refused(refusal(code, ['input', code === 'EVIDENCE_REQUIRED' ? 'evidenceFileId' : 'reason']));
    const unreadable = evidenceFileId === null ? null : await this.unreadable(tx, evidenceFileId);
    if (unreadable !== null) return refused(refusal(unreadable, ['input', 'evidenceFileId']));
    const dueOn = await this.inWorkingDays(tx, STEP_WORKING_DAYS.REVIEW);
    const changes = {
      response,
      responseReason: response === 'ACCEPTED' ? null : reason,
      evidenceFileId,
      respondedAt: tx.now,
      respondedByMembershipId: tx.actor.membershipId,
      dueOn,
    };
    return this.steps.take(tx, finding, { to: 'RESPONDED', reason: response, changes });
  }

  /** Asks for a second look at a decision by which it is to pay, once, within ten working days. */
  async appeal(tx: Tx, id: string): Promise<StepOutcome> {
    const found = await this.steps.open(tx, id);
    if (!found.ok) return found;
    if (!mayAppeal(found.value, 'ENTERPRISE', dayOf(tx.now))) return wrongState(found.value.status);
    const dueOn = await this.inWorkingDays(tx, STEP_WORKING_DAYS.ESCALATED);
    const changes = { appealedBy: 'ENTERPRISE', appealedAt: tx.now, escalatedAt: tx.now, dueOn } as const;
    return this.steps.take(tx, found.value, { to: 'ESCALATED', reason: 'APPEAL', changes });
  }

  /** Why the paper is none: not there, or nothing that a person can read. */
  private async unreadable(tx: Tx, fileId: string): Promise<StepCode | null> {
    const file = await this.files.find(tx, fileId);
    if (file === null) return 'NOT_FOUND';
    return PAPERS.includes(file.mediaType) ? null : 'EVIDENCE_NOT_READABLE';
  }

  private async inWorkingDays(tx: Tx, days: number): Promise<string> {
    return (await this.parameters.calendar(tx)).addWorkingDays(dayOf(tx.now), days);
  }
}
