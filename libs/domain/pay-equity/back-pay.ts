import type { Month } from '../common/day';
import type { Fen } from '../common/money';
import type { RuleAnswer } from './all-rules';
import type { PayrollLine } from './payroll-line';

/** What later lines paid for an earlier month: Σ arrears for it. */
export const arrearsFen = (period: Month, lines: readonly PayrollLine[]): Fen =>
  lines
    .flatMap((line) => line.arrears ?? [])
    .filter((arrear) => arrear.period === period)
    .reduce((sum, { fen }) => sum + fen, 0);

/** Says whether a finding is paid: the arrears of later lines for its month reach its shortfall. */
export const isPaidByArrears = (
  finding: { readonly period: Month; readonly shortfallFen: Fen },
  lines: readonly PayrollLine[],
): boolean => arrearsFen(finding.period, lines) >= finding.shortfallFen;

// What is short of one of these floors is short of the others as well: the largest covers them all.
const WAGE_FLOORS = ['MIN_WAGE', 'CONTRACT_WAGE', 'PROBATION_FLOOR'];

function shortOf(answer: RuleAnswer): Fen {
  if (answer.status !== 'FAIL') return 0;
  if (answer.code === 'DEDUCTION') return answer.figures.excessFen;
  return 'shortfallFen' in answer.figures ? answer.figures.shortfallFen : 0;
}

/** The back-pay of a month: the largest shortfall of the wage floors, and overtime pay and unlawful deductions on top. */
export function backPayFen(answers: readonly RuleAnswer[]): Fen {
  const ofCodes = (codes: readonly string[]): Fen[] => answers.filter(({ code }) => codes.includes(code)).map(shortOf);
  const onTop = ofCodes(['OVERTIME_PAY', 'DEDUCTION']).reduce((sum, fen) => sum + fen, 0);
  return Math.max(0, ...ofCodes(WAGE_FLOORS)) + onTop;
}
