import type { Fen } from '../common/money';
import { floorOfMonthFen, generalAllowancesFen, isPartTimeLine } from './line-amounts';
import type { PayParams, PayrollLine } from './payroll-line';
import { ruleResult, type Grade, type RuleResult } from './rule-result';

/** The figures of DEDUCTION; null where an input is missing. */
export interface DeductionFigures {
  /** A fifth of the wage, whole fen. */
  readonly capFen: Fen | null;
  /** What may be deducted for damage: no more than the cap, and leaving the minimum wage. */
  readonly maxLawfulFen: Fen | null;
  readonly deductedFen: Fen | null;
  readonly excessFen: Fen;
}

/** The answer of DEDUCTION. */
export type DeductionResult = RuleResult<'DEDUCTION', DeductionFigures>;

const GRADE: Grade = { severity: 'MAJOR', findingClass: 'STATUTORY' };
// 工资支付暂行规定 16 (in force 1995-01-01): at most 20 % of the month's wage, and the minimum wage remains.
const CAP_SHARE_DIVISOR = 5;
// 劳动合同法 9 (in force 2008-01-01): no deposit; a fine has no ground in law since 企业职工奖惩条例 was repealed in 2008.
const DOUBTFUL = ['DEPOSIT', 'FINE'];

const sumOf = (line: PayrollLine, codes: readonly string[]): Fen =>
  (line.deductions ?? []).filter(({ code }) => codes.includes(code)).reduce((sum, { fen }) => sum + fen, 0);

interface Limits {
  readonly capFen: Fen;
  readonly maxLawfulFen: Fen;
}

function limitsOf(line: PayrollLine, params: PayParams): Limits | null {
  const baseFen = line.baseFen ?? null;
  const minimumFen = floorOfMonthFen(line, params);
  if (baseFen === null || minimumFen === null) return null;
  const wageFen = isPartTimeLine(line) ? baseFen : baseFen + generalAllowancesFen(line) + (line.bonusFen ?? 0);
  const capFen = Math.floor(wageFen / CAP_SHARE_DIVISOR);
  return { capFen, maxLawfulFen: Math.max(0, Math.min(capFen, wageFen - minimumFen)) };
}

/**
 * What was deducted for damage against min(20 % of the wage, wage − minimum wage of the days at work); the wage is base +
 * general allowances + bonus. A deposit or a fine is for review.
 */
export function deductionRule(line: PayrollLine, params: PayParams): DeductionResult {
  if (line.deductions === null || line.deductions === undefined)
    return ruleResult('DEDUCTION', 'INSUFFICIENT', GRADE, {
      capFen: null,
      maxLawfulFen: null,
      deductedFen: null,
      excessFen: 0,
    });
  const limits = limitsOf(line, params);
  const deductedFen = sumOf(line, ['DAMAGE']);
  const figures = {
    capFen: limits?.capFen ?? null,
    maxLawfulFen: limits?.maxLawfulFen ?? null,
    deductedFen,
    excessFen: 0,
  };
  const excessFen = Math.max(0, deductedFen - (limits?.maxLawfulFen ?? 0));
  const isKnown = limits !== null || deductedFen === 0;
  if (isKnown && deductedFen > 0 && excessFen > 0)
    return ruleResult('DEDUCTION', 'FAIL', GRADE, { ...figures, excessFen });
  if (sumOf(line, DOUBTFUL) > 0) return ruleResult('DEDUCTION', 'REVIEW', GRADE, figures);
  return ruleResult('DEDUCTION', isKnown ? 'PASS' : 'INSUFFICIENT', GRADE, figures);
}
