import type { Fen } from '../common/money';
import { compare, minus, over, rational, times, toInteger, type Rational } from '../common/rational';
import { PAID_DAYS_PER_MONTH_HUNDREDTHS } from '../placements/employment-law';
import { attendanceOf, contractualAllowancesFen, isPartTimeLine } from './line-amounts';
import type { PayContract, PayrollLine } from './payroll-line';
import { ruleResult, type Grade, type RuleResult } from './rule-result';

/** The figures of CONTRACT_WAGE; null where an input is missing or the rule does not apply. */
export interface ContractWageFigures {
  readonly paidFen: Fen | null;
  /** The lower of the two ways to reckon a part of a month: below it the rule fails. */
  readonly hardFloorFen: Fen | null;
  /** The higher of the two: below it a person looks. */
  readonly protectiveFloorFen: Fen | null;
  /** 0 unless the rule failed. */
  readonly shortfallFen: Fen;
}

/** The answer of CONTRACT_WAGE. */
export type ContractWageResult = RuleResult<'CONTRACT_WAGE', ContractWageFigures>;

/** The two floors of a month's contract wage, in fen, half up. */
export interface WageFloors {
  readonly hardFen: Fen;
  readonly protectiveFen: Fen;
}

const GRADE: Grade = { severity: 'MAJOR', findingClass: 'STATUTORY' };
const NO_FIGURES: ContractWageFigures = {
  paidFen: null,
  hardFloorFen: null,
  protectiveFloorFen: null,
  shortfallFen: 0,
};
const PAID_DAYS: Rational = rational(BigInt(PAID_DAYS_PER_MONTH_HUNDREDTHS), 100n);
const ONE: Rational = rational(1n);
const ZERO: Rational = rational(0n);

/**
 * The floors of a contract wage C with u unpaid days of s: by deduction C(1 − u/21.75) and by count
 * C·min(1, (s − u)/21.75); the law leaves the choice open. Without unpaid days both are C.
 */
export function contractWageFloors(contractMonthlyFen: Fen, scheduled: Rational, unpaid: Rational): WageFloors {
  const wage = rational(BigInt(contractMonthlyFen));
  const floorFen = (share: Rational): Fen => toInteger(times(wage, share));
  if (compare(unpaid, ZERO) === 0) return { hardFen: contractMonthlyFen, protectiveFen: contractMonthlyFen };
  const deducted = floorFen(heldWithin(minus(ONE, over(unpaid, PAID_DAYS))));
  const counted = floorFen(heldWithin(over(minus(scheduled, unpaid), PAID_DAYS)));
  return { hardFen: Math.min(deducted, counted), protectiveFen: Math.max(deducted, counted) };
}

function heldWithin(share: Rational): Rational {
  if (compare(share, ZERO) < 0) return ZERO;
  return compare(share, ONE) > 0 ? ONE : share;
}

/**
 * Pay against what the contract says for the month: base + contractual allowances. Part-time work is not concerned, nor is
 * probation, whose pay may lie below the contract's (劳动合同法 20) and has PROBATION_FLOOR for its measure.
 */
export function contractWageRule(line: PayrollLine, contract: PayContract | null): ContractWageResult {
  if (isPartTimeLine(line) || line.onProbation === true)
    return ruleResult('CONTRACT_WAGE', 'NOT_APPLICABLE', GRADE, NO_FIGURES);
  const agreedFen = contract?.contractMonthlyFen;
  const days = attendanceOf(line);
  const { baseFen } = line;
  if (agreedFen === null || agreedFen === undefined || days === null || baseFen === null || baseFen === undefined) {
    return ruleResult('CONTRACT_WAGE', 'INSUFFICIENT', GRADE, NO_FIGURES);
  }
  const floors = contractWageFloors(agreedFen, days.scheduled, days.unpaid);
  const paidFen = baseFen + contractualAllowancesFen(line);
  const isFail = paidFen < floors.hardFen;
  const isReview = !isFail && paidFen < floors.protectiveFen;
  return ruleResult('CONTRACT_WAGE', isFail ? 'FAIL' : isReview ? 'REVIEW' : 'PASS', GRADE, {
    paidFen,
    hardFloorFen: floors.hardFen,
    protectiveFloorFen: floors.protectiveFen,
    shortfallFen: isFail ? floors.hardFen - paidFen : 0,
  });
}
