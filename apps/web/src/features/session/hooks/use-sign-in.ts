import { useState } from 'react';
import { useClient } from 'urql';
import { SignInDocument, type RefusalFragment } from '@contract/gql';

type SignInState =
  { readonly kind: 'ready' | 'sending' | 'failed' } | { readonly kind: 'refused'; readonly refusal: RefusalFragment };

export interface SignIn {
  readonly state: SignInState;
  readonly send: (login: string, password: string, code: string | null) => Promise<void>;
}

/** Signs in and says to whom the session now belongs. */
export function useSignIn(onSignedIn: (accountId: string) => void): SignIn {
  const client = useClient();
  const [state, setState] = useState<SignInState>({ kind: 'ready' });
  const send = async (login: string, password: string, code: string | null): Promise<void> => {
    setState({ kind: 'sending' });
    const { data } = await client.mutation(SignInDocument, { login, password, code }).toPromise();
    const refusal = data?.signIn.userErrors[0];
    if (refusal !== undefined) return setState({ kind: 'refused', refusal });
    const viewer = data?.signIn.viewer;
    if (viewer === undefined || viewer === null) return setState({ kind: 'failed' });
    setState({ kind: 'ready' });
    onSignedIn(viewer.accountId);
  };
  return { state, send };
}
