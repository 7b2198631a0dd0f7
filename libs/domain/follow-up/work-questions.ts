import { FollowUpTaskKind } from './follow-up-tasks';

/** The work-related questions of a follow-up, in the order in which they are asked; there are no others. */
export const WorkQuestion = {
  STILL_WORKING: 'STILL_WORKING',
  AS_AGREED: 'AS_AGREED',
  PAID_ON_TIME: 'PAID_ON_TIME',
  TREATED_EQUALLY: 'TREATED_EQUALLY',
  TRAINING_WANTED: 'TRAINING_WANTED',
  HELP_WANTED: 'HELP_WANTED',
  CHANGE_WISHED: 'CHANGE_WISHED',
  CONTACT_WANTED: 'CONTACT_WANTED',
} as const;

/** One of the questions. */
export type WorkQuestion = (typeof WorkQuestion)[keyof typeof WorkQuestion];

/** How a question is answered; SKIPPED is the person's choice and has no consequence. */
export const WorkAnswer = { YES: 'YES', NO: 'NO', SKIPPED: 'SKIPPED' } as const;

/** One of the answers. */
export type WorkAnswer = (typeof WorkAnswer)[keyof typeof WorkAnswer];

/** An answer to each question; what was not asked is SKIPPED. */
export type WorkAnswers = Readonly<Record<WorkQuestion, WorkAnswer>>;

/** What an answer asks the office to do; answers that are not here need nothing. */
const CONSEQUENCES: readonly (readonly [question: WorkQuestion, answer: WorkAnswer, kind: FollowUpTaskKind])[] = [
  [WorkQuestion.STILL_WORKING, WorkAnswer.NO, FollowUpTaskKind.END_OF_WORK_CHECK],
  [WorkQuestion.AS_AGREED, WorkAnswer.NO, FollowUpTaskKind.HOURS_CHECK],
  [WorkQuestion.PAID_ON_TIME, WorkAnswer.NO, FollowUpTaskKind.PAY_CHECK],
  [WorkQuestion.TREATED_EQUALLY, WorkAnswer.NO, FollowUpTaskKind.EQUALITY_CHECK],
  [WorkQuestion.TRAINING_WANTED, WorkAnswer.YES, FollowUpTaskKind.TRAINING_WANTED],
  [WorkQuestion.HELP_WANTED, WorkAnswer.YES, FollowUpTaskKind.HELP_WANTED],
  [WorkQuestion.CHANGE_WISHED, WorkAnswer.YES, FollowUpTaskKind.CHANGE_WISHED],
  [WorkQuestion.CONTACT_WANTED, WorkAnswer.YES, FollowUpTaskKind.CONTACT_WANTED],
];

/** The tasks that answers bring, each once, in the order of the questions. */
export const tasksOfAnswers = (answers: WorkAnswers): readonly FollowUpTaskKind[] =>
  CONSEQUENCES.filter(([question, answer]) => answers[question] === answer).map(([, , kind]) => kind);

/** Says whether anything was answered at all: a form with nothing but skipped questions is no answer. */
export const isAnswered = (answers: WorkAnswers): boolean =>
  Object.values(answers).some((answer) => answer !== WorkAnswer.SKIPPED);
