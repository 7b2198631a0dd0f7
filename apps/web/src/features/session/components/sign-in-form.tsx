import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainField } from '../../../components/plain-field';
import { Note } from '../../../components/note';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { noPasskeys } from '../../../lib/session/passkeys';
import { useSignIn, type SignIn } from '../hooks/use-sign-in';

interface SignInFormProps {
  readonly onSignedIn: (accountId: string) => void;
}

/** Account and password, or a passkey; what was typed stays when the answer is no. */
export function SignInForm({ onSignedIn }: SignInFormProps): ReactNode {
  const { t } = useTranslation('signIn');
  const signIn = useSignIn(onSignedIn);
  const { state, passkeyRequest } = signIn;
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isCodeAsked, setIsCodeAsked] = useState(false);
  if (state.kind === 'refused' && state.refusal.code === 'SECOND_FACTOR_REQUIRED' && !isCodeAsked) setIsCodeAsked(true);
  const isSending = state.kind === 'sending';
  const typed = { login: login.trim(), password, code: isCodeAsked ? code : null };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isSending) void signIn.send(typed);
  };
  const byPasskey = (): void => {
    if (isSending) return;
    void (passkeyRequest === null ? signIn.enterByPasskey() : signIn.sendWithPasskey(typed, passkeyRequest));
  };
  return (
    <form className="stack" style={{ gap: 14 }} onSubmit={submit}>
      <SignInProblem state={state} />
      <PlainField label={t('login')} autoComplete="username" type="text" value={login} onChange={setLogin} />
      <PlainField
        label={t('password')}
        autoComplete="current-password"
        type="password"
        value={password}
        onChange={setPassword}
      />
      {isCodeAsked ? (
        <PlainField label={t('code')} autoComplete="one-time-code" type="text" value={code} onChange={setCode} />
      ) : null}
      <button type="submit" className="btn pri wide" aria-disabled={isSending}>
        {t('submit')}
      </button>
      {passkeyRequest !== null && !isCodeAsked ? (
        <button type="button" className="btn txt wide" onClick={() => setIsCodeAsked(true)}>
          {t('passkey.lost')}
        </button>
      ) : null}
      {noPasskeys() === null ? (
        <button type="button" className="btn wide" aria-disabled={isSending} onClick={byPasskey}>
          {t(passkeyRequest === null ? 'passkey.enter' : 'passkey.second')}
        </button>
      ) : null}
    </form>
  );
}

function SignInProblem({ state }: { readonly state: SignIn['state'] }): ReactNode {
  const { t } = useTranslation('signIn');
  const refusalText = useRefusalText();
  if (state.kind === 'ready' || state.kind === 'sending') return null;
  const text =
    state.kind === 'refused' ? refusalText(state.refusal) : t(state.kind === 'left' ? 'passkey.left' : 'failed');
  return (
    <Note tone="wheat" role="alert">
      {text}
    </Note>
  );
}
