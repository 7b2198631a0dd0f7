import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenDataExportDocument, RequestDataExportDocument, type MyOwnDataQuery } from '@contract/gql';
import { Note } from '../../../components/note';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useProblem } from './use-problem';

type Copy = MyOwnDataQuery['myDataExports'][number];

/** A copy of everything that is kept about her: asked for by one tap, fetched for seven days. */
export function OwnCopies({ copies }: { readonly copies: readonly Copy[] }): ReactNode {
  const { t } = useTranslation('ownData');
  const { run, isRunning } = useCommand(RequestDataExportDocument);
  const { problem, note } = useProblem();
  const format = useFormat();
  const [newest] = copies;
  const isBeingMade = copies.some(({ status }) => status === 'QUEUED');
  return (
    <section className="card" aria-labelledby="own-copies">
      <div className="pd stack g8">
        <h2 className="s18" id="own-copies">
          {t('copy.title')}
        </h2>
        <p>{t('copy.text')}</p>
        {problem === null ? null : (
          <Note tone="wheat" role="alert">
            {problem}
          </Note>
        )}
        {newest?.status === 'FAILED' ? (
          <Note tone="wheat">{t('copy.notMade', { at: format.instant(newest.requestedAt) })}</Note>
        ) : null}
        {isBeingMade ? (
          <Note role="status">{t('copy.beingMade')}</Note>
        ) : (
          <button type="button" className="btn pri" aria-disabled={isRunning} onClick={() => void run({}).then(note)}>
            {t('copy.ask')}
          </button>
        )}
      </div>
      {copies
        .filter(({ status }) => status === 'READY')
        .map((copy) => (
          <ReadyCopy key={copy.id} copy={copy} />
        ))}
    </section>
  );
}

const FORMS = ['pdf', 'json'] as const;

function ReadyCopy({ copy: { id, requestedAt, keepUntil } }: { readonly copy: Copy }): ReactNode {
  const { t } = useTranslation('ownData');
  const format = useFormat();
  const { run } = useCommand(OpenDataExportDocument);
  const { problem, note } = useProblem();
  // A proof of identity is asked for over the page; the browser then fetches the file itself.
  const fetchAs = async (form: (typeof FORMS)[number]): Promise<void> => {
    if (note(await run({ id }))) window.location.assign(`/exports/${id}/${form}`);
  };
  return (
    <div className="pd stack g8">
      <b>{t('copy.of', { at: format.instant(requestedAt) })}</b>
      <span className="mut">{t('copy.until', { day: format.day(keepUntil) })}</span>
      {problem === null ? null : (
        <Note tone="wheat" role="alert">
          {problem}
        </Note>
      )}
      <div className="row g6">
        {FORMS.map((form) => (
          <button type="button" className="btn" key={form} onClick={() => void fetchAs(form)}>
            {t(`copy.form.${form}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
