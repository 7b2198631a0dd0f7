import { over, rational, toDecimal, type Rational } from '../../common/rational';
import type { RuleAnswer } from '../all-rules';
import type { ComparatorResult } from '../comparator-gap';
import { PAY_RULES_VERSION, type PayCheck } from '../pay-check';

const FEN_PER_YUAN = rational(100n);

/** A fraction as text in lowest terms: '1/28'. */
export const fractionText = ({ numerator, denominator }: Rational): string => `${numerator}/${denominator}`;

const yuan = (fen: Rational): string => toDecimal(over(fen, FEN_PER_YUAN), 4);

function ruleReport(rule: RuleAnswer): object {
  const { code, status, severity, findingClass } = rule;
  const common = { code, status, severity, findingClass };
  if (rule.code !== 'EQUAL_ALLOWANCE') return { ...common, ...rule.figures };
  const { share } = rule.figures;
  return { ...common, ...rule.figures, share: share === null ? null : fractionText(share) };
}

function comparatorReport({
  verdict,
  m,
  excluded,
  figures,
  evidence,
  displayableToCaseworker,
}: ComparatorResult): object {
  return {
    m,
    level: figures?.level ?? null,
    excluded,
    clientHourly: figures === null ? null : yuan(figures.clientHourly),
    medianHourly: figures === null ? null : yuan(figures.medianHourly),
    verdict,
    gapPerMille: figures?.gapPerMille ?? null,
    gapExact: figures === null ? null : toDecimal(figures.gap, 6),
    p: figures === null ? null : fractionText(figures.p),
    strictlyLowest: figures?.strictlyLowest ?? null,
    spreadGuard: figures?.spreadGuard ?? null,
    evidence,
    displayableToCaseworker,
  };
}

/** One client's month as plain JSON: the rules with their figures, the comparison, the verdict. Hourly pay in yuan. */
export const payCheckReport = (check: PayCheck): object => ({
  rules: check.rules.map(ruleReport),
  comparator: comparatorReport(check.comparator),
  segregatedPost: check.isSegregatedPost,
  overall: check.overall,
  ruleVersion: PAY_RULES_VERSION,
});
