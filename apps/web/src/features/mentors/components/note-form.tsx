import { useId, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { WriteMentorNoteDocument } from '@contract/gql';
import { Note } from '../../../components/note';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';

const LONGEST_NOTE = 500;

interface NoteFormProps {
  readonly pairingId: string;
  readonly name: string;
}

/** What she wants to remember, and when she is in contact next; what was typed stays until it was taken. */
export function NoteForm({ pairingId, name }: NoteFormProps): ReactNode {
  const { t } = useTranslation('mentors');
  const refusalText = useRefusalText();
  const write = useCommand(WriteMentorNoteDocument);
  const [text, setText] = useState('');
  const [day, setDay] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (write.isRunning) return;
    const result = await write.run({ pairingId, text, nextContactOn: day === '' ? null : day });
    if (result.kind === 'refused') return setProblem(result.refusals.map(refusalText).join(' '));
    if (result.kind === 'failed') return setProblem(t('common:form.failed'));
    setProblem(null);
    setText('');
    setDay('');
  };
  return (
    <form className="stack g8" aria-label={t('note.title', { name })} onSubmit={(event) => void send(event)}>
      {problem === null ? null : (
        <Note tone="wheat" role="alert">
          {problem}
        </Note>
      )}
      <NoteText value={text} onChange={setText} />
      <DayField value={day} onChange={setDay} />
      <p className="mut s13">{t('note.who')}</p>
      <div>
        <button type="submit" className="btn pri" aria-disabled={write.isRunning}>
          {t('note.save')}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function NoteText({ value, onChange }: FieldProps): ReactNode {
  const { t } = useTranslation('mentors');
  const id = useId();
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {t('note.text')}
      </label>
      <textarea
        className="inp"
        id={id}
        rows={3}
        maxLength={LONGEST_NOTE}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function DayField({ value, onChange }: FieldProps): ReactNode {
  const { t } = useTranslation('mentors');
  const id = useId();
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {t('note.day')}
      </label>
      <input className="inp" id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
