import { Injectable } from '@nestjs/common';
import { dayOf, firstDayOf, type Day } from '#domain/common/day';
import { GAP_LIMIT_PER_MILLE, GAP_REVIEW_PER_MILLE } from '#domain/pay-equity/comparator-gap';
import { ParametersService } from '#features/parameters';
import { TasksService, type NewTask } from '#features/tasks';
import type { Tx } from '#platform/database/transaction';
import {
  enterpriseTests,
  segregatedOf,
  mayBeTested,
  NO_GROUP_TESTS,
  untestedBecauseFew,
  type EnterpriseTests,
} from './enterprise-month';
import type { PartOutcome } from './pay-check-parts.repository';
import { PayFactsRepository, type EarlierResult } from './pay-facts.repository';
import { inputsOf, newHash, type PlacementInput } from './pay-input';
import {
  detected,
  judge,
  PayTask,
  questionTask,
  triageTask,
  type EnterpriseRun,
  type FindingSubject,
  type JudgedUnder,
  type Judgement,
  type StandingTests,
} from './pay-judgement';
import { findingKey } from './pay-outcome';
import type { LineFacts } from './payroll-line-facts';
import { PayResultsRepository, type DetectedFinding, type OpenFinding } from './pay-results.repository';

const TRIAGE_WORKING_DAYS = 3;

/** A result that gives its place to a new one. */
interface Replaced {
  readonly judgement: Judgement;
  readonly current: EarlierResult | null;
  /** Nobody judged this placement's month before: nothing was found in it yet. */
  readonly isFirst: boolean;
}

/** Judges an enterprise's month and keeps what changed. Running it twice on the same input writes nothing. */
@Injectable()
export class PayCheckService {
  constructor(
    private readonly facts: PayFactsRepository,
    private readonly results: PayResultsRepository,
    private readonly parameters: ParametersService,
    private readonly tasks: TasksService,
  ) {}

  /**
   * Checks every placement of the enterprise in the month. `standing` are the month's tests that stand; null in a run that
   * makes them anew: then the enterprise's own share of them is made here.
   */
  async checkEnterprise(tx: Tx, run: EnterpriseRun, standing: StandingTests | null): Promise<PartOutcome> {
    const { period, organisationId } = run;
    await this.facts.lockMonth(tx, period, organisationId);
    const placements = await this.facts.placements(tx, period, organisationId);
    const ids = placements.map(({ id }) => id);
    const calendar = await this.parameters.calendar(tx);
    const lines = await this.facts.lines(tx, period, organisationId);
    const minimumWage = await this.parameters.minimumWageOn(tx, firstDayOf(period));
    const previous = await this.facts.previousGaps(tx, period, ids);
    const earlier = await this.facts.earlierResults(tx, period, ids);
    const under = { ...run, minimumWageId: minimumWage.id, basis: await this.basis(tx), standing };
    const replaced = inputsOf(placements, { period, calendar, minimumWage, lines, previous }).flatMap((input) =>
      replacedBy(input, earlier.get(input.placement.id) ?? [], under),
    );
    const dueOn = calendar.addWorkingDays(dayOf(tx.now), TRIAGE_WORKING_DAYS);
    await this.keep(tx, run, replaced, dueOn);
    const segregated = segregatedOf(run, lines, placements);
    // What was put right needs no supervisor any more.
    if (segregated.length === 0) await this.tasks.drop(tx, PayTask.SEGREGATED, [organisationId], period);
    const tests = standing === null ? await this.groupTests(tx, run, lines) : NO_GROUP_TESTS;
    return { placements: placements.length, changed: replaced.length, segregated, ...tests };
  }

  private async basis(tx: Tx): Promise<object> {
    return {
      calendarSha256: await this.facts.calendarDigest(tx),
      gapLimitPerMille: GAP_LIMIT_PER_MILLE,
      gapReviewPerMille: GAP_REVIEW_PER_MILLE,
    };
  }

  private async groupTests(tx: Tx, run: EnterpriseRun, lines: readonly LineFacts[]): Promise<EnterpriseTests> {
    if (!mayBeTested(lines)) return untestedBecauseFew(lines);
    const earlier = await this.facts.earlierLines(tx, run.period, run.organisationId);
    return enterpriseTests({ ...run, lines, earlier });
  }

