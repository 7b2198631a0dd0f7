import { type Day } from '../common/day';
import { mayBecome } from '../common/lifecycle';
import { Role } from '../common/role';
import { explains } from './answer-reasons';
import { PAY_FINDING_LIFECYCLE, type PayFindingStatus } from './finding-lifecycle';
import type { Fen } from '../common/money';

/** Why a caseworker sets a finding aside at first sight. */
export const DISMISSAL_REASONS = [
  'DATA_ERROR',
  'ALREADY_SETTLED',
  'RULE_NOT_APPLICABLE',
  'CLIENT_CONFIRMS_PAY',
] as const;

/** One of the reasons for setting a finding aside. */
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

/** Why an enterprise disputes a finding: work-related words alone, no text of its own. */
export const DISPUTE_REASONS = ['FIGURES_WRONG', 'ALREADY_PAID', 'NOT_DUE'] as const;

/** One of the reasons of a dispute. */
export type DisputeReason = (typeof DISPUTE_REASONS)[number];

/** What an enterprise answers. */
export const EnterpriseResponse = { ACCEPTED: 'ACCEPTED', EXPLAINED: 'EXPLAINED', DISPUTED: 'DISPUTED' } as const;

/** One of the answers of an enterprise. */
export type EnterpriseResponse = (typeof EnterpriseResponse)[keyof typeof EnterpriseResponse];

/** What a reviewer or, of an escalated finding, a supervisor makes of it. */
export const FindingDecision = {
  REMEDY: 'REMEDY',
  EXPLAINED: 'EXPLAINED',
  FALSE_POSITIVE: 'FALSE_POSITIVE',
  ESCALATE: 'ESCALATE',
} as const;

/** One of the decisions. */
export type FindingDecision = (typeof FindingDecision)[keyof typeof FindingDecision];

/** Where a decision leads. */
export const STATE_AFTER: Readonly<Record<FindingDecision, PayFindingStatus>> = {
  REMEDY: 'REMEDY_PENDING',
  EXPLAINED: 'RESOLVED_EXPLAINED',
  FALSE_POSITIVE: 'DISMISSED_FALSE_POSITIVE',
  ESCALATE: 'ESCALATED',
};

/** What a client may say to a question about her finding. */
export const ConsentAnswer = {
  GIVEN: 'GIVEN',
  DECLINED: 'DECLINED',
  LAPSED: 'LAPSED',
  WITHDRAWN: 'WITHDRAWN',
} as const;

/** One of the answers, a missing one among them. */
export type ConsentAnswer = (typeof ConsentAnswer)[keyof typeof ConsentAnswer];

/** What somebody can do with a finding now. */
export const FindingAct = {
  DISMISS: 'DISMISS',
  ASK_CLIENT: 'ASK_CLIENT',
  REVIEW: 'REVIEW',
  CONFIRM_PUT_RIGHT: 'CONFIRM_PUT_RIGHT',
  DECIDE: 'DECIDE',
  ASK_REFERRAL: 'ASK_REFERRAL',
  REFER: 'REFER',
  CLOSE: 'CLOSE',
  ANSWER_CONSENT: 'ANSWER_CONSENT',
  ANSWER_REFERRAL: 'ANSWER_REFERRAL',
  ANSWER: 'ANSWER',
  APPEAL: 'APPEAL',
} as const;

/** One of the acts. */
export type FindingAct = (typeof FindingAct)[keyof typeof FindingAct];

/** The part of a finding by which acts are judged. */
export interface SteppedFinding {
  readonly status: PayFindingStatus;
  readonly shortfallFen: Fen;
  readonly referralAnswer: 'ASKED' | 'GIVEN' | 'DECLINED' | null;
  readonly appealedBy: 'CLIENT' | 'ENTERPRISE' | null;
  /** The last day for an appeal; null where there is nothing to appeal against. */
  readonly appealUntil: Day | null;
}

/** Who looks at a finding, and whether she may decide it once it is escalated. */
export interface FindingReader {
  readonly role: Role | `SYSTEM:${string}`;
  readonly mayDecide: boolean;
  readonly today: Day;
}

const AT_TRIAGE: readonly PayFindingStatus[] = ['DETECTED', 'TRIAGE'];
const AT_REVIEW: readonly PayFindingStatus[] = ['RESPONDED', 'NO_RESPONSE', 'UNDER_REVIEW'];

/** States in which each side may ask for a second look: the client where nothing comes of it, the enterprise where it is to pay. */
export const APPEALABLE: Readonly<Record<'CLIENT' | 'ENTERPRISE', readonly PayFindingStatus[]>> = {
  CLIENT: ['RESOLVED_PAID', 'RESOLVED_EXPLAINED', 'DISMISSED', 'DISMISSED_FALSE_POSITIVE'],
  ENTERPRISE: ['REMEDY_PENDING'],
};

