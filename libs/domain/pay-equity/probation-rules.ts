import type { Fen } from '../common/money';
import { compare, rational, times, toInteger, type Rational } from '../common/rational';
import { fullTimeProbationMonths } from '../placements/probation';
import { attendanceOf, attendanceShare, contractualAllowancesFen, isPartTimeLine } from './line-amounts';
import type { PayContract, PayParams, PayrollLine } from './payroll-line';
import { ruleResult, type Grade, type RuleResult } from './rule-result';

/** The figures of PROBATION_FLOOR; null where an input is missing or the rule does not apply. */
export interface ProbationFloorFigures {
  readonly paidFen: Fen | null;
  readonly hardFloorFen: Fen | null;
  readonly protectiveFloorFen: Fen | null;
  /** 0 unless the rule failed. */
  readonly shortfallFen: Fen;
}

/** The answer of PROBATION_FLOOR. */
export type ProbationFloorResult = RuleResult<'PROBATION_FLOOR', ProbationFloorFigures>;

/** The figures of PROBATION_LENGTH; null where an input is missing. */
export interface ProbationLengthFigures {
  readonly maxMonths: number | null;
  readonly actualMonths: number | null;
}

/** The answer of PROBATION_LENGTH. */
export type ProbationLengthResult = RuleResult<'PROBATION_LENGTH', ProbationLengthFigures>;

/** Pay on probation is at least 80 % (劳动合同法 20, in force 2008-01-01; 实施条例 15, from 2008-09-18). */
export const PROBATION_PAY_SHARE: Rational = rational(4n, 5n);

const FLOOR_GRADE: Grade = { severity: 'MAJOR', findingClass: 'STATUTORY' };
const LENGTH_GRADE: Grade = { severity: 'MODERATE', findingClass: 'STATUTORY' };
const NO_FLOORS: ProbationFloorFigures = {
  paidFen: null,
  hardFloorFen: null,
  protectiveFloorFen: null,
  shortfallFen: 0,
};

const higher = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
const lower = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);

/**
 * The two floors of probation pay, times the share of the month f, half up: with a = 0.8·lowest pay of the same post and
 * b = 0.8·contract wage the law's "or" leaves hard = max(M, min(a, b)) and protective = max(M, a, b).
 */
function floorsFen(
  wages: { lowest: Fen; contract: Fen; minimum: Fen },
  share: Rational,
): { hard: Fen; protective: Fen } {
  const least = rational(BigInt(wages.minimum));
  const a = times(PROBATION_PAY_SHARE, rational(BigInt(wages.lowest)));
  const b = times(PROBATION_PAY_SHARE, rational(BigInt(wages.contract)));
  return {
    hard: toInteger(times(share, higher(least, lower(a, b)))),
    protective: toInteger(times(share, higher(least, higher(a, b)))),
  };
}

/** Pay on probation, base + contractual allowances, against 80 % of the post's lowest or the contract's wage and the minimum wage. */
export function probationFloorRule(
  line: PayrollLine,
  contract: PayContract | null,
  params: PayParams,
): ProbationFloorResult {
  if (line.onProbation === false || isPartTimeLine(line))
    return ruleResult('PROBATION_FLOOR', 'NOT_APPLICABLE', FLOOR_GRADE, NO_FLOORS);
  const lowest = contract?.lowestSameJobFen ?? null;
  const agreed = contract?.contractMonthlyFen ?? null;
  const baseFen = line.baseFen ?? null;
  const days = attendanceOf(line);
  if (line.onProbation !== true || lowest === null || agreed === null || baseFen === null || days === null)
    return ruleResult('PROBATION_FLOOR', 'INSUFFICIENT', FLOOR_GRADE, NO_FLOORS);
  const wages = { lowest, contract: agreed, minimum: params.minWageMonthlyFen };
  const { hard, protective } = floorsFen(wages, attendanceShare(days));
  const paidFen = baseFen + contractualAllowancesFen(line);
  const isFail = paidFen < hard;
  return ruleResult('PROBATION_FLOOR', isFail ? 'FAIL' : paidFen < protective ? 'REVIEW' : 'PASS', FLOOR_GRADE, {
    paidFen,
    hardFloorFen: hard,
    protectiveFloorFen: protective,
    shortfallFen: isFail ? hard - paidFen : 0,
  });
}

/** The longest probation: none in part-time work (劳动合同法 70) or a second time with one employer (19); null when unknown. */
function longestMonths(line: PayrollLine, contract: PayContract): number | null {
  if (isPartTimeLine(line) || contract.earlierProbation === true) return 0;
  const { start, end } = contract;
  return start === null || start === undefined ? null : fullTimeProbationMonths(start, end ?? null);
}

/** The agreed probation against the longest that the contract's term allows (劳动合同法 19); a contract with a start and no end is open-ended. */
export function probationLengthRule(line: PayrollLine, contract: PayContract | null): ProbationLengthResult {
  const actualMonths = contract?.probationMonths ?? null;
  const maxMonths = contract === null ? null : longestMonths(line, contract);
  const figures = { maxMonths, actualMonths };
  if (actualMonths === null) return ruleResult('PROBATION_LENGTH', 'INSUFFICIENT', LENGTH_GRADE, figures);
  if (actualMonths === 0) return ruleResult('PROBATION_LENGTH', 'PASS', LENGTH_GRADE, figures);
  if (maxMonths === null) return ruleResult('PROBATION_LENGTH', 'INSUFFICIENT', LENGTH_GRADE, figures);
  return ruleResult('PROBATION_LENGTH', actualMonths > maxMonths ? 'FAIL' : 'PASS', LENGTH_GRADE, figures);
}
