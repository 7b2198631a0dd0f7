import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BeginPasskeyProofDocument, ConfirmIdentityDocument } from '@contract/gql';
import { Note } from '../../../components/note';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { askPasskeyFor } from '../../../lib/session/passkeys';

interface PasskeyProofProps {
  /** There is nothing else that she could give. */
  readonly isOnly: boolean;
  readonly onProved: () => void;
}

/** The proof by a passkey: one touch. */
export function PasskeyProof({ isOnly, onProved }: PasskeyProofProps): ReactNode {
  const { t } = useTranslation('signIn');
  const refusalText = useRefusalText();
  const begin = useCommand(BeginPasskeyProofDocument);
  const confirm = useCommand(ConfirmIdentityDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const prove = async (): Promise<string | null> => {
    const begun = await begin.run({});
    if (begun.kind === 'failed') return t('failed');
    if (begun.kind === 'refused') return begun.refusals.map(refusalText).join(' ');
    const asked = await askPasskeyFor(begun.payload.request ?? '{}');
    if (asked.kind === 'left') return t('proof.left');
    const result = await confirm.run({ proof: { passkey: asked.answer } });
    if (result.kind === 'refused') return result.refusals.map(refusalText).join(' ');
    if (result.kind === 'failed') return t('failed');
    onProved();
    return null;
  };
  const isRunning = begin.isRunning || confirm.isRunning;
  return (
    <>
      {problem === null ? null : (
        <Note tone="wheat" role="alert">
          {problem}
        </Note>
      )}
      <button
        type="button"
        className={isOnly ? 'btn pri wide' : 'btn wide'}
        aria-disabled={isRunning}
        onClick={() => (isRunning ? undefined : void prove().then(setProblem))}
      >
        {t('proof.byPasskey')}
      </button>
    </>
  );
}
