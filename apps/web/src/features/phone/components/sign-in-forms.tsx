import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { SignInByCodeDocument, SignInByPinDocument } from '@contract/gql';
import { PlainField } from '../../../components/plain-field';
import type { Letter } from '../letter-address';
import { DigitField } from './digit-field';
import { ShortForm } from '../../../components/short-form';

interface SignedIn {
  readonly onSignedIn: (accountId: string) => void;
}

interface CodeFormProps extends SignedIn {
  readonly letter: Letter | null;
}

const CODE_DIGITS = 12;
const GROUP = /(\d{4})(?=\d)/g;

/** Login and one-time code of the letter; what its picture held is filled in. */
export function CodeForm({ letter, onSignedIn }: CodeFormProps): ReactNode {
  const { t } = useTranslation('phone');
  const client = useClient();
  const [login, setLogin] = useState(letter?.login ?? '');
  const [code, setCode] = useState(letter?.code ?? '');
  const send = async () => {
    const { data } = await client.mutation(SignInByCodeDocument, { login: login.trim(), code }).toPromise();
    const accountId = data?.signInByCode.viewer?.accountId;
    if (accountId !== undefined) onSignedIn(accountId);
    return data?.signInByCode.userErrors ?? null;
  };
  return (
    <ShortForm submitLabel={t('signIn')} onSubmit={send}>
      <p className="mut">{t('code.text')}</p>
      <PlainField label={t('code.login')} type="text" autoComplete="username" value={login} onChange={setLogin} />
      <DigitField
        label={t('code.code')}
        isShown
        most={CODE_DIGITS + 2}
        value={code.replace(GROUP, '$1 ')}
        onChange={(digits) => setCode(digits.slice(0, CODE_DIGITS))}
      />
    </ShortForm>
  );
}

interface PinFormProps extends SignedIn {
  readonly asksLogin: boolean;
  readonly submitLabel?: string;
}

/** The six digits of this phone. */
export function PinForm({ asksLogin, submitLabel, onSignedIn }: PinFormProps): ReactNode {
  const { t } = useTranslation('phone');
  const client = useClient();
  const [login, setLogin] = useState('');
  const [pin, setPin] = useState('');
  const send = async () => {
    const variables = { pin, login: asksLogin ? login.trim() : null };
    const { data } = await client.mutation(SignInByPinDocument, variables).toPromise();
    const accountId = data?.signInByPin.viewer?.accountId;
    if (accountId !== undefined) onSignedIn(accountId);
    else setPin('');
    return data?.signInByPin.userErrors ?? null;
  };
  return (
    <ShortForm submitLabel={submitLabel ?? t('signIn')} onSubmit={send}>
      {asksLogin ? (
        <PlainField label={t('code.login')} type="text" autoComplete="username" value={login} onChange={setLogin} />
      ) : null}
      <DigitField label={t('pin.label')} value={pin} onChange={setPin} />
    </ShortForm>
  );
}
