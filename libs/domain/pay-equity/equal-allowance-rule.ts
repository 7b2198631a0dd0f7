import type { Fen } from '../common/money';
import { compare, fractionOf, median, rational, times, toInteger, type Rational } from '../common/rational';
import { MIN_COMPARATORS } from './comparator-selection';
import { hundredthsOfDays, isPartTimeLine } from './line-amounts';
import type { RuleStatus } from './pay-codes';
import type { Allowance, PayrollLine } from './payroll-line';
import { ruleResult, type Grade, type RuleResult } from './rule-result';

/** The figures of EQUAL_ALLOWANCE for one allowance. */
export interface EqualAllowanceFigures {
  /** The allowance's code; null when there is none to compare. */
  readonly allowance: string | null;
  /** The share of colleagues who receive it. */
  readonly share: Rational | null;
  /** The median of those who receive it, for a full month. */
  readonly medianFen: Fen | null;
  /** What the client receives, for a full month. */
  readonly clientFen: Fen | null;
}

/** The answer of EQUAL_ALLOWANCE for one allowance. */
export type EqualAllowanceResult = RuleResult<'EQUAL_ALLOWANCE', EqualAllowanceFigures>;

const GRADE: Grade = { severity: 'MODERATE', findingClass: 'AGREEMENT' };
const NONE: EqualAllowanceFigures = { allowance: null, share: null, medianFen: null, clientFen: null };
const MOST_SHARE = rational(4n, 5n);
const HALF = rational(1n, 2n);
const ENOUGH_OF_MEDIAN = rational(19n, 20n);
const ZERO = rational(0n);

// What pays for years or skill has conditions of its own.
const isCommon = ({ objective }: Allowance): boolean => objective === null || objective === undefined;

const ofCode = (line: PayrollLine, code: string): readonly Allowance[] =>
  (line.allowances ?? []).filter((allowance) => allowance.code === code && isCommon(allowance));

/** The allowance for a full month: fen·s/(s − u); null when nothing is known of the days. */
function forFullMonth(line: PayrollLine, code: string): Rational | null {
  const days = hundredthsOfDays(line);
  if (days === null || days.scheduled <= days.unpaid) return null;
  const fen = ofCode(line, code).reduce((sum, allowance) => sum + allowance.fen, 0);
  return fractionOf(fen, days.scheduled, 1, days.scheduled - days.unpaid);
}

/** An allowance for hardship belongs to a shift: whoever works another one is not in question. */
function eligibleFor(code: string, client: PayrollLine, colleagues: readonly PayrollLine[]): readonly PayrollLine[] {
  const isOfShift = [client, ...colleagues].some((line) =>
    ofCode(line, code).some(({ kind }) => kind === 'SPECIAL_ENV'),
  );
  if (!isOfShift) return colleagues;
  return colleagues.filter((line) => (line.shiftPattern ?? null) === (client.shiftPattern ?? null));
}

function statusOf(share: Rational, own: Rational, middle: Rational): RuleStatus {
  const isLess = compare(own, times(ENOUGH_OF_MEDIAN, middle)) < 0;
  if (!isLess || compare(share, HALF) < 0) return 'PASS';
  return compare(share, MOST_SHARE) >= 0 ? 'FAIL' : 'REVIEW';
}

function judge(code: string, client: PayrollLine, colleagues: readonly PayrollLine[]): EqualAllowanceResult[] {
  const eligible = eligibleFor(code, client, colleagues);
  const amounts = eligible.flatMap((line) => forFullMonth(line, code) ?? []);
  const received = amounts.filter((amount) => compare(amount, ZERO) > 0);
  if (received.length === 0) return [];
  const own = forFullMonth(client, code);
  if (amounts.length < MIN_COMPARATORS || own === null)
    return [ruleResult('EQUAL_ALLOWANCE', 'INSUFFICIENT', GRADE, { ...NONE, allowance: code })];
  const share = rational(BigInt(received.length), BigInt(amounts.length));
  const middle = median(received);
  const figures = { allowance: code, share, medianFen: toInteger(middle), clientFen: toInteger(own) };
  return [ruleResult('EQUAL_ALLOWANCE', statusOf(share, own, middle), GRADE, figures)];
}

/**
 * Each allowance that colleagues receive, for a full month: where at least 80 % of three or more have it and the client
 * less than 95 % of their median, the promise of equal treatment is broken; from 50 % on a person looks. The colleagues
 * are those of the comparison; part-time pay knows no allowances.
 */
export function equalAllowanceRule(client: PayrollLine, comparators: readonly PayrollLine[]): EqualAllowanceResult[] {
  if (isPartTimeLine(client)) return [ruleResult('EQUAL_ALLOWANCE', 'NOT_APPLICABLE', GRADE, NONE)];
  const colleagues = comparators.filter((line) => !isPartTimeLine(line));
  if (colleagues.length < MIN_COMPARATORS) return [ruleResult('EQUAL_ALLOWANCE', 'INSUFFICIENT', GRADE, NONE)];
  const codes = new Set(colleagues.flatMap((line) => (line.allowances ?? []).filter(isCommon).map(({ code }) => code)));
  const results = [...codes].sort().flatMap((code) => judge(code, client, colleagues));
  return results.length > 0 ? results : [ruleResult('EQUAL_ALLOWANCE', 'NOT_APPLICABLE', GRADE, NONE)];
}
