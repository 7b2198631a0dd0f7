import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { RequestOwnFactorRecoveryDocument, RequestPasswordResetDocument } from '@contract/gql';
import { Note } from '../../../components/note';
import { PlainField } from '../../../components/plain-field';
import { ShortForm } from '../../../components/short-form';

/** A link by mail for a forgotten password; the answer tells nothing about any account. */
export function ForgotPassword(): ReactNode {
  const { t } = useTranslation('signInHelp');
  const client = useClient();
  const [login, setLogin] = useState('');
  const [isTaken, setIsTaken] = useState(false);
  const send = async () => {
    const { data } = await client.mutation(RequestPasswordResetDocument, { login: login.trim() }).toPromise();
    if (data?.requestPasswordReset.taken === true) setIsTaken(true);
    return data?.requestPasswordReset.userErrors ?? null;
  };
  if (isTaken) return <Note role="status">{t('forgot.taken')}</Note>;
  return (
    <ShortForm submitLabel={t('forgot.send')} onSubmit={send}>
      <p className="mut">{t('forgot.text')}</p>
      <PlainField label={t('login')} type="text" autoComplete="username" value={login} onChange={setLogin} />
    </ShortForm>
  );
}

/** Asks another person to take a lost second step away. */
export function LostFactor(): ReactNode {
  const { t } = useTranslation('signInHelp');
  const client = useClient();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [isTaken, setIsTaken] = useState(false);
  const send = async () => {
    const variables = { login: login.trim(), password };
    const { data } = await client.mutation(RequestOwnFactorRecoveryDocument, variables).toPromise();
    if (data?.requestOwnFactorRecovery.taken === true) setIsTaken(true);
    return data?.requestOwnFactorRecovery.userErrors ?? null;
  };
  if (isTaken) return <Note role="status">{t('lost.taken')}</Note>;
  return (
    <ShortForm submitLabel={t('lost.send')} onSubmit={send}>
      <p className="mut">{t('lost.text')}</p>
      <PlainField label={t('login')} type="text" autoComplete="username" value={login} onChange={setLogin} />
      <PlainField
        label={t('password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </ShortForm>
  );
}
