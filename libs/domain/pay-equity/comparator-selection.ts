import type { Rational } from '../common/rational';
import { hasHourlyPay, hourlyPay } from './hourly-pay';
import { hundredthsOfDays, isPartTimeLine } from './line-amounts';
import type { ComparatorLine, PayrollLine } from './payroll-line';

/** Comparators below which nothing is computed. */
export const MIN_COMPARATORS = 3;

/** Comparators from which numbers are shown, and at which widening stops. */
export const ENOUGH_COMPARATORS = 5;

/** The levels of comparison, narrowest first; the one used is put on record. */
export const COMPARATOR_LEVELS = ['JOB_GRADE_BAND', 'JOB_GRADE_NEAR_BAND', 'JOB_GRADE', 'JOB'] as const;

/** One of the levels of comparison. */
export type ComparatorLevel = (typeof COMPARATOR_LEVELS)[number];

/** A colleague who can be compared with, and the hourly pay in fen. */
export interface Comparator {
  readonly ref: string;
  readonly line: ComparatorLine;
  readonly hourly: Rational;
}

/** The colleagues that a client is compared with; level null when there are fewer than three at every level. */
export interface ComparatorSelection {
  readonly level: ComparatorLevel | null;
  readonly comparators: readonly Comparator[];
  /** The most comparators found at any level. */
  readonly available: number;
  /** The refs that are not compared with, in the order given. */
  readonly excluded: readonly string[];
}

// Tenure bands in months, half-open: [0,6) [6,12) [12,36) [36,60) [60,∞).
const BAND_STARTS = [0, 6, 12, 36, 60] as const;

/** The tenure band of so many months, 0 to 4; null when unknown. */
export function tenureBand(months: number | null | undefined): number | null {
  if (months === null || months === undefined || months < 0) return null;
  return BAND_STARTS.filter((start) => start <= months).length - 1;
}

/** Says whether a line has at least half of the month's days, so that its pay says something. */
export function hasHalfAttendance(line: PayrollLine): boolean {
  const days = hundredthsOfDays(line);
  return days === null ? isPartTimeLine(line) : days.scheduled >= 2 * days.unpaid;
}

const same = <T>(a: T | null | undefined, b: T | null | undefined): boolean => (a ?? null) === (b ?? null);

function isEligible(client: PayrollLine, other: ComparatorLine): boolean {
  return (
    other.isProgrammeClient !== true &&
    other.employmentType !== 'DISPATCH' &&
    same(client.jobCode, other.jobCode) &&
    same(client.payBasis, other.payBasis) &&
    (client.onProbation ?? false) === (other.onProbation ?? false) &&
    hasHalfAttendance(other)
  );
}

function isAtLevel(level: ComparatorLevel, client: PayrollLine, other: PayrollLine): boolean {
  if (level === 'JOB') return true;
  if (!same(client.grade, other.grade)) return false;
  if (level === 'JOB_GRADE') return true;
  const own = tenureBand(client.tenureMonths);
  const theirs = tenureBand(other.tenureMonths);
  if (own === null || theirs === null) return false;
  return Math.abs(own - theirs) <= (level === 'JOB_GRADE_BAND' ? 0 : 1);
}

interface LevelFound<Other> {
  readonly level: ComparatorLevel;
  readonly found: readonly Other[];
}

/** The narrowest level with five, else the narrowest with three; undefined where no level has three. */
function chosenLevel<Other extends { readonly line: PayrollLine }>(
  client: PayrollLine,
  eligible: readonly Other[],
): LevelFound<Other> | undefined {
  let fallback: LevelFound<Other> | undefined;
  for (const level of COMPARATOR_LEVELS) {
    const found = eligible.filter(({ line }) => isAtLevel(level, client, line));
    if (found.length >= ENOUGH_COMPARATORS) return { level, found };
    if (found.length >= MIN_COMPARATORS) fallback ??= { level, found };
  }
  return fallback;
}

/**
 * Chooses the colleagues to compare with among lines of the same enterprise and period: direct employees, not clients of
 * the programme, same job, pay basis and probation status, at least half present. It widens from grade and tenure band
 * while there are fewer than five; if five are nowhere, the narrowest level with three stands. A line that is there twice
 * counts once.
 */
export function selectComparators(client: PayrollLine, lines: readonly ComparatorLine[]): ComparatorSelection {
  const seen = new Set<string>();
  const once = lines.filter(({ ref }) => !seen.has(ref) && seen.add(ref));
  const eligible = once.flatMap((line) => (isEligible(client, line) && hasHourlyPay(line) ? [{ line }] : []));
  const chosen = chosenLevel(client, eligible);
  const comparators = (chosen?.found ?? []).flatMap(({ line }) => {
    const hourly = hourlyPay(line);
    return hourly === null ? [] : [{ ref: line.ref, line, hourly }];
  });
  const used = new Set(comparators.map(({ ref }) => ref));
  return {
    level: chosen?.level ?? null,
    comparators,
    // The widest level holds every other.
    available: eligible.length,
    excluded: lines.map(({ ref }) => ref).filter((ref) => !used.has(ref)),
  };
}
