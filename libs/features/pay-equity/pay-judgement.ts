import { v7 as uuidv7 } from 'uuid';
import type { Day, Month } from '#domain/common/day';
import { backPayFen } from '#domain/pay-equity/back-pay';
import type { GapTests } from '#domain/pay-equity/comparator-gap';
import { answersOf, checkPay, PAY_RULES_VERSION, type PayCheck } from '#domain/pay-equity/pay-check';
import { fractionText } from '#domain/pay-equity/files/pay-check-report';
import type { PayVerdict } from '#domain/pay-equity/pay-codes';
import type { NewTask } from '#features/tasks';
import type { PlacementInput } from './pay-input';
import {
  comparatorRecord,
  findingsOf,
  gradedGap,
  isQuestion,
  receivedFen,
  rulesRecord,
  type FindingDraft,
} from './pay-outcome';
import type { DetectedFinding, NewResult } from './pay-results.repository';

/** The part of a run that is one enterprise's month. */
export interface EnterpriseRun {
  readonly runId: string;
  readonly period: Month;
  readonly organisationId: string;
}

/** Kinds of tasks that a run raises. */
export const PayTask = {
  TRIAGE: 'PAY_FINDING_TRIAGE',
  QUESTION: 'PAY_GAP_QUESTION',
  SEGREGATED: 'SEGREGATED_POST_REVIEW',
  MISSING: 'PAYROLL_MISSING',
} as const;

/** A placement's month, judged. */
export interface Judgement {
  readonly placement: PlacementInput['placement'];
  readonly result: NewResult;
  readonly check: PayCheck | null;
  readonly drafts: readonly FindingDraft[];
  readonly isQuestion: boolean;
}

/** What one judgement needs beside its input. */
export interface JudgedUnder extends EnterpriseRun {
  readonly inputHash: Buffer;
  readonly minimumWageId: string;
  readonly basis: object;
  /** What the month's last tests say; null where they are made anew after the parts. */
  readonly standing: StandingTests | null;
}

/** The tests of a month that stand until they are made again. */
export interface StandingTests {
  /** The enterprise's cohort or regression is clear. */
  readonly hasGroupGap: boolean;
  /** Clients' own tests by placement: the exact p that was corrected, and what it came to. */
  readonly own: ReadonlyMap<string, { readonly exactP: string; readonly adjustedP: number }>;
}

const NO_TESTS: GapTests = { adjustedP: null, hasGroupGap: false };

/** A test of her own stands as long as its p is the one that was corrected. */
function testsOf(standing: StandingTests | null, placementId: string, { comparator }: PayCheck): GapTests {
  if (standing === null || comparator.figures === null) return NO_TESTS;
  const own = standing.own.get(placementId);
  const isSame = own?.exactP === fractionText(comparator.figures.p);
  return { hasGroupGap: standing.hasGroupGap, adjustedP: isSame ? (own?.adjustedP ?? null) : null };
}

/** Judges one placement's month. */
export function judge(placementInput: PlacementInput, under: JudgedUnder): Judgement {
  const { placement, input, previous } = placementInput;
  const check = input === null ? null : checkPay(input);
  const gap = check === null ? null : gradedGap(check, previous, testsOf(under.standing, placement.id, check));
  return {
    placement,
    result: resultOf(placementInput, check, under),
    check,
    drafts: check === null ? [] : findingsOf(check, gap, placement.agreedPayFen),
    isQuestion: check !== null && isQuestion(check, gap),
  };
}

function resultOf({ placement, own }: PlacementInput, check: PayCheck | null, under: JudgedUnder): NewResult {
  const { runId, period, organisationId, inputHash, minimumWageId, basis } = under;
  const fixed = {
    id: uuidv7(),
    runId,
    placementId: placement.id,
    clientId: placement.clientId,
    organisationId,
    period,
    ruleVersion: PAY_RULES_VERSION,
    inputHash,
    payrollLineId: own?.id ?? null,
    minimumWageId,
    basis,
  };
  return check === null || own === null
    ? { ...fixed, ...NOTHING_DECLARED }
    : { ...fixed, ...judgedColumns(check), receivedFen: receivedFen(own.line) };
}

const NOTHING_DECLARED = {
  rules: {},
  rulesStatus: 'INSUFFICIENT',
  comparator: null,
  comparatorVerdict: null,
  verdict: 'INSUFFICIENT_DATA',
  receivedFen: null,
  countedFen: null,
  minimumFen: null,
  shortfallFen: 0,
} as const;

function judgedColumns(check: PayCheck) {
  const { countedFen = null, thresholdFen = null } = answersOf(check, 'MIN_WAGE')[0]?.figures ?? {};
  return {
    rules: rulesRecord(check.rules),
    rulesStatus: check.rulesStatus,
    comparator: comparatorRecord(check),
    comparatorVerdict: check.comparator.verdict,
    verdict: check.overall,
    countedFen: countedFen === null ? null : Math.max(0, countedFen),
    minimumFen: thresholdFen,
    shortfallFen: backPayFen(check.rules),
  };
}

/** What a draft is about. */
export type FindingSubject = Pick<
  DetectedFinding,
  'resultId' | 'placementId' | 'clientId' | 'organisationId' | 'period'
> & {
  readonly caseworkerMembershipId: string | null;
};

/** A draft with its key, ready to be written. */
export function detected(
  draft: FindingDraft,
  subject: FindingSubject,
  verdict: PayVerdict,
  dueOn: Day,
): DetectedFinding {
  const { resultId, placementId, clientId, organisationId, period } = subject;
  const about = draft.ruleCode === 'COMPARATOR_GAP' ? 'DISPARITY_INDICATED' : verdict;
  return {
    ...draft,
    id: uuidv7(),
    resultId,
    placementId,
    clientId,
    organisationId,
    period,
    verdict: about,
    triageDueOn: dueOn,
  };
}

/** Puts a finding before the caseworker. */
export const triageTask = (finding: DetectedFinding, assigneeMembershipId: string | null, dueOn: Day): NewTask => ({
  kind: PayTask.TRIAGE,
  subjectType: 'pay_finding',
  subjectId: finding.id,
  clientId: finding.clientId,
  assigneeMembershipId,
  dueOn,
});

/** Puts a weak sign before the caseworker, as a question. */
export const questionTask = (
  { resultId, clientId, caseworkerMembershipId: assigneeMembershipId }: FindingSubject,
  dueOn: Day,
): NewTask => ({
  kind: PayTask.QUESTION,
  subjectType: 'pay_check_result',
  subjectId: resultId,
  clientId,
  assigneeMembershipId,
  dueOn,
});
