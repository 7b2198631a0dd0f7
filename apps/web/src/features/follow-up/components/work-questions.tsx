import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUpAnswersInput, WorkAnswer } from '@contract/gql';
import { RadioField } from '../../../components/desk/fields';

/** The eight questions in the order in which they are asked. */
export const QUESTIONS = [
  'stillWorking',
  'asAgreed',
  'paidOnTime',
  'treatedEqually',
  'trainingWanted',
  'helpWanted',
  'changeWished',
  'contactWanted',
] as const satisfies readonly (keyof FollowUpAnswersInput)[];

export type Question = (typeof QUESTIONS)[number];

const ANSWERS: readonly WorkAnswer[] = ['YES', 'NO', 'SKIPPED'];

/** The answers of a form, each skipped unless said. */
export const answersOf = (values: Partial<Record<Question, WorkAnswer>>): FollowUpAnswersInput =>
  Object.fromEntries(QUESTIONS.map((question) => [question, values[question] ?? 'SKIPPED']));

export const SKIPPED_ALL: Readonly<Record<Question, WorkAnswer>> = Object.fromEntries(
  QUESTIONS.map((question) => [question, 'SKIPPED']),
) as Record<Question, WorkAnswer>;

/** The work-related questions inside a form, once it says that the person answered. */
export function WorkQuestions(): ReactNode {
  const { t } = useTranslation('followUp');
  const form = Form.useFormInstance();
  const reached = Form.useWatch('reached', form) as string | undefined;
  if (reached !== 'yes') return null;
  return (
    <fieldset className="plain">
      <legend className="lab">{t('questions.title')}</legend>
      <p className="s12 mut">{t('questions.help')}</p>
      {QUESTIONS.map((question) => (
        <RadioField
          key={question}
          name={question}
          label={t(`questions.${question}`)}
          choices={ANSWERS.map((value) => ({ value, label: t(`answer.${value}`) }))}
        />
      ))}
    </fieldset>
  );
}