/** Says whether this side may appeal today: once for both, within its days. */
export const mayAppeal = (finding: SteppedFinding, side: 'CLIENT' | 'ENTERPRISE', today: Day): boolean =>
  APPEALABLE[side].includes(finding.status) &&
  finding.appealedBy === null &&
  finding.appealUntil !== null &&
  today <= finding.appealUntil;

/** What this reader can do with the finding now, the usual act first. */
export function actsOf(finding: SteppedFinding, reader: FindingReader): FindingAct[] {
  switch (reader.role) {
    case Role.CASEWORKER:
      return caseworkerActs(finding);
    case Role.SUPERVISOR:
      return reader.mayDecide ? supervisorActs(finding) : [];
    case Role.CLIENT:
      return clientActs(finding, reader.today);
    case Role.ENTERPRISE_HR:
      if (finding.status === 'NOTIFIED') return ['ANSWER'];
      return mayAppeal(finding, 'ENTERPRISE', reader.today) ? ['APPEAL'] : [];
    default:
      return [];
  }
}

function caseworkerActs({ status, shortfallFen }: SteppedFinding): FindingAct[] {
  if (AT_TRIAGE.includes(status)) return ['ASK_CLIENT', 'DISMISS'];
  if (AT_REVIEW.includes(status)) return ['REVIEW'];
  return status === 'REMEDY_PENDING' && shortfallFen === 0 ? ['CONFIRM_PUT_RIGHT'] : [];
}

function supervisorActs({ status, referralAnswer }: SteppedFinding): FindingAct[] {
  if (status === 'REFERRED') return ['CLOSE'];
  if (status !== 'ESCALATED') return [];
  if (referralAnswer === 'GIVEN') return ['REFER', 'DECIDE'];
  return referralAnswer === null ? ['DECIDE', 'ASK_REFERRAL'] : ['DECIDE'];
}

function clientActs(finding: SteppedFinding, today: Day): FindingAct[] {
  if (finding.status === 'AWAITING_CLIENT_CONSENT') return ['ANSWER_CONSENT'];
  if (finding.status === 'ESCALATED' && finding.referralAnswer === 'ASKED') return ['ANSWER_REFERRAL'];
  return mayAppeal(finding, 'CLIENT', today) ? ['APPEAL'] : [];
}

/** Why an answer of an enterprise is not taken. */
export type AnswerCode = 'REASON_REQUIRED' | 'REASON_NOT_ACCEPTED' | 'EVIDENCE_REQUIRED';

/** Why this answer is not taken; null where it is: an explanation by an accepted reason with its paper, a dispute by its reason. */
export function refusalOfAnswer(
  response: EnterpriseResponse,
  reason: string | null,
  hasEvidence: boolean,
): AnswerCode | null {
  if (response === 'ACCEPTED') return null;
  if (reason === null) return 'REASON_REQUIRED';
  if (response === 'DISPUTED')
    return (DISPUTE_REASONS as readonly string[]).includes(reason) ? null : 'REASON_NOT_ACCEPTED';
  if (!explains(reason, true)) return 'REASON_NOT_ACCEPTED';
  return hasEvidence ? null : 'EVIDENCE_REQUIRED';
}

/** Says whether the lifecycle allows the step. */
export const mayStep = (from: PayFindingStatus, to: PayFindingStatus): boolean =>
  mayBecome(PAY_FINDING_LIFECYCLE, from, to);

/** Basic pay and days of one month's line. */
export interface BasePay {
  readonly baseFen: Fen;
  readonly scheduledDays: number | null;
  readonly unpaidLeaveDays: number | null;
}

/** Says whether the basic pay of a whole month became less: days not worked are no cut. */
export function isPayCut(before: BasePay, after: BasePay): boolean {
  const worked = ({ scheduledDays, unpaidLeaveDays }: BasePay): readonly [number, number] => {
    const scheduled = Math.round((scheduledDays ?? 0) * 2);
    const present = scheduled - Math.round((unpaidLeaveDays ?? 0) * 2);
    return scheduled > 0 && present > 0 ? [present, scheduled] : [1, 1];
  };
  const [presentBefore, scheduledBefore] = worked(before);
  const [presentAfter, scheduledAfter] = worked(after);
  // Per full month, compared crosswise so that nothing is divided; half a fen of rounding on either side is no cut.
  const whole = (fen: Fen, scheduled: number, present: number): bigint =>
    BigInt(fen) * BigInt(scheduled) * BigInt(present);
  const fenBefore = whole(before.baseFen, scheduledBefore, presentAfter);
  const fenAfter = whole(after.baseFen + 1, scheduledAfter, presentBefore);
  return fenAfter <= fenBefore;
}
