import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../../components/note';
import { PlainField } from '../../../components/plain-field';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { noPasskeys } from '../../../lib/session/passkeys';
import { useProviderStep } from '../hooks/use-provider-step';

interface ProviderStepFormProps {
  readonly onSignedIn: () => void;
}

/** The way by which she came is over: no code helps any more. */
const OVER = new Set(['PROVIDER_OVER', 'SIGN_IN_FAILED']);

/** After the provider said who she is: the second step of her own account. */
export function ProviderStepForm({ onSignedIn }: ProviderStepFormProps): ReactNode {
  const { t } = useTranslation('signIn');
  const refusalText = useRefusalText();
  const step = useProviderStep(onSignedIn);
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  if (step.refusal?.code === 'SECOND_FACTOR_REQUIRED' && !asksCode) setAsksCode(true);
  const isOver = step.refusal !== null && OVER.has(step.refusal.code);
  const said = step.problem === null ? step.refusal : null;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!step.isSending) void step.send(code);
  };
  return (
    <form className="stack" style={{ gap: 14 }} onSubmit={submit}>
      {step.problem === null ? null : (
        <Note tone="wheat" role="alert">
          {t(step.problem === 'left' ? 'passkey.left' : 'failed')}
        </Note>
      )}
      {said === null ? null : (
        <Note tone="wheat" role="alert">
          {isOver ? t('provider.over') : refusalText(said)}
        </Note>
      )}
      {asksCode && !isOver ? (
        <>
          <PlainField label={t('code')} autoComplete="one-time-code" type="text" value={code} onChange={setCode} />
          <button type="submit" className="btn pri wide" aria-disabled={step.isSending}>
            {t('submit')}
          </button>
        </>
      ) : null}
      {step.passkeyRequest !== null && !asksCode ? (
        <button type="button" className="btn txt wide" onClick={() => setAsksCode(true)}>
          {t('passkey.lost')}
        </button>
      ) : null}
      {step.passkeyRequest !== null && noPasskeys() === null ? (
        <button
          type="button"
          className={asksCode ? 'btn wide' : 'btn pri wide'}
          aria-disabled={step.isSending}
          onClick={() => (step.isSending ? undefined : void step.sendPasskey())}
        >
          {t('passkey.second')}
        </button>
      ) : null}
    </form>
  );
}
