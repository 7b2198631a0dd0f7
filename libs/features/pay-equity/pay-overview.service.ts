import { Injectable } from '@nestjs/common';
import { dayOf, isMonth, type Day, type Month } from '#domain/common/day';
import { ENOUGH_COMPARATORS } from '#domain/pay-equity/comparator-selection';
import type { Tx } from '#platform/database/transaction';
import { PayCheckRunsRepository, type PayCheckRunRow } from './pay-check-runs.repository';
import {
  PayOverviewRepository,
  type CoverageRow,
  type GapRow,
  type GroupTestRow,
  type OwnTestCounts,
  type PartCounts,
  type UntestedRow,
  type VerdictCount,
} from './pay-overview.repository';
import { latestDuePayroll, payrollDeadline } from './payroll-deadline';

/** An enterprise's month with what its dates mean. */
export interface Coverage extends CoverageRow {
  readonly isLate: boolean;
  readonly isMissing: boolean;
}

/** What a month's family of tests comes to. */
export interface FamilyOverview {
  /** Tests that were corrected together. */
  readonly size: number;
  readonly groups: readonly GroupTestRow[];
  readonly own: OwnTestCounts;
  readonly untested: readonly UntestedRow[];
}

/** A month as a supervisor sees it. */
export interface MonthOverview {
  readonly period: Month;
  readonly deadline: Day;
  readonly months: readonly Month[];
  readonly run: PayCheckRunRow | null;
  readonly parts: PartCounts;
  readonly coverage: readonly Coverage[];
  readonly verdicts: readonly VerdictCount[];
  /** People with five comparators or more. */
  readonly comparable: number;
  readonly gaps: readonly GapRow[];
  readonly family: FamilyOverview;
}

const MONTHS = 24;
const GAP_GROUPS = 13;
const MOST_TESTS = 50;
const NO_PARTS: PartCounts = { done: 0, total: 0, placements: 0 };
const NO_FAMILY: FamilyOverview = { size: 0, groups: [], own: { made: 0, clear: 0 }, untested: [] };

/** Puts a month's run together for the supervisor: what came in first, then what it says. */
@Injectable()
export class PayOverviewService {
  constructor(
    private readonly overview: PayOverviewRepository,
    private readonly runs: PayCheckRunsRepository,
  ) {}

  /** A month; the latest one that there is a run of where none is named. */
  async ofMonth(tx: Tx, asked: string | null): Promise<MonthOverview> {
    const today = dayOf(tx.now);
    const months = await this.overview.months(tx, MONTHS);
    const period = asked !== null && isMonth(asked) ? asked : (months[0] ?? latestDuePayroll(today).period);
    const deadline = payrollDeadline(period);
    const run = await this.runs.latestOf(tx, period);
    const { rows: verdicts, comparable } = await this.overview.verdicts(tx, period, ENOUGH_COMPARATORS);
    return {
      period,
      deadline,
      months,
      run,
      parts: run === null ? NO_PARTS : await this.overview.parts(tx, run.id),
      coverage: (await this.overview.coverage(tx, period)).map((row) => withDates(row, deadline, today)),
      verdicts,
      comparable,
      gaps: await this.overview.gaps(tx, period, { atLeast: ENOUGH_COMPARATORS, limit: GAP_GROUPS }),
      family: await this.family(tx, period),
    };
  }

  private async family(tx: Tx, period: Month): Promise<FamilyOverview> {
    const runId = await this.overview.runOfTests(tx, period);
    if (runId === null) return NO_FAMILY;
    return {
      ...(await this.overview.family(tx, runId)),
      groups: await this.overview.groupTests(tx, runId, MOST_TESTS),
      untested: await this.overview.untested(tx, runId),
    };
  }
}

const withDates = (row: CoverageRow, deadline: Day, today: Day): Coverage => ({
  ...row,
  isLate: row.receivedAt !== null && dayOf(row.receivedAt) > deadline,
  isMissing: row.receivedAt === null && today > deadline,
});
