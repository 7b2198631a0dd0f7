import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
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
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (state.kind !== 'sending') void send(login.trim(), password);
  };
  return (
    <form className="stack" style={{ gap: 14 }} onSubmit={submit}>
      <SignInProblem state={state} />
      <Line label={t('login')} name="username" type="text" value={login} onChange={setLogin} />
      <Line label={t('password')} name="current-password" type="password" value={password} onChange={setPassword} />
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

interface LineProps {
  readonly label: string;
  readonly name: 'username' | 'current-password';
  readonly type: 'text' | 'password';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Line({ label, name, type, value, onChange }: LineProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <input
        className="inp"
        id={id}
        name={name}
        type={type}
        autoComplete={name}
        required
        autoCapitalize="none"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
