import type { Day } from '../common/day';
import { attendanceOf, isPartTimeLine } from './line-amounts';
import { hasHalfAttendance } from './comparator-selection';
import type { ComparatorLine, PayrollLine } from './payroll-line';
import { ruleResult, type RuleResult } from './rule-result';

/** What may be wrong with the data of a month. */
export const DATA_ISSUES = [
  'MISSING_HOURS',
  'MISSING_ATTENDANCE',
  'MISSING_PAY_DATE',
  'LOW_ATTENDANCE',
  'DUPLICATE_LINE',
  'PERIOD_GAP',
] as const;

/** One thing that is wrong with the data of a month. */
export type DataIssue = (typeof DATA_ISSUES)[number];

/** The figures of DATA_QUALITY. */
export interface DataQualityFigures {
  readonly issues: readonly DataIssue[];
}

/** The answer of DATA_QUALITY. */
export type DataQualityResult = RuleResult<'DATA_QUALITY', DataQualityFigures>;

/** What the data of a month are judged by. */
export interface DataQualityFacts {
  readonly line: PayrollLine;
  readonly others: readonly ComparatorLine[];
  /** The day of the check; null when what is unpaid cannot be told from what is unknown. */
  readonly asOf: Day | null;
  /** An earlier month was declared and the one before this was not. */
  readonly hasPeriodGap: boolean;
}

const isMissing = (value: unknown): boolean => value === null || value === undefined;

function isPayDateMissing({ line, asOf }: DataQualityFacts): boolean {
  return isMissing(line.agreedPayDate) || (isMissing(line.actualPayDate) && asOf === null);
}

/**
 * What makes a month say little: INSUFFICIENT with the list, never a fail, and so never a reproach; severity INFO in the
 * specification.
 */
export function dataQualityRule(facts: DataQualityFacts): DataQualityResult {
  const { line, others } = facts;
  const isPartTime = isPartTimeLine(line);
  const isAttendanceKnown = isPartTime || attendanceOf(line) !== null;
  const found: Record<DataIssue, boolean> = {
    MISSING_HOURS: isPartTime && isMissing(line.normalMinutes),
    MISSING_ATTENDANCE: !isAttendanceKnown,
    MISSING_PAY_DATE: isPayDateMissing(facts),
    LOW_ATTENDANCE: isAttendanceKnown && !hasHalfAttendance(line),
    DUPLICATE_LINE: new Set(others.map(({ ref }) => ref)).size < others.length,
    PERIOD_GAP: facts.hasPeriodGap,
  };
  const issues = DATA_ISSUES.filter((issue) => found[issue]);
  const grade = { severity: 'INFO', findingClass: 'AGREEMENT' } as const;
  return ruleResult('DATA_QUALITY', issues.length === 0 ? 'PASS' : 'INSUFFICIENT', grade, { issues });
}
