import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { SignInAfterProviderDocument, type RefusalFragment } from '@contract/gql';
import { askPasskeyFor } from '../../../lib/session/passkeys';

/** The second step after the provider. */
export interface ProviderStep {
  /** What to tell her; null = nothing yet. */
  readonly refusal: RefusalFragment | null;
  readonly problem: 'failed' | 'left' | null;
  readonly isSending: boolean;
  /** What the browser may ask a passkey; null = none is set up. */
  readonly passkeyRequest: string | null;
  readonly send: (code: string) => Promise<void>;
  readonly sendPasskey: () => Promise<void>;
}

interface Given {
  readonly code?: string;
  readonly passkey?: string;
}

/** Asks at once which step is wanted, and takes it. */
export function useProviderStep(onSignedIn: () => void): ProviderStep {
  const client = useClient();
  const [refusal, setRefusal] = useState<RefusalFragment | null>(null);
  const [problem, setProblem] = useState<ProviderStep['problem']>(null);
  const [isSending, setIsSending] = useState(true);
  const [passkeyRequest, setPasskeyRequest] = useState<string | null>(null);
  const take = useCallback(
    async (given: Given): Promise<void> => {
      setIsSending(true);
      const { data } = await client.mutation(SignInAfterProviderDocument, given).toPromise();
      setIsSending(false);
      const answer = data?.signInAfterProvider;
      setProblem(answer === undefined ? 'failed' : null);
      setRefusal(answer?.userErrors[0] ?? null);
      setPasskeyRequest(answer?.passkeyRequest ?? null);
      if (answer?.viewer) onSignedIn();
    },
    [client, onSignedIn],
  );
  useEffect(() => void take({}), [take]);
  const sendPasskey = async (): Promise<void> => {
    const asked = await askPasskeyFor(passkeyRequest ?? '{}');
    if (asked.kind === 'answered') await take({ passkey: asked.answer });
    else setProblem('left');
  };
  return { refusal, problem, isSending, passkeyRequest, send: (code) => take({ code }), sendPasskey };
}
