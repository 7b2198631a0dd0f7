import { useState } from 'react';
import { useClient } from 'urql';
import {
  BeginPasskeySignInDocument,
  SignInDocument,
  SignInWithPasskeyDocument,
  type RefusalFragment,
} from '@contract/gql';
import { askPasskeyFor } from '../../../lib/session/passkeys';

/** `left` = the browser's question about a passkey was not answered. */
type SignInState =
  | { readonly kind: 'ready' | 'sending' | 'failed' | 'left' }
  | { readonly kind: 'refused'; readonly refusal: RefusalFragment };

/** What she typed. */
export interface Typed {
  readonly login: string;
  readonly password: string;
  readonly code: string | null;
}

export interface SignIn {
  readonly state: SignInState;
  /** What the browser may ask a passkey for the second step; null = none is set up. */
  readonly passkeyRequest: string | null;
  readonly send: (typed: Typed) => Promise<void>;
  /** The second step by a passkey. */
  readonly sendWithPasskey: (typed: Typed, request: string) => Promise<void>;
  /** Both steps by a passkey alone. */
  readonly enterByPasskey: () => Promise<void>;
}

interface Answer {
  readonly viewer: { readonly accountId: string } | null;
  readonly userErrors: readonly RefusalFragment[];
  readonly passkeyRequest?: string | null;
}

/** Signs in and says to whom the session now belongs. */
export function useSignIn(onSignedIn: (accountId: string) => void): SignIn {
  const client = useClient();
  const [state, setState] = useState<SignInState>({ kind: 'ready' });
  const [passkeyRequest, setPasskeyRequest] = useState<string | null>(null);
  const settle = (answer: Answer | undefined): void => {
    setPasskeyRequest(answer?.passkeyRequest ?? null);
    const refusal = answer?.userErrors[0];
    if (refusal !== undefined) return setState({ kind: 'refused', refusal });
    const viewer = answer?.viewer;
    if (viewer === undefined || viewer === null) return setState({ kind: 'failed' });
    setState({ kind: 'ready' });
    onSignedIn(viewer.accountId);
  };
  const send = async (typed: Typed, passkey: string | null = null): Promise<void> => {
    setState({ kind: 'sending' });
    const { data } = await client.mutation(SignInDocument, { ...typed, passkey }).toPromise();
    settle(data?.signIn);
  };
  const sendWithPasskey = async (typed: Typed, request: string): Promise<void> => {
    setState({ kind: 'sending' });
    const asked = await askPasskeyFor(request);
    if (asked.kind === 'answered') return send(typed, asked.answer);
    setState({ kind: 'left' });
  };
  const enterByPasskey = async (): Promise<void> => {
    setState({ kind: 'sending' });
    const begun = (await client.mutation(BeginPasskeySignInDocument, {}).toPromise()).data?.beginPasskeySignIn;
    const request = begun?.request ?? null;
    if (request === null)
      return settle(begun === undefined ? undefined : { viewer: null, userErrors: begun.userErrors });
    const asked = await askPasskeyFor(request);
    if (asked.kind === 'left') return setState({ kind: 'left' });
    const { data } = await client.mutation(SignInWithPasskeyDocument, { answer: asked.answer }).toPromise();
    settle(data?.signInWithPasskey);
  };
  return { state, passkeyRequest, send: (typed) => send(typed), sendWithPasskey, enterByPasskey };
}
