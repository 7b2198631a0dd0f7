import { existsSync, readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DOCUMENT_LIMITS, exceededLimit } from '../graphql/limits/document-limits';
import { answerError, isGraphql } from './http-hardening';

interface DocumentRequest {
  readonly documentId?: unknown;
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
}

/** How documents are answered. */
export interface DocumentRules {
  readonly manifestPath: string;
  /** True: only documents that were built with the web. */
  readonly isRequired: boolean;
  /** True while the schema may be explored: the explorer's own question is deeper than any limit. */
  readonly isExploring: boolean;
}

const PREFIX = 'sha256:';

/**
 * Answers only documents that were built with the web: a request names one by `documentId: "sha256:<hex>"`. Without
 * `isRequired` a document's text may be sent as well. The limits hold for both. Throws at start where the manifest is
 * missing but required, or holds a document beyond a limit.
 */
export function trustDocuments(server: FastifyInstance, rules: DocumentRules): void {
  const documents = readManifest(rules);
  server.addHook('preHandler', async (request, reply) => {
    if (!isGraphql(request) || request.method !== 'POST') return;
    const body = request.body as DocumentRequest | null;
    if (body === null || typeof body !== 'object' || Array.isArray(body)) return answerError(reply, 'MALFORMED');
    if (body.documentId === undefined) return checkText(request, reply, body, rules);
    const query = typeof body.documentId === 'string' ? documents.get(body.documentId) : undefined;
    if (query === undefined) return answerError(reply, 'UNKNOWN_DOCUMENT');
    request.body = { query, variables: body.variables ?? null };
    return;
  });
}

function checkText(
  request: FastifyRequest,
  reply: FastifyReply,
  { query, variables, operationName }: DocumentRequest,
  { isRequired, isExploring }: DocumentRules,
): FastifyReply | undefined {
  if (isRequired) return answerError(reply, 'UNKNOWN_DOCUMENT');
  if (typeof query !== 'string') return answerError(reply, 'MALFORMED');
  const exceeded = isExploring && operationName === 'IntrospectionQuery' ? null : exceededLimit(query);
  if (exceeded !== null)
    return answerError(reply, 'LIMIT_EXCEEDED', { limit: exceeded, most: DOCUMENT_LIMITS[exceeded] });
  request.body = { query, variables: variables ?? null, operationName: operationName ?? null }; // no extensions: nothing else in a request is read
  return undefined;
}

function readManifest({ manifestPath, isRequired }: DocumentRules): ReadonlyMap<string, string> {
  if (!existsSync(manifestPath)) {
    if (isRequired) throw new Error(`The manifest of trusted documents is missing: ${manifestPath}`);
    return new Map();
  }
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Record<string, string>;
  for (const [id, text] of Object.entries(manifest)) {
    const exceeded = exceededLimit(text);
    if (exceeded !== null) throw new Error(`The trusted document ${id} exceeds a limit: ${exceeded}.`);
  }
  return new Map(Object.entries(manifest).map(([id, text]) => [id.startsWith(PREFIX) ? id : PREFIX + id, text]));
}
