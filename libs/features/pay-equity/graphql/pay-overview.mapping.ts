import { ENOUGH_COMPARATORS } from '#domain/pay-equity/comparator-selection';
import { roundedPercent } from '#domain/pay-equity/display-figures';
import type { GapRow, GroupTestRow } from '../pay-overview.repository';
import type { Coverage, MonthOverview } from '../pay-overview.service';
import { payCheckRunOf } from './pay-equity.mapping';
import { PayCoverage, PayGapGroup, PayGroupTest, PayRunOverview } from './pay-overview.type';
import { PayUntested, PayVerdictCount } from './pay-overview-counts.type';

/** Enterprises that are listed by name; the totals count all. */
const LISTED = 100;

const numberIn = (figures: GroupTestRow['figures'], key: string): number | null => {
  const value = figures[key];
  return typeof value === 'number' ? value : null;
};

const claimIn = (figures: GroupTestRow['figures'], key: string): boolean | null => {
  const value = figures[key];
  return typeof value === 'boolean' ? value : null;
};

/** The schema's form of a group test; its gap only where five colleagues stand behind it. */
const payGroupTestOf = ({ figures, ...row }: GroupTestRow): PayGroupTest => {
  const pooled = row.comparators < ENOUGH_COMPARATORS ? null : numberIn(figures, 'pooledGap');
  const kennedy = row.comparators < ENOUGH_COMPARATORS ? null : numberIn(figures, 'kennedy');
  const gap = pooled ?? (kennedy === null ? null : -kennedy);
  return Object.assign(new PayGroupTest(), {
    ...row,
    gapPercent: gap === null ? null : roundedPercent(gap),
    level: numberIn(figures, 'level'),
    isConfirmed: claimIn(figures, 'isConfirmed'),
    permutations: numberIn(figures, 'permutations'),
    isExact: claimIn(figures, 'isExact'),
    seed: numberIn(figures, 'seed'),
  });
};

/** Below five people a group keeps its row and says nothing. */
const payGapGroupOf = ({ organisationId, people, perMille, overLimit }: GapRow): PayGapGroup => {
  const isShown = people >= ENOUGH_COMPARATORS;
  return Object.assign(new PayGapGroup(), {
    organisationId,
    people,
    percents: isShown ? perMille.map((one) => roundedPercent(one / 1_000)) : null,
    overLimit: isShown ? overLimit : null,
  });
};

const totalOf = (rows: readonly Coverage[], amount: (row: Coverage) => number): number =>
  rows.reduce((sum, row) => sum + amount(row), 0);

const isShort = ({ isMissing, isLate, lines, placements }: Coverage): boolean =>
  isMissing || isLate || lines < placements;

function coverageOf(rows: readonly Coverage[]): Partial<PayRunOverview> {
  return {
    enterprises: rows.length,
    declared: rows.filter(({ receivedAt }) => receivedAt !== null).length,
    late: rows.filter(({ isLate }) => isLate).length,
    missing: rows.filter(({ isMissing }) => isMissing).length,
    placements: totalOf(rows, ({ placements }) => placements),
    lines: totalOf(rows, ({ lines }) => lines),
    coverage: [...rows.filter(isShort), ...rows.filter((row) => !isShort(row))]
      .slice(0, LISTED)
      .map((row) => Object.assign(new PayCoverage(), row)),
  };
}

/** The schema's form of a month's overview. */
export const payRunOverviewOf = ({ run, parts, coverage, family, ...month }: MonthOverview): PayRunOverview =>
  Object.assign(new PayRunOverview(), {
    period: month.period,
    deadline: month.deadline,
    months: [...month.months],
    run: run === null ? null : payCheckRunOf(run),
    partsDone: parts.done,
    parts: parts.total,
    checked: parts.placements,
    ...coverageOf(coverage),
    comparable: month.comparable,
    verdicts: month.verdicts.map((row) => Object.assign(new PayVerdictCount(), row)),
    gaps: month.gaps.map(payGapGroupOf),
    tests: family.groups.map(payGroupTestOf),
    testsMade: family.size,
    ownTests: family.own.made,
    clearOwnTests: family.own.clear,
    untested: family.untested.map((row) => Object.assign(new PayUntested(), row)),
  });
