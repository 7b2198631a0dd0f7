import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangePasswordDocument } from '@contract/gql';
import { PlainField } from '../../../components/plain-field';
import { Note } from '../../../components/note';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';

interface PasswordFormProps {
  /** She signed in with a one-time code, which is what she gives as the old one. */
  readonly isFirst?: boolean;
  readonly onChanged?: () => void;
}

type Said = { readonly tone: 'wheat' | 'petrol'; readonly texts: readonly string[] } | null;

/** The old password, the new one twice; what was typed stays when the answer is no. */
export function PasswordForm({ isFirst = false, onChanged }: PasswordFormProps): ReactNode {
  const { t } = useTranslation('account');
  const refusalText = useRefusalText();
  const { run, isRunning } = useCommand(ChangePasswordDocument);
  const [values, setValues] = useState({ current: '', next: '', again: '' });
  const [said, setSaid] = useState<Said>(null);
  const send = async (): Promise<void> => {
    if (values.next !== values.again) return setSaid({ tone: 'wheat', texts: [t('password.differs')] });
    const result = await run({ input: { currentPassword: values.current, newPassword: values.next } });
    if (result.kind === 'failed') return setSaid({ tone: 'wheat', texts: [t('common:form.failed')] });
    if (result.kind === 'refused') return setSaid({ tone: 'wheat', texts: result.refusals.map(refusalText) });
    setValues({ current: '', next: '', again: '' });
    setSaid({ tone: 'petrol', texts: [t('password.changed')] });
    onChanged?.();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isRunning) void send();
  };
  const line = (name: keyof typeof values, label: string): ReactNode => (
    <PlainField
      label={label}
      type="password"
      autoComplete={name === 'current' ? 'current-password' : 'new-password'}
      value={values[name]}
      onChange={(value) => setValues((last) => ({ ...last, [name]: value }))}
    />
  );
  return (
    <form className="stack" style={{ gap: 14, maxWidth: 420 }} onSubmit={submit}>
      {said === null ? null : (
        <Note tone={said.tone} role={said.tone === 'wheat' ? 'alert' : 'status'}>
          {said.texts.join(' ')}
        </Note>
      )}
      {line('current', t(isFirst ? 'password.code' : 'password.current'))}
      {line('next', t('password.next'))}
      {line('again', t('password.again'))}
      <p className="s13 mut">{t('password.rule')}</p>
      <div>
        <button type="submit" className="btn pri" aria-disabled={isRunning}>
          {t('password.save')}
        </button>
      </div>
    </form>
  );
}
