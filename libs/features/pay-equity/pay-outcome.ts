import type { Fen } from '#domain/common/money';
import { toDecimal } from '#domain/common/rational';
import type { ComparatorResult } from '#domain/pay-equity/comparator-gap';
import { shownAmountFen, shownGapPercent, shownMonthlyMedianFen } from '#domain/pay-equity/display-figures';
import { fractionText } from '#domain/pay-equity/files/pay-check-report';
import type { RuleAnswer } from '#domain/pay-equity/all-rules';
import type { PayCheck } from '#domain/pay-equity/pay-check';
import { ruleFindings, type FindingDraft } from './rule-findings';

export type { FindingDraft } from './rule-findings';
import type { PayrollLine } from '#domain/pay-equity/payroll-line';

/** What came in for the month: base, every allowance, bonus and overtime pay. */
export const receivedFen = (line: PayrollLine): Fen =>
  (line.baseFen ?? 0) +
  (line.bonusFen ?? 0) +
  (line.otPayFen ?? 0) +
  (line.allowances ?? []).reduce((sum, { fen }) => sum + fen, 0);

/** The rules as evidence, in the order of the specification; fractions as text. */
export const rulesRecord = (rules: readonly RuleAnswer[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...new Set(rules.map(({ code }) => code))].map((code) => {
      const answers = rules.filter((rule) => rule.code === code).map(answerRecord);
      return [code, answers.length === 1 ? answers[0] : answers];
    }),
  );

function answerRecord(rule: RuleAnswer): Readonly<Record<string, unknown>> {
  if (rule.code !== 'EQUAL_ALLOWANCE') return { status: rule.status, ...rule.figures };
  const { share } = rule.figures;
  return { status: rule.status, ...rule.figures, share: share === null ? null : fractionText(share) };
}

/** The comparison as evidence: exact numbers, and no single line of a colleague. */
export function comparatorRecord({
  verdict,
  m,
  figures,
  evidence,
}: ComparatorResult): Readonly<Record<string, unknown>> {
  if (figures === null) return { verdict, m };
  const { level, gapPerMille, rankFromBelow, strictlyLowest, spreadGuard } = figures;
  const exact = {
    clientHourlyFen: toDecimal(figures.clientHourly, 4),
    medianHourlyFen: toDecimal(figures.medianHourly, 4),
  };
  return {
    verdict,
    m,
    evidence,
    level,
    gapPerMille,
    rankFromBelow,
    strictlyLowest,
    spreadGuard,
    ...exact,
    shortfallFen: figures.shortfallFen,
  };
}

/** True where a gap is a question to the caseworker and no finding. */
export const isQuestion = ({ overall, comparator }: PayCheck): boolean =>
  overall === 'DISPARITY_INDICATED' && comparator.evidence === 'WEAK';

/** The findings of a check: each failed rule, and a gap to colleagues whose evidence is more than weak. */
export function findingsOf(check: PayCheck, agreedPayFen: Fen): FindingDraft[] {
  return [...ruleFindings(check, agreedPayFen), ...gapFindings(check)];
}

/** Rounded as people may see it: an exact median of an odd number is one colleague's pay. */
function gapFindings({ overall, isSegregatedPost, comparator }: PayCheck): FindingDraft[] {
  const { figures, evidence, m, verdict, displayableToCaseworker } = comparator;
  const isFinding = verdict === 'DISPARITY' && !isSegregatedPost && evidence !== null && evidence !== 'WEAK';
  if (!isFinding || figures === null || !displayableToCaseworker || overall === 'SEGREGATED_POST') return [];
  return [
    {
      ruleCode: 'COMPARATOR_GAP',
      severity: 'MODERATE',
      findingClass: 'AGREEMENT',
      shortfallFen: shownAmountFen(figures.shortfallFen),
      figures: {
        medianFen: shownMonthlyMedianFen(figures.medianHourly),
        gapPercent: shownGapPercent(figures.gap),
        comparators: m,
      },
      evidence,
    },
  ];
}
