import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainField } from '../../../components/plain-field';
import { Note } from '../../../components/note';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { useSignIn, type SignIn } from '../hooks/use-sign-in';

interface SignInFormProps {
  readonly onSignedIn: (accountId: string) => void;
}

/** Account and password; what was typed stays when the answer is no. */
export function SignInForm({ onSignedIn }: SignInFormProps): ReactNode {
  const { t } = useTranslation('signIn');
  const { state, send } = useSignIn(onSignedIn);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isCodeAsked, setIsCodeAsked] = useState(false);
  if (state.kind === 'refused' && state.refusal.code === 'SECOND_FACTOR_REQUIRED' && !isCodeAsked) setIsCodeAsked(true);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (state.kind !== 'sending') void send(login.trim(), password, isCodeAsked ? code : null);
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
      <button type="submit" className="btn pri wide" aria-disabled={state.kind === 'sending'}>
        {t('submit')}
      </button>
    </form>
  );
}

function SignInProblem({ state }: { readonly state: SignIn['state'] }): ReactNode {
  const { t } = useTranslation('signIn');
  const refusalText = useRefusalText();
  if (state.kind === 'refused')
    return (
      <Note tone="wheat" role="alert">
        {refusalText(state.refusal)}
      </Note>
    );
  return state.kind === 'failed' ? (
    <Note tone="wheat" role="alert">
      {t('failed')}
    </Note>
  ) : null;
}
