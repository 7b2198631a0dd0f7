import { isAnswered, tasksOfAnswers, type WorkAnswer, WorkQuestion, type WorkAnswers } from './work-questions';

const QUESTIONS = Object.values(WorkQuestion);
const all = (answer: WorkAnswer): WorkAnswers =>
  Object.fromEntries(QUESTIONS.map((question) => [question, answer])) as Record<WorkQuestion, WorkAnswer>;
const one = (question: WorkQuestion, answer: WorkAnswer): WorkAnswers => ({ ...all('SKIPPED'), [question]: answer });

describe('the work-related questions', () => {
  it('are eight', () => {
    expect(QUESTIONS).toHaveLength(8);
  });

  it.each([
    ['STILL_WORKING', 'NO', 'END_OF_WORK_CHECK'],
    ['AS_AGREED', 'NO', 'HOURS_CHECK'],
    ['PAID_ON_TIME', 'NO', 'PAY_CHECK'],
    ['TREATED_EQUALLY', 'NO', 'EQUALITY_CHECK'],
    ['TRAINING_WANTED', 'YES', 'TRAINING_WANTED'],
    ['HELP_WANTED', 'YES', 'HELP_WANTED'],
    ['CHANGE_WISHED', 'YES', 'CHANGE_WISHED'],
    ['CONTACT_WANTED', 'YES', 'CONTACT_WANTED'],
  ] as const)('%s answered %s brings %s, and the other answer nothing', (question, answer, kind) => {
    expect(tasksOfAnswers(one(question, answer))).toEqual([kind]);
    expect(tasksOfAnswers(one(question, answer === 'YES' ? 'NO' : 'YES'))).toEqual([]);
  });

  it('bring nothing where all is well, and nothing where all was skipped', () => {
    const well = { ...all('YES'), TRAINING_WANTED: 'NO', HELP_WANTED: 'NO', CHANGE_WISHED: 'NO', CONTACT_WANTED: 'NO' } as const; // prettier-ignore
    expect(tasksOfAnswers(well)).toEqual([]);
    expect(tasksOfAnswers(all('SKIPPED'))).toEqual([]);
    expect(isAnswered(all('SKIPPED'))).toBe(false);
    expect(isAnswered(one('PAID_ON_TIME', 'NO'))).toBe(true);
  });
});
