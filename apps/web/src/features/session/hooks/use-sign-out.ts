import { useClient } from 'urql';
import { SignOutDocument } from '@contract/gql';

/** Ends the session and opens the sign-in page anew, so that nothing that was read stays in memory. */
export function useSignOut(): () => Promise<void> {
  const client = useClient();
  return async () => {
    await client.mutation(SignOutDocument, {}).toPromise();
    window.location.assign('/sign-in');
  };
}
