import { WorkAnswer, WorkQuestion, type WorkAnswers } from '#domain/follow-up/work-questions';
import type { AnswersRow } from '../follow-up-answers.repository';
import type { ReadMilestone } from '../follow-up-reader';
import type { FollowUpAnswersInput } from './follow-up.input';
import { FollowUp, FollowUpAnswers, type AnswerFields } from './follow-up.type';

/** The schema's form of a milestone. */
export const followUpOf = (row: ReadMilestone): FollowUp => Object.assign(new FollowUp(), row);

/** Which question stands in which field. */
const QUESTION_OF: Readonly<Record<keyof AnswerFields, WorkQuestion>> = {
  stillWorking: WorkQuestion.STILL_WORKING,
  asAgreed: WorkQuestion.AS_AGREED,
  paidOnTime: WorkQuestion.PAID_ON_TIME,
  treatedEqually: WorkQuestion.TREATED_EQUALLY,
  trainingWanted: WorkQuestion.TRAINING_WANTED,
  helpWanted: WorkQuestion.HELP_WANTED,
  changeWished: WorkQuestion.CHANGE_WISHED,
  contactWanted: WorkQuestion.CONTACT_WANTED,
};
const FIELDS = Object.entries(QUESTION_OF) as [keyof AnswerFields, WorkQuestion][];

/** The answers of an input; what is absent or null was skipped. */
export const answersOfInput = (input: FollowUpAnswersInput): WorkAnswers =>
  Object.fromEntries(FIELDS.map(([field, question]) => [question, input[field] ?? WorkAnswer.SKIPPED])) as Record<
    WorkQuestion,
    WorkAnswer
  >;

/** The schema's form of answers. */
export const answersOf = ({ answers, givenBy, givenAt }: AnswersRow): FollowUpAnswers =>
  Object.assign(new FollowUpAnswers(), {
    ...Object.fromEntries(FIELDS.map(([field, question]) => [field, answers[question]])),
    isByClient: givenBy === 'CLIENT',
    givenAt,
  });