  /** Writes the new results, supersedes what they change, and puts what needs a person before one. */
  private async keep(tx: Tx, run: EnterpriseRun, replaced: readonly Replaced[], dueOn: Day): Promise<void> {
    if (replaced.length === 0) return;
    const retired = replaced.flatMap(({ current }) => (current === null ? [] : [current.id]));
    await this.results.retire(tx, retired);
    await this.tasks.drop(tx, PayTask.QUESTION, retired);
    const judgements = replaced.map(({ judgement }) => judgement);
    await this.results.insertResults(tx, judgements.map(({ result }) => result)); // prettier-ignore
    const judgedBefore = replaced.flatMap(({ judgement, isFirst }) => (isFirst ? [] : [judgement.placement.id]));
    const open = await this.results.openFindings(tx, judgedBefore, run.period);
    const { superseded, findings } = changesOf(open, judgements, dueOn);
    await this.tasks.drop(tx, PayTask.TRIAGE, await this.results.supersede(tx, superseded));
    const isNew = await this.results.insertFindings(tx, findings);
    await this.raise(tx, run, judgements, { findings: findings.filter(({ id }) => isNew.has(id)), dueOn });
  }

  private async raise(
    tx: Tx,
    { organisationId, period }: EnterpriseRun,
    judgements: readonly Judgement[],
    { findings, dueOn }: { findings: readonly DetectedFinding[]; dueOn: Day },
  ): Promise<void> {
    const caseworkers = new Map(judgements.map(({ placement }) => [placement.id, placement.caseworkerMembershipId]));
    const segregated: NewTask = {
      kind: PayTask.SEGREGATED,
      subjectType: 'organisation',
      subjectId: organisationId,
      assigneeMembershipId: null,
      dueOn,
      occurrence: period,
    };
    await this.tasks.raiseAll(tx, [
      ...findings.map((finding) => triageTask(finding, caseworkers.get(finding.placementId) ?? null, dueOn)),
      ...judgements.filter((one) => one.isQuestion).map((one) => questionTask(subjectOf(one), dueOn)),
      ...(judgements.some(({ check }) => check?.isSegregatedPost === true) ? [segregated] : []),
    ]);
  }
}

function replacedBy(
  input: PlacementInput,
  before: readonly EarlierResult[],
  under: Omit<JudgedUnder, 'inputHash'>,
): Replaced[] {
  const inputHash = newHash(input.inputHash, before);
  if (inputHash === null) return [];
  return [
    {
      judgement: judge(input, { ...under, inputHash }),
      current: before.find(({ isCurrent }) => isCurrent) ?? null,
      isFirst: before.length === 0,
    },
  ];
}

const subjectOf = ({ result, placement }: Judgement): FindingSubject => ({
  resultId: result.id,
  placementId: placement.id,
  clientId: placement.clientId,
  organisationId: result.organisationId,
  period: result.period,
  caseworkerMembershipId: placement.caseworkerMembershipId,
});

/**
 * What becomes of the open findings: one that the new figures say again word for word goes on where it stands, so that a
 * colleague's corrected line does not set anybody's clock back; the others give way, and what is said newly is detected.
 */
function changesOf(
  open: readonly OpenFinding[],
  judgements: readonly Judgement[],
  dueOn: Day,
): { superseded: string[]; findings: DetectedFinding[] } {
  const said = new Map(open.map((finding) => [`${finding.placementId} ${findingKey(finding)}`, finding.id]));
  const kept = new Set<string>();
  const findings = judgements.flatMap((judgement) =>
    judgement.drafts.flatMap((draft) => {
      const same = said.get(`${judgement.placement.id} ${findingKey(draft)}`);
      if (same === undefined)
        return [detected(draft, subjectOf(judgement), judgement.check?.overall ?? 'VIOLATION', dueOn)];
      kept.add(same);
      return [];
    }),
  );
  return { superseded: open.flatMap(({ id }) => (kept.has(id) ? [] : [id])), findings };
}
