import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MyMentorDocument, RefuseMentorDocument, type PairingFragment } from '@contract/gql';
import { Note } from '../../../components/note';
import { Loaded } from '../../../components/states/loaded';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';

/** Who keeps in touch with her, and the one tap that ends it; nothing where she has nobody. */
export function MyMentor(): ReactNode {
  const read = useRead(MyMentorDocument, {});
  return <Loaded of={read}>{({ myMentor }) => (myMentor === null ? null : <Mentor pairing={myMentor} />)}</Loaded>;
}

function Mentor({ pairing }: { readonly pairing: PairingFragment }): ReactNode {
  const { t } = useTranslation('mentors');
  const { mentorName: name, organisationName: organisation, status } = pairing;
  if (status === 'ENDED' && !pairing.wantsAnother) return null;
  return (
    <section className="card pd stack g8" aria-label={t('mine.title')}>
      <h2 className="s18">{t('mine.title')}</h2>
      {status === 'ENDED' ? (
        <p>{t('mine.another')}</p>
      ) : (
        <>
          <p className="b">{name}</p>
          <p className="dim">{organisation}</p>
          <p>{t(knowsOf(pairing), { name })}</p>
          <Refuse pairing={pairing} />
        </>
      )}
    </section>
  );
}

function knowsOf({ mayKnowName, isAsked }: PairingFragment): 'mine.knows' | 'mine.asked' | 'mine.silent' {
  if (mayKnowName) return 'mine.knows';
  return isAsked ? 'mine.asked' : 'mine.silent';
}

/** One tap, no question why, at once. */
function Refuse({ pairing }: { readonly pairing: PairingFragment }): ReactNode {
  const { t } = useTranslation('mentors');
  const refuse = useCommand(RefuseMentorDocument);
  const refusalText = useRefusalText();
  const [result, setResult] = useState<CommandResult<unknown> | null>(null);
  const say = (wantsAnother: boolean): void => {
    if (!refuse.isRunning) void refuse.run({ id: pairing.id, wantsAnother }).then(setResult);
  };
  return (
    <>
      {result?.kind === 'refused' || result?.kind === 'failed' ? (
        <Note tone="wheat" role="alert">
          {result.kind === 'refused' ? result.refusals.map(refusalText).join(' ') : t('common:form.failed')}
        </Note>
      ) : null}
      <div className="pair">
        <button type="button" className="btn" onClick={() => say(false)}>
          {t('mine.no')}
        </button>
        <button type="button" className="btn" onClick={() => say(true)}>
          {t('mine.change')}
        </button>
      </div>
      <p className="dim">{t('mine.onNo')}</p>
    </>
  );
}
