import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dayOf, type Day, type Month } from '#domain/common/day';
import { GAP_LIMIT_PER_MILLE, gradeUnder, type GapTests } from '#domain/pay-equity/comparator-gap';
import { isDiscovery } from '#domain/pay-equity/statistics/benjamini-hochberg';
import { MIN_TESTED_COMPARATORS } from '#domain/pay-equity/statistics/one-versus-many';
import { correctedFamily, type CorrectedFamily } from '#domain/pay-equity/tests-of-the-month';
import { ParametersService } from '#features/parameters';
import { TasksService } from '#features/tasks';
import type { Tx } from '#platform/database/transaction';
import type { EnterpriseTest } from './enterprise-month';
import { PayCheckPartsRepository } from './pay-check-parts.repository';
import { detected, PayTask, questionTask, triageTask, type StandingTests } from './pay-judgement';
import { gapFindings, type GradedGap } from './pay-outcome';
import { PayResultsRepository } from './pay-results.repository';
import { PayTestsRepository, type ComparedResult, type GapResult, type NewTest } from './pay-tests.repository';

type GroupOfRun = EnterpriseTest & { readonly organisationId: string };

const TRIAGE_WORKING_DAYS = 3;
const NO_TESTS: GapTests = { adjustedP: null, hasGroupGap: false };

/** The month's family of tests, after the parts of a run: corrected together, put on record, and what they change in the gaps. */
@Injectable()
export class PayMonthTestsService {
  constructor(
    private readonly parts: PayCheckPartsRepository,
    private readonly tests: PayTestsRepository,
    private readonly results: PayResultsRepository,
    private readonly parameters: ParametersService,
    private readonly tasks: TasksService,
  ) {}

  /** Corrects the family of the run's month, keeps every test, and grades the month's gaps anew. */
  async judge(tx: Tx, run: { readonly id: string; readonly period: Month }): Promise<void> {
    const gaps = await this.tests.gaps(tx, run.period);
    const own = await this.tests.compared(tx, run.period, MIN_TESTED_COMPARATORS);
    const groups = await this.parts.groupTests(tx, run.id);
    const family = familyOf(own, groups);
    await this.tests.insert(tx, testRows(run, own, groups, family));
    const clear = new Set(
      groups.flatMap(({ organisationId, exceedsLimit }, index) =>
        exceedsLimit && isDiscovery(family.groups[index] ?? 1) ? [organisationId] : [],
      ),
    );
    const calendar = await this.parameters.calendar(tx);
    const dueOn = calendar.addWorkingDays(dayOf(tx.now), TRIAGE_WORKING_DAYS);
    const regraded = gaps.map((gap) => {
      const { adjustedP } = family.byEmployment.get(gap.placementId) ?? NO_TESTS;
      return { gap, graded: gradeOf(gap, { adjustedP, hasGroupGap: clear.has(gap.organisationId) }) };
    });
    await this.regrade(tx, regraded, dueOn);
  }

  /** What the month's last tests say of an enterprise, for a run that leaves them as they are. */
  standing(tx: Tx, period: Month, organisationId: string): Promise<StandingTests> {
    return this.tests.standing(tx, period, organisationId);
  }

  /** Brings each gap's finding or question in line with its grade, where nobody has begun with it. */
  private async regrade(tx: Tx, all: readonly { gap: GapResult; graded: GradedGap }[], dueOn: Day): Promise<void> {
    const changed = all.filter(({ gap, graded }) => mustChange(gap, graded));
    const outdated = changed.flatMap(({ gap: { findingId } }) => (findingId === null ? [] : [findingId]));
    await this.tasks.drop(tx, PayTask.TRIAGE, await this.results.supersede(tx, outdated));
    const findings = changed.flatMap(({ gap, graded }) =>
      gapFindings(graded).map((draft) => detected(draft, gap, 'DISPARITY_INDICATED', dueOn)),
    );
    const isNew = await this.results.insertFindings(tx, findings);
    const caseworkers = new Map(changed.map(({ gap }) => [gap.placementId, gap.caseworkerMembershipId]));
    const answered = changed.filter(({ graded }) => graded.grade !== 'WEAK').map(({ gap }) => gap.resultId);
    await this.tasks.drop(tx, PayTask.QUESTION, answered);
    await this.tasks.raiseAll(tx, [
      ...findings
        .filter(({ id }) => isNew.has(id))
        .map((finding) => triageTask(finding, caseworkers.get(finding.placementId) ?? null, dueOn)),
      ...changed
        .filter(({ gap, graded }) => graded.grade === 'WEAK' && !gap.isViolation)
        .map(({ gap }) => questionTask(gap, dueOn)),
    ]);
  }
}

/** A gap without a finding gets one where its grade asks for it; a finding that nobody has looked at follows its grade. */
function mustChange({ findingId, findingStatus, findingGrade }: GapResult, { grade }: GradedGap): boolean {
  if (findingId === null) return grade !== 'WEAK';
  return findingStatus === 'DETECTED' && findingGrade !== grade;
}

const gradeOf = ({ comparators, ownGrade, shown }: GapResult, tests: GapTests): GradedGap => ({
  grade: gradeUnder(tests, comparators, ownGrade),
  comparators,
  shown,
});

const pOf = ({ rank, comparators }: ComparedResult): number => rank / (comparators + 1);

function familyOf(own: readonly ComparedResult[], groups: readonly GroupOfRun[]): CorrectedFamily {
  return correctedFamily(
    own.map((result) => ({
      employment: result.placementId,
      enterprise: result.organisationId,
      m: result.comparators,
      p: pOf(result),
    })),
    groups.map(({ organisationId: enterprise, p, exceedsLimit }) => ({ enterprise, p, exceedsLimit })),
  );
}

function testRows(
  run: { readonly id: string; readonly period: Month },
  own: readonly ComparedResult[],
  groups: readonly GroupOfRun[],
  family: CorrectedFamily,
): NewTest[] {
  const of = { runId: run.id, period: run.period };
  const corrected = (p: number, adjusted: number | null | undefined, exceedsLimit: boolean) => {
    // Rounding must not leave an adjusted p below its own p.
    const adjustedP = Math.max(p, adjusted ?? 1);
    return { p, adjustedP, exceedsLimit, isClear: exceedsLimit && isDiscovery(adjustedP) };
  };
  return [
    ...groups.map(({ organisationId, kind, clients, comparators, p, exceedsLimit, figures }, index): NewTest => ({
      ...of,
      id: uuidv7(),
      organisationId,
      kind,
      payCheckResultId: null,
      clients,
      comparators,
      figures,
      ...corrected(p, family.groups[index], exceedsLimit),
    })),
    ...own.map((result, index): NewTest => ({
      ...of,
      id: uuidv7(),
      organisationId: result.organisationId,
      kind: 'OWN',
      payCheckResultId: result.resultId,
      clients: 1,
      comparators: result.comparators,
      figures: { exactP: result.exactP, gapPerMille: result.gapPerMille },
      ...corrected(pOf(result), family.own[index], result.gapPerMille > GAP_LIMIT_PER_MILLE),
    })),
  ];
}
