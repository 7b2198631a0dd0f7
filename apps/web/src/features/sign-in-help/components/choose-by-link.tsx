import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ChoosePasswordByLinkDocument } from '@contract/gql';
import { Logo } from '../../../components/logo';
import { Note } from '../../../components/note';
import { PlainField } from '../../../components/plain-field';
import { ShortForm } from '../../../components/short-form';

/** Takes the token out of the address line, where the next person at this screen could read it. */
function takeToken(): string {
  const token = window.location.hash.slice(1);
  window.history.replaceState(window.history.state, '', window.location.pathname);
  return token;
}

/** The page behind the link of a mail: a password of one's own. */
export function ChooseByLink(): ReactNode {
  const { t } = useTranslation('signInHelp');
  const [token] = useState(takeToken);
  const [isDone, setIsDone] = useState(false);
  return (
    <main className="si-r si-alone">
      <title>{t('choose.pageTitle')}</title>
      <section className="card si-card" aria-labelledby="choose-by-link">
        <span className="brand">
          <Logo />
          {t('common:product')}
        </span>
        <h1 className="si-h" id="choose-by-link" style={{ margin: '14px 0 4px' }}>
          {t('choose.title')}
        </h1>
        {isDone ? (
          <div className="stack" style={{ gap: 14 }}>
            <Note role="status">{t('choose.done')}</Note>
            <a className="btn pri wide" href="/sign-in">
              {t('choose.signIn')}
            </a>
          </div>
        ) : (
          <NewPassword token={token} onDone={() => setIsDone(true)} />
        )}
      </section>
    </main>
  );
}

function NewPassword({ token, onDone }: { readonly token: string; readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation('signInHelp');
  const client = useClient();
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const send = async () => {
    const { data } = await client.mutation(ChoosePasswordByLinkDocument, { token, newPassword: next }).toPromise();
    if (data?.choosePasswordByLink.taken === true) onDone();
    return data?.choosePasswordByLink.userErrors ?? null;
  };
  return (
    <ShortForm
      submitLabel={t('choose.save')}
      check={() => (next === again ? null : t('choose.differs'))}
      onSubmit={send}
    >
      <p className="mut">{t('choose.rule')}</p>
      <PlainField
        label={t('choose.next')}
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
      />
      <PlainField
        label={t('choose.again')}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
      />
    </ShortForm>
  );
}
