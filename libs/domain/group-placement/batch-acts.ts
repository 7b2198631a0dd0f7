import { mayBecome } from '../common/lifecycle';
import type { BatchSolveState } from './batch-codes';
import { BATCH_LIFECYCLE, type BatchStatus } from './batch-lifecycle';

/** What people do with a batch. */
export const BatchAct = {
  ADD_CLIENTS: 'ADD_CLIENTS',
  SOLVE: 'SOLVE',
  CANCEL: 'CANCEL',
  REVIEW: 'REVIEW',
  OVERRIDE: 'OVERRIDE',
  SUBMIT: 'SUBMIT',
  RETURN: 'RETURN',
  APPROVE: 'APPROVE',
  COMMIT: 'COMMIT',
  DISCARD: 'DISCARD',
} as const;

/** One of the acts. */
export type BatchAct = (typeof BatchAct)[keyof typeof BatchAct];

/** How a batch stands, and who asks. */
export interface BatchStanding {
  readonly status: BatchStatus;
  readonly cutoffAt: Date;
  readonly clients: number;
  /** The state of the newest run; null before the first. */
  readonly solveState: BatchSolveState | null;
  readonly isSubmitted: boolean;
  /** The commit was asked for and is at work. */
  readonly isCommitting: boolean;
  /** The asker, by whatever account, prepared it, started a run, decided about a pair or submitted it. */
  readonly isInvolved: boolean;
  /** The asker answers for the batch as a whole: a supervisor. */
  readonly isInCharge: boolean;
}

/** Why an act is not possible now. */
export type BatchActCode =
  | 'NOT_IN_CHARGE'
  | 'WRONG_STATE'
  | 'CUTOFF_PASSED'
  | 'NO_CLIENTS'
  | 'SOLVE_RUNNING'
  | 'NO_SOLVE_RUNNING'
  | 'ALREADY_SUBMITTED'
  | 'NOT_SUBMITTED'
  | 'ALREADY_COMMITTING'
  | 'SAME_PERSON';

const isRunning = ({ solveState }: BatchStanding): boolean => solveState === 'QUEUED' || solveState === 'RUNNING';

type Rule = (standing: BatchStanding, now: Date) => BatchActCode | null;

const inState =
  (...allowed: readonly BatchStatus[]): Rule =>
  ({ status }) =>
    allowed.includes(status) ? null : 'WRONG_STATE';

const leadsTo =
  (next: BatchStatus): Rule =>
  ({ status }) =>
    mayBecome(BATCH_LIFECYCLE, status, next) ? null : 'WRONG_STATE';

const IN_CHARGE: Rule = ({ isInCharge }) => (isInCharge ? null : 'NOT_IN_CHARGE');
const QUIET: Rule = (standing) => (isRunning(standing) ? 'SOLVE_RUNNING' : null);
const OPEN_REVIEW: Rule = ({ isSubmitted }) => (isSubmitted ? 'ALREADY_SUBMITTED' : null);
const SUBMITTED: Rule = ({ isSubmitted }) => (isSubmitted ? null : 'NOT_SUBMITTED');
const NOT_COMMITTING: Rule = ({ isCommitting }) => (isCommitting ? 'ALREADY_COMMITTING' : null);

/** The rules of each act, in the order in which they refuse. */
const RULES: Readonly<Record<BatchAct, readonly Rule[]>> = {
  ADD_CLIENTS: [inState('COLLECTING'), ({ cutoffAt }, now) => (now < cutoffAt ? null : 'CUTOFF_PASSED'), QUIET],
  SOLVE: [
    IN_CHARGE,
    inState('COLLECTING', 'SOLVED', 'IN_REVIEW'),
    OPEN_REVIEW,
    QUIET,
    ({ clients }) => (clients > 0 ? null : 'NO_CLIENTS'),
  ],
  CANCEL: [IN_CHARGE, (standing) => (isRunning(standing) ? null : 'NO_SOLVE_RUNNING')],
  REVIEW: [IN_CHARGE, leadsTo('IN_REVIEW'), QUIET],
  OVERRIDE: [IN_CHARGE, inState('IN_REVIEW'), OPEN_REVIEW, QUIET],
  SUBMIT: [IN_CHARGE, inState('IN_REVIEW'), OPEN_REVIEW, QUIET],
  RETURN: [IN_CHARGE, inState('IN_REVIEW'), SUBMITTED],
  APPROVE: [IN_CHARGE, leadsTo('APPROVED'), SUBMITTED, ({ isInvolved }) => (isInvolved ? 'SAME_PERSON' : null)],
  COMMIT: [IN_CHARGE, leadsTo('COMMITTED'), NOT_COMMITTING],
  DISCARD: [IN_CHARGE, leadsTo('DISCARDED'), NOT_COMMITTING],
};

/** Why the act is not possible now; null = it is. */
export function whyNotAct(act: BatchAct, standing: BatchStanding, now: Date): BatchActCode | null {
  for (const rule of RULES[act]) {
    const code = rule(standing, now);
    if (code !== null) return code;
  }
  return null;
}

/** Everything that the asker may do now. */
export const actsOpen = (standing: BatchStanding, now: Date): BatchAct[] =>
  Object.values(BatchAct).filter((act) => whyNotAct(act, standing, now) === null);
