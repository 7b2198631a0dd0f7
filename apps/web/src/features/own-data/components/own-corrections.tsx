import { useId, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  RequestCorrectionDocument,
  WithdrawCorrectionDocument,
  type CorrectionField,
  type MyOwnDataQuery,
} from '@contract/gql';
import { Note } from '../../../components/note';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useProblem } from './use-problem';

type Correction = MyOwnDataQuery['myCorrections'][number];

const FIELDS: readonly CorrectionField[] = [
  'NAME',
  'PHONE',
  'BIRTH_YEAR',
  'TOWNSHIP',
  'EDUCATION',
  'SKILLS',
  'CERTIFICATES',
  'WISHES',
  'TRAINING',
  'PLACEMENT',
  'PAY',
  'OTHER',
];

/** What she says is wrong, and what she was answered. */
export function OwnCorrections({ corrections }: { readonly corrections: readonly Correction[] }): ReactNode {
  const { t } = useTranslation('ownData');
  return (
    <section className="card" aria-labelledby="own-corrections">
      <div className="pd stack g8">
        <h2 className="s18" id="own-corrections">
          {t('correction.title')}
        </h2>
        <p>{t('correction.text')}</p>
        {corrections.map((correction) => (
          <OneCorrection key={correction.id} correction={correction} />
        ))}
        <CorrectionForm />
      </div>
    </section>
  );
}

function OneCorrection({ correction }: { readonly correction: Correction }): ReactNode {
  const { t } = useTranslation('ownData');
  const format = useFormat();
  const { run, isRunning } = useCommand(WithdrawCorrectionDocument);
  const { problem, note } = useProblem();
  const { id, field, text, status, dueOn, answer } = correction;
  return (
    <div className="stack g8">
      <b>{t(`correction.field.${field}`)}</b>
      <span>{text}</span>
      <span className="mut">{t(`correction.state.${status}`, { due: format.day(dueOn) })}</span>
      {answer === null ? null : <Note>{t('correction.answer', { answer })}</Note>}
      {problem === null ? null : (
        <Note tone="wheat" role="alert">
          {problem}
        </Note>
      )}
      {status === 'REQUESTED' ? (
        <button type="button" className="btn" aria-disabled={isRunning} onClick={() => void run({ id }).then(note)}>
          {t('correction.takeBack')}
        </button>
      ) : null}
    </div>
  );
}

function CorrectionForm(): ReactNode {
  const { t } = useTranslation('ownData');
  const { run, isRunning } = useCommand(RequestCorrectionDocument);
  const { problem, note } = useProblem();
  const [field, setField] = useState<CorrectionField>('PHONE');
  const [text, setText] = useState('');
  const id = useId();
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (note(await run({ input: { field, text } }))) setText('');
  };
  return (
    <form className="stack g8" aria-label={t('correction.new')} onSubmit={(event) => void send(event)}>
      {problem === null ? null : (
        <Note tone="wheat" role="alert">
          {problem}
        </Note>
      )}
      <div className="field">
        <label className="lab" htmlFor={`${id}-field`}>
          {t('correction.which')}
        </label>
        <select
          className="inp"
          id={`${id}-field`}
          value={field}
          onChange={(event) => setField(event.target.value as CorrectionField)}
        >
          {FIELDS.map((value) => (
            <option key={value} value={value}>
              {t(`correction.field.${value}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="lab" htmlFor={`${id}-text`}>
          {t('correction.right')}
        </label>
        <textarea
          className="inp"
          id={`${id}-text`}
          rows={3}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <button type="submit" className="btn" aria-disabled={isRunning}>
        {t('correction.send')}
      </button>
    </form>
  );
}
