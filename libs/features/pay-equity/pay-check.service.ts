import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dayOf, firstDayOf, type Day, type Month } from '#domain/common/day';
import { backPayFen } from '#domain/pay-equity/back-pay';
import { answersOf, checkPay, PAY_RULES_VERSION, type PayCheck } from '#domain/pay-equity/pay-check';
import { ParametersService } from '#features/parameters';
import { TasksService } from '#features/tasks';
import type { Tx } from '#platform/database/transaction';
import type { PayCheckResult } from './pay-check-result.entity';
import { PayFactsRepository, type EarlierResult } from './pay-facts.repository';
import { inputsOf, newHash, type PlacementInput } from './pay-input';
import { comparatorRecord, findingsOf, isQuestion, receivedFen, rulesRecord, type FindingDraft } from './pay-outcome';
import { PayResultsRepository } from './pay-results.repository';

/** The part of a run that is one enterprise's month. */
export interface EnterpriseRun {
  readonly runId: string;
  readonly period: Month;
  readonly organisationId: string;
}

/** A result on its way into the tables. */
interface Judged extends EnterpriseRun {
  readonly resultId: string;
  readonly placementInput: PlacementInput;
  readonly check: PayCheck | null;
}

const TRIAGE_WORKING_DAYS = 3;
const TRIAGE = 'PAY_FINDING_TRIAGE';
const QUESTION = 'PAY_GAP_QUESTION';
const SEGREGATED = 'SEGREGATED_POST_REVIEW';

/** Judges an enterprise's month and keeps what changed. Running it twice on the same input writes nothing. */
@Injectable()
export class PayCheckService {
  constructor(
    private readonly facts: PayFactsRepository,
    private readonly results: PayResultsRepository,
    private readonly parameters: ParametersService,
    private readonly tasks: TasksService,
  ) {}

  /** Checks every placement of the enterprise in the month; says how many results are new. */
  async checkEnterprise(tx: Tx, run: EnterpriseRun): Promise<number> {
    const { period, organisationId } = run;
    const placements = await this.facts.placements(tx, period, organisationId);
    const ids = placements.map(({ id }) => id);
    const calendar = await this.parameters.calendar(tx);
    const facts = {
      period,
      calendar,
      minimumWage: await this.parameters.minimumWageOn(tx, firstDayOf(period)),
      lines: await this.facts.lines(tx, period, organisationId),
      previous: await this.facts.previousGaps(tx, period, ids),
    };
    const earlier = await this.facts.earlierResults(tx, period, ids);
    const triageDueOn = calendar.addWorkingDays(dayOf(tx.now), TRIAGE_WORKING_DAYS);
    let count = 0;
    for (const placementInput of inputsOf(placements, facts)) {
      const before = earlier.get(placementInput.placement.id) ?? [];
      const inputHash = newHash(placementInput.inputHash, before);
      if (inputHash === null) continue;
      await this.retire(tx, run, placementInput, before);
      const judged = {
        ...run,
        resultId: uuidv7(),
        placementInput,
        check: placementInput.input === null ? null : checkPay(placementInput.input),
      };
      await this.results.insertResult(tx, { ...resultRow(tx, judged), inputHash, minimumWageId: facts.minimumWage.id });
      await this.raise(tx, judged, triageDueOn);
      count += 1;
    }
    return count;
  }

  private async retire(
    tx: Tx,
    run: EnterpriseRun,
    { placement }: PlacementInput,
    before: readonly EarlierResult[],
  ): Promise<void> {
    const current = before.find(({ isCurrent }) => isCurrent);
    if (current === undefined) return;
    await this.results.retire(tx, current.id);
    await this.tasks.drop(tx, QUESTION, [current.id]);
    await this.tasks.drop(tx, TRIAGE, await this.results.supersede(tx, placement.id, run.period));
  }

  /** Puts what needs a person before one: findings and weak signs before the caseworker, a gathered post before a supervisor. */
  private async raise(tx: Tx, judged: Judged, dueOn: Day): Promise<void> {
    const { check, placementInput, resultId, organisationId } = judged;
    if (check === null) return;
    const { clientId, caseworkerMembershipId: assigneeMembershipId, agreedPayFen } = placementInput.placement;
    for (const draft of findingsOf(check, agreedPayFen)) await this.detect(tx, judged, draft, dueOn);
    if (isQuestion(check)) {
      await this.tasks.raise(tx, {
        kind: QUESTION,
        subjectType: 'pay_check_result',
        subjectId: resultId,
        clientId,
        assigneeMembershipId,
        dueOn,
      });
    }
    if (check.isSegregatedPost) {
      await this.tasks.raise(tx, {
        kind: SEGREGATED,
        subjectType: 'organisation',
        subjectId: organisationId,
        assigneeMembershipId: null,
        dueOn,
      });
    }
  }

  private async detect(
    tx: Tx,
    { resultId, organisationId, period, placementInput, check }: Judged,
    draft: FindingDraft,
    dueOn: Day,
  ): Promise<void> {
    const { id: placementId, clientId, caseworkerMembershipId: assigneeMembershipId } = placementInput.placement;
    const verdict = draft.ruleCode === 'COMPARATOR_GAP' ? 'DISPARITY_INDICATED' : (check?.overall ?? 'VIOLATION');
    const id = uuidv7();
    const finding = {
      ...draft,
      id,
      resultId,
      placementId,
      clientId,
      organisationId,
      period,
      verdict,
      triageDueOn: dueOn,
    };
    if (!(await this.results.insertFinding(tx, finding))) return;
    await this.tasks.raise(tx, {
      kind: TRIAGE,
      subjectType: 'pay_finding',
      subjectId: id,
      clientId,
      assigneeMembershipId,
      dueOn,
    });
  }
}

function resultRow(
  tx: Tx,
  { runId, resultId, period, organisationId, placementInput, check }: Judged,
): Partial<PayCheckResult> {
  const { placement, own } = placementInput;
  const key = {
    countyId: tx.actor.countyId,
    id: resultId,
    runId,
    placementId: placement.id,
    clientId: placement.clientId,
    organisationId,
    period,
  };
  const fixed = { ...key, ruleVersion: PAY_RULES_VERSION, payrollLineId: own?.id ?? null, createdAt: tx.now };
  if (check === null || own === null)
    return { ...fixed, rules: {}, rulesStatus: 'INSUFFICIENT', verdict: 'INSUFFICIENT_DATA' };
  const { comparator, overall, rules, rulesStatus } = check;
  const { countedFen = null, thresholdFen = null } = answersOf(check, 'MIN_WAGE')[0]?.figures ?? {};
  return {
    ...fixed,
    rules: rulesRecord(rules),
    rulesStatus,
    comparator: comparatorRecord(comparator),
    comparatorVerdict: comparator.verdict,
    verdict: overall,
    receivedFen: receivedFen(own.line),
    countedFen: countedFen === null ? null : Math.max(0, countedFen),
    minimumFen: thresholdFen,
    shortfallFen: backPayFen(rules),
  };
}
