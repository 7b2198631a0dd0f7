import type { Fen } from '#domain/common/money';
import { toDecimal } from '#domain/common/rational';
import {
  disparityEvidence,
  type ComparatorResult,
  type GapTests,
  type PreviousGap,
} from '#domain/pay-equity/comparator-gap';
import { shownAmountFen, shownGapPercent, shownMonthlyMedianFen } from '#domain/pay-equity/display-figures';
import { fractionText } from '#domain/pay-equity/files/pay-check-report';
import type { RuleAnswer } from '#domain/pay-equity/all-rules';
import type { PayCheck } from '#domain/pay-equity/pay-check';
import type { EvidenceGrade } from '#domain/pay-equity/pay-codes';
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

/** The figures of a gap as people may see them: an exact median of an odd number is one colleague's pay. */
export interface ShownGap {
  readonly shortfallFen: Fen;
  readonly medianFen: Fen;
  readonly gapPercent: number;
}

/** Null where fewer than five colleagues stand behind them. */
function shownGapOf({ figures, displayableToCaseworker }: ComparatorResult): ShownGap | null {
  if (figures === null || !displayableToCaseworker) return null;
  return {
    shortfallFen: shownAmountFen(figures.shortfallFen),
    medianFen: shownMonthlyMedianFen(figures.medianHourly),
    gapPercent: shownGapPercent(figures.gap),
  };
}

/** The comparison as evidence: exact numbers, and no single line of a colleague. */
export function comparatorRecord({ comparator, isSegregatedPost }: PayCheck): Readonly<Record<string, unknown>> {
  const { verdict, m, figures, evidence } = comparator;
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
    p: fractionText(figures.p),
    shortfallFen: figures.shortfallFen,
    shown: shownGapOf(comparator),
    isSegregatedPost,
  };
}

/** What a gap comes to once the month's tests are known; null where there is none, or a person compares instead. */
export interface GradedGap {
  readonly grade: EvidenceGrade;
  readonly comparators: number;
  readonly shown: ShownGap | null;
}

/** The grade of a check's gap under the tests that stand for its month. */
export function gradedGap(
  { comparator, isSegregatedPost }: PayCheck,
  previous: PreviousGap | null,
  tests: GapTests,
): GradedGap | null {
  const { figures, verdict, m } = comparator;
  if (verdict !== 'DISPARITY' || figures === null || isSegregatedPost) return null;
  return { grade: disparityEvidence(m, figures, previous, tests), comparators: m, shown: shownGapOf(comparator) };
}

/** True where a gap is a question to the caseworker and no finding. */
export const isQuestion = ({ overall }: Pick<PayCheck, 'overall'>, gap: GradedGap | null): boolean =>
  overall === 'DISPARITY_INDICATED' && gap?.grade === 'WEAK';

/** The findings of a check: each failed rule, and a gap to colleagues whose evidence is more than weak. */
export function findingsOf(check: PayCheck, gap: GradedGap | null, agreedPayFen: Fen): FindingDraft[] {
  return [...ruleFindings(check, agreedPayFen), ...gapFindings(gap)];
}

/** The finding that a gap is; without figures where fewer than five colleagues stand behind it. */
export function gapFindings(gap: GradedGap | null): FindingDraft[] {
  if (gap === null || gap.grade === 'WEAK') return [];
  const { grade, comparators, shown } = gap;
  const figures =
    shown === null ? { comparators } : { medianFen: shown.medianFen, gapPercent: shown.gapPercent, comparators };
  return [
    {
      ruleCode: 'COMPARATOR_GAP',
      severity: 'MODERATE',
      findingClass: 'AGREEMENT',
      shortfallFen: shown?.shortfallFen ?? 0,
      figures,
      evidence: grade,
    },
  ];
}

/** What a finding says, as one text: two findings with the same text are the same. */
export const findingKey = ({
  ruleCode,
  severity,
  evidence,
  shortfallFen,
  figures,
}: Omit<FindingDraft, 'findingClass'>): string =>
  JSON.stringify([
    ruleCode,
    severity,
    evidence,
    shortfallFen,
    Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
