import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmIdentityDocument, OwnProofsDocument } from '@contract/gql';
import { Note } from '../../../components/note';
import { PlainField } from '../../../components/plain-field';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { noPasskeys } from '../../../lib/session/passkeys';
import { useViewer } from '../../../lib/session/viewer-context';
import { OverPage } from './over-page';
import { PasskeyProof } from './passkey-proof';

interface ProofLayerProps {
  readonly onProved: () => void;
  readonly onLeave: () => void;
  /** Another proof than password or code. */
  readonly form?: ReactNode;
}

/** Asks over the page for a proof that it is still she; what she was about to do goes on by itself afterwards. */
export function ProofLayer({ onProved, onLeave, form }: ProofLayerProps): ReactNode {
  const { t } = useTranslation('signIn');
  const { role } = useViewer();
  const account = useRead(OwnProofsDocument, {}).data?.ownAccount;
  if (account === undefined)
    return (
      <OverPage title={t('proof.title')} text={t('proof.text')} onLeave={onLeave}>
        {null}
      </OverPage>
    );
  const hasPasskey = account.passkeys.length > 0;
  const isByCode = account.hasSecondFactor;
  const takesTyped = isByCode || !hasPasskey || role === 'CLIENT';
  return (
    <OverPage title={t('proof.title')} text={t('proof.text')} onLeave={onLeave}>
      <div className="stack" style={{ gap: 14 }}>
        {hasPasskey && noPasskeys() === null ? <PasskeyProof isOnly={!takesTyped} onProved={onProved} /> : null}
        {takesTyped ? (form ?? <TypedProof isByCode={isByCode} onProved={onProved} onLeave={onLeave} />) : null}
        {takesTyped ? null : (
          <button type="button" className="btn" onClick={onLeave}>
            {t('proof.leave')}
          </button>
        )}
      </div>
    </OverPage>
  );
}

interface TypedProofProps extends Omit<ProofLayerProps, 'form'> {
  /** An authenticator app is set up: its code is the proof. */
  readonly isByCode: boolean;
}

function TypedProof({ isByCode, onProved, onLeave }: TypedProofProps): ReactNode {
  const { t } = useTranslation('signIn');
  const refusalText = useRefusalText();
  const { run, isRunning } = useCommand(ConfirmIdentityDocument);
  const [given, setGiven] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    const result = await run({ proof: isByCode ? { code: given } : { password: given } });
    if (result.kind === 'done') return onProved();
    setProblem(result.kind === 'failed' ? t('failed') : result.refusals.map(refusalText).join(' '));
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isRunning) void send();
  };
  return (
    <form className="stack" style={{ gap: 14 }} onSubmit={submit}>
      {problem === null ? null : (
        <Note tone="wheat" role="alert">
          {problem}
        </Note>
      )}
      {isByCode ? (
        <PlainField label={t('code')} type="text" autoComplete="one-time-code" value={given} onChange={setGiven} />
      ) : (
        <PlainField
          label={t('password')}
          type="password"
          autoComplete="current-password"
          value={given}
          onChange={setGiven}
        />
      )}
      <div className="pair">
        <button type="button" className="btn" onClick={onLeave}>
          {t('proof.leave')}
        </button>
        <button type="submit" className="btn pri" aria-disabled={isRunning}>
          {t('proof.go')}
        </button>
      </div>
    </form>
  );
}
