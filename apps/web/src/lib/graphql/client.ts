import { cacheExchange, Client, fetchExchange, mapExchange, type CombinedError } from 'urql';
import { patientFetch } from '../session/interruptions';
import { Refresh } from './refresh';
import { sendsDocumentText, trustedDocumentsExchange } from './trusted-documents';

/** The codes that look the same to a person: nothing here for you. */
const NOT_HERE_CODES: ReadonlySet<string> = new Set(['FORBIDDEN', 'NOT_FOUND']);

const codesOf = (error: CombinedError): readonly unknown[] =>
  error.graphQLErrors.map(({ extensions }) => extensions['code']);

/** The code by which the server asks a remembered phone for its digits. */
const PIN_CODE = 'PIN_REQUIRED';

export const isNotHere = (error: CombinedError): boolean =>
  codesOf(error).some((code) => typeof code === 'string' && NOT_HERE_CODES.has(code));

export interface GraphQLConnection {
  readonly client: Client;
  readonly refresh: Refresh;
}

/** One connection for one sign-in: what it has read is forgotten with it. */
export function connect(): GraphQLConnection {
  const refresh = new Refresh();
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: patientFetch,
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (codesOf(error).includes(PIN_CODE)) refresh.soon(); // the viewer says it, and the page asks for the digits
        },
      }),
      refresh.exchange,
      cacheExchange,
      ...(sendsDocumentText() ? [] : [trustedDocumentsExchange()]),
      fetchExchange,
    ],
  });
  refresh.attach(client);
  return { client, refresh };
}
