import type { Fen } from '#domain/common/money';
import type { RuleAnswer } from '#domain/pay-equity/all-rules';
import { shownAmountFen } from '#domain/pay-equity/display-figures';
import type { PayCheck } from '#domain/pay-equity/pay-check';
import type { EvidenceGrade, FindingClass, PayRuleCode, Severity } from '#domain/pay-equity/pay-codes';

/** The numbers and words behind a finding, by name. */
export type FindingFigures = Readonly<Record<string, number | string>>;

/** A finding before it has an id. */
export interface FindingDraft {
  readonly ruleCode: PayRuleCode;
  readonly severity: Severity;
  readonly findingClass: FindingClass;
  readonly shortfallFen: Fen;
  readonly figures: FindingFigures;
  readonly evidence: EvidenceGrade | null;
}

interface Shown {
  readonly shortfallFen: Fen;
  readonly figures: FindingFigures;
}

/** Whose numbers may be shown, and what was agreed. */
interface Beside {
  readonly agreedPayFen: Fen;
  readonly mayShowMedian: boolean;
}

/** Figures that are known; lists as words with commas. */
const known = (figures: Readonly<Record<string, number | string | readonly string[] | null>>): FindingFigures =>
  Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]) => {
      if (value === null) return [];
      return [[name, typeof value === 'number' || typeof value === 'string' ? value : value.join(',')]];
    }),
  );

/** What a person sees of a rule: its own figures by the names of the screen; of colleagues only rounded ones, from five on. */
function shownOf(rule: RuleAnswer, { agreedPayFen, mayShowMedian }: Beside): Shown {
  switch (rule.code) {
    case 'MIN_WAGE': {
      const { countedFen, thresholdFen, shortfallFen } = rule.figures;
      return { shortfallFen, figures: known({ countedFen, minimumFen: thresholdFen }) };
    }
    case 'CONTRACT_WAGE':
    case 'PROBATION_FLOOR': {
      const { paidFen, hardFloorFen, shortfallFen } = rule.figures;
      return { shortfallFen, figures: known({ paidFen, leastFen: hardFloorFen, agreedFen: agreedPayFen }) };
    }
    case 'POSTED_WAGE': {
      const { contractFen, postedMinFen, shortfallFen } = rule.figures;
      return { shortfallFen, figures: known({ agreedFen: contractFen, postedMinFen }) };
    }
    case 'OVERTIME_PAY': {
      const { requiredFen, paidFen, shortfallFen } = rule.figures;
      return { shortfallFen, figures: known({ requiredFen, paidFen }) };
    }
    case 'DEDUCTION': {
      const { deductedFen, maxLawfulFen, excessFen } = rule.figures;
      return { shortfallFen: excessFen, figures: known({ deductedFen, maxLawfulFen }) };
    }
    case 'EQUAL_ALLOWANCE': {
      const { allowance, medianFen, clientFen } = rule.figures;
      if (!mayShowMedian || medianFen === null || clientFen === null)
        return { shortfallFen: 0, figures: known({ allowance }) };
      const median = shownAmountFen(medianFen);
      return {
        shortfallFen: Math.max(0, median - shownAmountFen(clientFen)),
        figures: known({ allowance, medianFen: median }),
      };
    }
    default:
      return { shortfallFen: 0, figures: plainFigures(rule) };
  }
}

type PlainRule = Exclude<
  RuleAnswer,
  {
    readonly code:
      | 'MIN_WAGE'
      | 'CONTRACT_WAGE'
      | 'PROBATION_FLOOR'
      | 'POSTED_WAGE'
      | 'OVERTIME_PAY'
      | 'DEDUCTION'
      | 'EQUAL_ALLOWANCE';
  }
>;

/** The figures of rules that are about days, hours and papers, not amounts. */
function plainFigures(rule: PlainRule): FindingFigures {
  switch (rule.code) {
    case 'PROBATION_LENGTH':
      return known({ probationMonths: rule.figures.actualMonths, maxMonths: rule.figures.maxMonths });
    case 'OVERTIME_HOURS':
      return known({ overtimeMinutes: rule.figures.totalMinutes, capMinutes: rule.figures.capMinutes });
    case 'LATE_PAYMENT':
      return known({ dueDate: rule.figures.dueDate, daysLate: rule.figures.daysLate });
    case 'PART_TIME_CYCLE':
      return known({ cycleDays: rule.figures.cycleDays, maxDays: rule.figures.maxDays });
    case 'NO_CONTRACT':
      return known({ contractDue: rule.figures.contractDue, signedOn: rule.figures.signedOn });
    case 'SOCIAL_INSURANCE':
      return known({ missing: rule.figures.missing, registrationDue: rule.figures.registrationDue });
    case 'DATA_QUALITY':
      return {};
  }
}

/** One finding for each rule that failed; of several allowances the one that is shortest. */
export function ruleFindings({ rules, comparator }: PayCheck, agreedPayFen: Fen): FindingDraft[] {
  const beside = { agreedPayFen, mayShowMedian: comparator.displayableToCaseworker };
  const drafts = rules.flatMap((rule): FindingDraft[] => {
    const { code, status, severity, findingClass } = rule;
    if (status !== 'FAIL' || severity === null || findingClass === null || code === 'DATA_QUALITY') return [];
    return [{ ruleCode: code, severity, findingClass, evidence: null, ...shownOf(rule, beside) }];
  });
  const longestFirst = [...drafts].sort((a, b) => b.shortfallFen - a.shortfallFen);
  return drafts.filter((draft) => longestFirst.find(({ ruleCode }) => ruleCode === draft.ruleCode) === draft);
}
