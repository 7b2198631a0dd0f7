import { cacheExchange, Client, fetchExchange, mapExchange, type CombinedError } from 'urql';
import { Refresh } from './refresh';
import { sendsDocumentText, trustedDocumentsExchange } from './trusted-documents';

/** The codes by which the server says that nobody is signed in. */
const SIGNED_OUT_CODE = 'NOT_AUTHENTICATED';

/** The codes that look the same to a person: nothing here for you. */
const NOT_HERE_CODES: ReadonlySet<string> = new Set(['FORBIDDEN', 'NOT_FOUND']);

const codesOf = (error: CombinedError): readonly unknown[] =>
  error.graphQLErrors.map(({ extensions }) => extensions['code']);

export const isSignedOut = (error: CombinedError): boolean => codesOf(error).includes(SIGNED_OUT_CODE);

export const isNotHere = (error: CombinedError): boolean =>
  codesOf(error).some((code) => typeof code === 'string' && NOT_HERE_CODES.has(code));

export interface GraphQLConnection {
  readonly client: Client;
  readonly refresh: Refresh;
}

/** One connection for one sign-in: what it has read is forgotten with it. */
export function connect(onSignedOut: () => void): GraphQLConnection {
  const refresh = new Refresh();
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [
      mapExchange({ onError: (error) => (isSignedOut(error) ? onSignedOut() : undefined) }),
      refresh.exchange,
      cacheExchange,
      ...(sendsDocumentText() ? [] : [trustedDocumentsExchange()]),
      fetchExchange,
    ],
  });
  refresh.attach(client);
  return { client, refresh };
}
