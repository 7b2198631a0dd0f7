import { useId, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CloseComplaintDocument,
  FileComplaintDocument,
  MyComplaintsDocument,
  ReopenComplaintDocument,
  type ComplaintFactsFragment,
  type ComplaintTopic,
  type MyComplaintsQuery,
} from '@contract/gql';
import { Note } from '../../../components/note';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';

const TOPICS: readonly ComplaintTopic[] = ['PERSON', 'SERVICE', 'WORKPLACE', 'OWN_DATA'];

/** Where a client says what is wrong, and reads what became of it. */
export function MyComplaints(): ReactNode {
  const { t } = useTranslation('complaints');
  const read = useRead(MyComplaintsDocument, {});
  return (
    <>
      <title>{t('pageTitle')}</title>
      <h1 className="pd s18">{t('title')}</h1>
      <Loaded of={read}>
        {({ myComplaints, complaintSubjects }) => (
          <>
            {myComplaints.map((complaint) => (
              <OwnComplaint key={complaint.id} complaint={complaint} />
            ))}
            <ComplaintForm subjects={complaintSubjects} />
          </>
        )}
      </Loaded>
    </>
  );
}

function OwnComplaint({ complaint }: { readonly complaint: ComplaintFactsFragment }): ReactNode {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const close = useCommand(CloseComplaintDocument);
  const reopen = useCommand(ReopenComplaintDocument);
  const { id, topic, aboutName, text, status, dueOn, answer, canReopen } = complaint;
  const isWaiting = status === 'RECEIVED' || status === 'IN_REVIEW';
  return (
    <section className="card" aria-label={t('one')}>
      <div className="pd stack g8">
        <b>{topic === 'PERSON' && aboutName !== null ? t('about', { name: aboutName }) : t(`topic.${topic}`)}</b>
        <span>{text}</span>
        <span className="mut">
          {t(`mine.${status}`)}
          {isWaiting ? t('mine.due', { day: format.day(dueOn) }) : null}
        </span>
        {answer === null ? null : <Note>{t('mine.answer', { answer })}</Note>}
        {status === 'ANSWERED' ? (
          <button type="button" className="btn" onClick={() => void close.run({ id })}>
            {t('mine.close')}
          </button>
        ) : null}
        {canReopen ? (
          <button type="button" className="btn" onClick={() => void reopen.run({ id })}>
            {t('mine.reopen')}
          </button>
        ) : null}
      </div>
    </section>
  );
}

/** What is wrong: few words, big targets; what is said stays until it was taken. */
function ComplaintForm({ subjects }: { readonly subjects: MyComplaintsQuery['complaintSubjects'] }): ReactNode {
  const { t } = useTranslation('complaints');
  const refusalText = useRefusalText();
  const file = useCommand(FileComplaintDocument);
  const [topic, setTopic] = useState<ComplaintTopic>('SERVICE');
  const [aboutId, setAboutId] = useState('');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const about = topic === 'PERSON' ? { aboutId } : {};
    const result = await file.run({ input: { topic, text, ...about } });
    if (result.kind === 'refused') return setProblem(result.refusals.map(refusalText).join(' '));
    if (result.kind === 'failed') return setProblem(t('common:form.failed'));
    setProblem(null);
    setText('');
  };
  return (
    <form className="card" aria-label={t('new')} onSubmit={(event) => void send(event)}>
      <div className="pd stack g12">
        <h2 className="s18">{t('new')}</h2>
        <p>{t('promise')}</p>
        {problem === null ? null : (
          <Note tone="wheat" role="alert">
            {problem}
          </Note>
        )}
        <fieldset className="ticks">
          <legend>{t('topicLabel')}</legend>
          {TOPICS.map((value) => (
            <label className="li" key={value}>
              <input type="radio" name="topic" checked={topic === value} onChange={() => setTopic(value)} />
              <span>{t(`topic.${value}`)}</span>
            </label>
          ))}
        </fieldset>
        {topic === 'PERSON' ? <WhoField subjects={subjects} value={aboutId} onChange={setAboutId} /> : null}
        <TextField value={text} onChange={setText} />
        <button type="submit" className="btn pri" aria-disabled={file.isRunning}>
          {t('send')}
        </button>
      </div>
    </form>
  );
}

interface WhoFieldProps {
  readonly subjects: MyComplaintsQuery['complaintSubjects'];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function WhoField({ subjects, value, onChange }: WhoFieldProps): ReactNode {
  const { t } = useTranslation('complaints');
  const id = useId();
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {t('who')}
      </label>
      <select className="inp" id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="" />
        {subjects.map((subject) => (
          <option key={subject.id} value={subject.id}>
            {subject.displayName}
          </option>
        ))}
      </select>
    </div>
  );
}

function TextField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { t } = useTranslation('complaints');
  const id = useId();
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {t('what')}
      </label>
      <textarea
        className="inp"
        id={id}
        rows={5}
        maxLength={1000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
