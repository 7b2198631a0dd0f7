import type { Fen } from '../common/money';
import type { PayContract } from './payroll-line';
import { ruleResult, type Grade, type RuleResult } from './rule-result';

/** The figures of POSTED_WAGE; null where an input is missing. */
export interface PostedWageFigures {
  readonly contractFen: Fen | null;
  readonly postedMinFen: Fen | null;
  /** 0 unless the rule failed. */
  readonly shortfallFen: Fen;
}

/** The answer of POSTED_WAGE. */
export type PostedWageResult = RuleResult<'POSTED_WAGE', PostedWageFigures>;

const GRADE: Grade = { severity: 'MODERATE', findingClass: 'AGREEMENT' };

/** The wage of the contract against the least that the slot was published with. Work that no slot led to is not concerned. */
export function postedWageRule(contract: PayContract | null): PostedWageResult {
  const contractFen = contract?.contractMonthlyFen ?? null;
  const postedMinFen = contract?.postedMinFen ?? null;
  const figures = { contractFen, postedMinFen, shortfallFen: 0 };
  if (contract?.hasPostedSlot === false) return ruleResult('POSTED_WAGE', 'NOT_APPLICABLE', GRADE, figures);
  if (contractFen === null || postedMinFen === null) return ruleResult('POSTED_WAGE', 'INSUFFICIENT', GRADE, figures);
  const shortfallFen = Math.max(0, postedMinFen - contractFen);
  return ruleResult('POSTED_WAGE', shortfallFen > 0 ? 'FAIL' : 'PASS', GRADE, { ...figures, shortfallFen });
}
