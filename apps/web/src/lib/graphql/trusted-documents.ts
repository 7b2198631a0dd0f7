import { makeOperation, mapExchange, type Exchange, type Operation } from 'urql';

interface NamedDocument {
  readonly __meta__?: { readonly hash?: string };
}

/** The page says whether the server takes the text of a document; the development server has no such line. */
export function sendsDocumentText(): boolean {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="trusted-documents"]');
  return meta === null ? import.meta.env.DEV : meta.content === 'off';
}

function named(operation: Operation): Operation {
  const hash = (operation.query as NamedDocument).__meta__?.hash;
  if (hash === undefined || operation.kind === 'teardown') return operation;
  const query = { kind: 'Document', definitions: [], documentId: hash };
  return makeOperation(operation.kind, { ...operation, query: query as unknown as Operation['query'] });
}

/** Sends the name of a document, `{documentId, variables}`, instead of its text. */
export const trustedDocumentsExchange = (): Exchange => mapExchange({ onOperation: named });
