import type { Fen } from '../common/money';
import {
  compare,
  floorOf,
  medianOfSorted,
  minus,
  over,
  rational,
  times,
  toInteger,
  type Rational,
} from '../common/rational';
import { ENOUGH_COMPARATORS, selectComparators, type ComparatorLevel } from './comparator-selection';
import { comparableHours, hourlyPay } from './hourly-pay';
import type { ComparatorVerdict, EvidenceGrade } from './pay-codes';
import { isDiscovery } from './statistics/benjamini-hochberg';
import { MIN_TESTED_COMPARATORS, oneVersusManyP, rankFromBelow } from './statistics/one-versus-many';
import type { ComparatorLine, PayrollLine } from './payroll-line';

/** Per mille above which a gap exceeds the limit (EU Directive 2023/970 art. 10 and the Swiss limit value: 5 %). */
export const GAP_LIMIT_PER_MILLE = 50;

/** Per mille from which a gap is for review (half of the limit, our own design). */
export const GAP_REVIEW_PER_MILLE = 26;

/** What the period before said of the same employment. */
export interface PreviousGap {
  readonly gapPerMille: number;
  readonly strictlyLowest: boolean;
}

/** How a client's hourly pay stands to the median of the colleagues'. */
export interface GapFigures {
  readonly level: ComparatorLevel;
  readonly clientHourly: Rational;
  readonly medianHourly: Rational;
  /** (median − client)/median, exact; positive means that the client has less. */
  readonly gap: Rational;
  /** floor(1000 × gap), by its size; the sign is kept. */
  readonly gapPerMille: number;
  /** 1 + colleagues with no more pay than the client: the numerator of the exact one-sided p over m + 1. */
  readonly rankFromBelow: number;
  /** The exact one-sided permutation p, rankFromBelow/(m + 1). */
  readonly p: Rational;
  readonly strictlyLowest: boolean;
  /** The client lies further below the median than the colleagues lie apart. */
  readonly spreadGuard: boolean;
  /** What is missing to the median for the month's hours, in fen, half up; 0 when nothing. */
  readonly shortfallFen: Fen;
}

/** The comparison of one client with the colleagues. */
export interface ComparatorResult {
  readonly verdict: ComparatorVerdict;
  /** The number of comparators used; when too few, the most that were found. */
  readonly m: number;
  readonly excluded: readonly string[];
  /** Null when there are fewer than three comparators: then nothing is computed. */
  readonly figures: GapFigures | null;
  /** Null unless the verdict is DISPARITY. */
  readonly evidence: EvidenceGrade | null;
  /** At least five comparators: the median may be shown to the caseworker. */
  readonly displayableToCaseworker: boolean;
  /** The lines compared with: for other rules of the same month, never for the record. */
  readonly colleagues: readonly ComparatorLine[];
}

/** Per mille of a gap by its size, rounded down, with its sign: 0.051 → 51, −0.0509 → −50. */
export function perMilleOf(gap: Rational): number {
  if (gap.numerator >= 0n) return floorOf(times(gap, rational(1000n)));
  const size = floorOf(times(rational(-gap.numerator, gap.denominator), rational(1000n)));
  return size === 0 ? 0 : -size;
}

/** The verdict of a gap in per mille. */
export function gapVerdict(gapPerMille: number): 'WITHIN_TOLERANCE' | 'REVIEW' | 'DISPARITY' {
  if (gapPerMille > GAP_LIMIT_PER_MILLE) return 'DISPARITY';
  return gapPerMille >= GAP_REVIEW_PER_MILLE ? 'REVIEW' : 'WITHIN_TOLERANCE';
}

/** What the tests of a month say beside the comparison; an event-driven re-run makes none. */
export interface GapTests {
  /** The p-value of this client's test after Benjamini–Hochberg; null where none was made. */
  readonly adjustedP: number | null;
  /** The enterprise's cohort or regression is significant with a pooled gap above the limit. */
  readonly hasGroupGap: boolean;
}

const NO_TESTS: GapTests = { adjustedP: null, hasGroupGap: false };

