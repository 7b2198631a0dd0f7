import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AnswerMyFollowUpDocument,
  MyFollowUpsDocument,
  type FollowUpAnswersInput,
  type MyFollowUpsQuery,
  type WorkAnswer,
} from '@contract/gql';
import { Note } from '../../../components/note';
import { ShortForm } from '../../../components/short-form';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

type FollowUp = MyFollowUpsQuery['myFollowUps'][number];

/** The questions in the order in which they are asked: about work, and what help is wanted. */
const QUESTIONS = [
  'stillWorking',
  'asAgreed',
  'paidOnTime',
  'treatedEqually',
  'trainingWanted',
  'helpWanted',
  'changeWished',
  'contactWanted',
] as const satisfies readonly (keyof FollowUpAnswersInput)[];
type Question = (typeof QUESTIONS)[number];

const ANSWERS: readonly WorkAnswer[] = ['YES', 'NO'];

/** How work goes, asked on her phone; one form at a time, and a thank-you where she has answered. */
export function MyFollowUps(): ReactNode {
  const { t } = useTranslation('myFollowUp');
  const read = useRead(MyFollowUpsDocument, {});
  const [isThanked, setIsThanked] = useState(false);
  const waiting = read.data?.myFollowUps[0];
  return (
    <>
      {isThanked ? <Note role="status">{t('thanks')}</Note> : null}
      {waiting === undefined ? null : (
        <Questions key={waiting.id} followUp={waiting} onAnswered={() => setIsThanked(true)} />
      )}
    </>
  );
}

interface QuestionsProps {
  readonly followUp: FollowUp;
  readonly onAnswered: () => void;
}

const refusalsOf = (result: CommandResult<unknown>) => {
  if (result.kind === 'failed') return null;
  return result.kind === 'refused' ? result.refusals : [];
};

function Questions({ followUp: { id, placement }, onAnswered }: QuestionsProps): ReactNode {
  const { t } = useTranslation('myFollowUp');
  const { run } = useCommand(AnswerMyFollowUpDocument);
  const [answers, setAnswers] = useState<Partial<Record<Question, WorkAnswer>>>({});
  const send = async (given: FollowUpAnswersInput): Promise<ReturnType<typeof refusalsOf>> => {
    const result = await run({ id, answers: given });
    if (result.kind === 'done') onAnswered();
    return refusalsOf(result);
  };
  const title = placement.enterpriseName === '' ? t('title') : t('titleAt', { enterprise: placement.enterpriseName });
  return (
    <section className="card pd stack g8" aria-label={title} id="my-follow-up">
      <h2 className="s18">{title}</h2>
      <p>{t('help')}</p>
      <ShortForm
        submitLabel={t('send')}
        check={() => (Object.keys(answers).length === 0 ? t('nothingYet') : null)}
        onSubmit={() => send(answers)}
      >
        {QUESTIONS.map((question) => (
          <OneQuestion
            key={question}
            name={`${id}-${question}`}
            text={t(`question.${question}`)}
            value={answers[question]}
            onChange={(answer) => setAnswers((before) => ({ ...before, [question]: answer }))}
          />
        ))}
      </ShortForm>
      <button type="button" className="btn wide" onClick={() => void send({})}>
        {t('skip')}
      </button>
    </section>
  );
}

interface OneQuestionProps {
  readonly name: string;
  readonly text: string;
  readonly value: WorkAnswer | undefined;
  readonly onChange: (answer: WorkAnswer) => void;
}

function OneQuestion({ name, text, value, onChange }: OneQuestionProps): ReactNode {
  const { t } = useTranslation('myFollowUp');
  return (
    <fieldset className="plain">
      <legend>{text}</legend>
      <div className="pair">
        {ANSWERS.map((answer) => (
          <label className="pick" key={answer}>
            <input type="radio" name={name} checked={value === answer} onChange={() => onChange(answer)} />
            {t(`answer.${answer}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
