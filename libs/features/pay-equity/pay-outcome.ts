import type { Fen } from '#domain/common/money';
import { toDecimal } from '#domain/common/rational';
import type { ComparatorResult } from '#domain/pay-equity/comparator-gap';
import { shownGapPercent, shownMonthlyMedianFen } from '#domain/pay-equity/display-figures';
import type { PayCheck } from '#domain/pay-equity/pay-check';
import type { EvidenceGrade, FindingClass, PayRuleCode, RuleStatus, Severity } from '#domain/pay-equity/pay-codes';
import type { PayrollLine } from '#domain/pay-equity/payroll-line';

/** A finding before it has an id. */
export interface FindingDraft {
  readonly ruleCode: PayRuleCode;
  readonly severity: Severity;
  readonly findingClass: FindingClass;
  readonly shortfallFen: Fen;
  readonly figures: Readonly<Record<string, number>>;
  readonly evidence: EvidenceGrade | null;
}

const FIFTY_YUAN_FEN = 5_000;

/** What came in for the month: base, every allowance, bonus and overtime pay. */
export const receivedFen = (line: PayrollLine): Fen =>
  (line.baseFen ?? 0) +
  (line.bonusFen ?? 0) +
  (line.otPayFen ?? 0) +
  (line.allowances ?? []).reduce((sum, { fen }) => sum + fen, 0);

/** The answer of several rules together: the most pressing one. */
export function rulesStatus({ minWage, contractWage }: PayCheck): RuleStatus {
  const statuses = [minWage.status, contractWage.status];
  return (
    (['FAIL', 'REVIEW', 'INSUFFICIENT', 'PASS'] as const).find((status) => statuses.includes(status)) ??
    'NOT_APPLICABLE'
  );
}

/** What is missing in all: the larger of the two shortfalls covers both rules. */
export const shortfallFen = ({ minWage, contractWage }: PayCheck): Fen =>
  Math.max(minWage.figures.shortfallFen, contractWage.figures.shortfallFen);

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

function ruleFindings({ minWage, contractWage }: PayCheck, agreedPayFen: Fen): FindingDraft[] {
  const { countedFen, thresholdFen } = minWage.figures;
  const { paidFen, hardFloorFen } = contractWage.figures;
  const drafts = [
    { rule: minWage, figures: { countedFen: countedFen ?? 0, minimumFen: thresholdFen ?? 0 } },
    { rule: contractWage, figures: { paidFen: paidFen ?? 0, leastFen: hardFloorFen ?? 0, agreedFen: agreedPayFen } },
  ];
  return drafts.flatMap(({ rule, figures }) => {
    const { code, status, severity, findingClass } = rule;
    if (status !== 'FAIL' || severity === null || findingClass === null) return [];
    return [
      { ruleCode: code, severity, findingClass, shortfallFen: rule.figures.shortfallFen, figures, evidence: null },
    ];
  });
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
      shortfallFen: Math.round(figures.shortfallFen / FIFTY_YUAN_FEN) * FIFTY_YUAN_FEN,
      figures: {
        medianFen: shownMonthlyMedianFen(figures.medianHourly),
        gapPercent: shownGapPercent(figures.gap),
        comparators: m,
      },
      evidence,
    },
  ];
}