/**
 * The grade of a disparity. STRONG: 19 colleagues and an adjusted p of at most 5 %, or the group's test; MODERATE: five
 * colleagues, strictly lowest, further from the median than they lie apart, and the same in the period before; else WEAK,
 * which is a question to the caseworker and never goes to the enterprise.
 */
export function disparityEvidence(
  m: number,
  figures: Pick<GapFigures, 'strictlyLowest' | 'spreadGuard'>,
  previous: PreviousGap | null,
  tests: GapTests = NO_TESTS,
): EvidenceGrade {
  const wasSame = previous !== null && previous.gapPerMille > GAP_LIMIT_PER_MILLE && previous.strictlyLowest;
  const isClear = m >= ENOUGH_COMPARATORS && figures.strictlyLowest && figures.spreadGuard;
  return gradeUnder(tests, m, isClear && wasSame ? 'MODERATE' : 'WEAK');
}

/** The grade of a disparity under the tests of its month, from the grade that it has without them. */
export function gradeUnder(tests: GapTests, m: number, ownGrade: EvidenceGrade): EvidenceGrade {
  const isOwnTestClear = m >= MIN_TESTED_COMPARATORS && tests.adjustedP !== null && isDiscovery(tests.adjustedP);
  return isOwnTestClear || tests.hasGroupGap ? 'STRONG' : ownGrade;
}

const testsOf = ({ p }: GapFigures, use: TestUse): GapTests => ({
  adjustedP: use === 'ALONE' ? Number(p.numerator) / Number(p.denominator) : null,
  hasGroupGap: false,
});

function figuresOf(
  level: ComparatorLevel,
  client: { hourly: Rational; hours: Rational },
  others: readonly Rational[],
): GapFigures {
  const sorted = [...others].sort(compare);
  const middle = medianOfSorted(sorted);
  const lowest = sorted[0] ?? middle;
  const highest = sorted[sorted.length - 1] ?? middle;
  const below = minus(middle, client.hourly);
  const rank = rankFromBelow(client.hourly, others);
  const gap = middle.numerator === 0n ? rational(0n) : over(below, middle);
  return {
    level,
    clientHourly: client.hourly,
    medianHourly: middle,
    gap,
    gapPerMille: perMilleOf(gap),
    rankFromBelow: rank,
    p: oneVersusManyP(rank, others.length),
    strictlyLowest: compare(client.hourly, lowest) < 0,
    spreadGuard: compare(below, minus(highest, lowest)) > 0,
    shortfallFen: below.numerator > 0n ? toInteger(times(below, client.hours)) : 0,
  };
}

/** How the comparison's own test is used: alone, as its whole family, or later by the monthly run. */
export type TestUse = 'ALONE' | 'LATER';

/** Compares a client's hourly pay with colleagues of the same enterprise and period. */
export function compareWithColleagues(
  client: PayrollLine,
  lines: readonly ComparatorLine[],
  previous: PreviousGap | null = null,
  use: TestUse = 'LATER',
): ComparatorResult {
  const selection = selectComparators(client, lines);
  const hourly = hourlyPay(client);
  const hours = comparableHours(client);
  const { level, comparators } = selection;
  if (level === null || hourly === null || hours === null) {
    return {
      verdict: 'INSUFFICIENT_COMPARATORS',
      m: level === null ? selection.available : comparators.length,
      excluded: selection.excluded,
      figures: null,
      evidence: null,
      displayableToCaseworker: false,
      colleagues: comparators.map((one) => one.line),
    };
  }
  const m = comparators.length;
  const figures = figuresOf(
    level,
    { hourly, hours },
    comparators.map((one) => one.hourly),
  );
  const verdict = gapVerdict(figures.gapPerMille);
  return {
    verdict,
    m,
    excluded: selection.excluded,
    figures,
    evidence: verdict === 'DISPARITY' ? disparityEvidence(m, figures, previous, testsOf(figures, use)) : null,
    colleagues: comparators.map((one) => one.line),
    displayableToCaseworker: m >= ENOUGH_COMPARATORS,
  };
}
