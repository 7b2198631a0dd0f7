import { existsSync, readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { answerError } from './http-hardening';

interface DocumentRequest {
  readonly documentId?: unknown;
  readonly query?: unknown;
  readonly variables?: unknown;
}

const PREFIX = 'sha256:';

/**
 * Answers only documents that were built with the web: a request names one by `documentId: "sha256:<hex>"`. Without
 * `isRequired` a document's text may be sent as well. Throws at start where the manifest is missing but required.
 */
export function trustDocuments(server: FastifyInstance, manifestPath: string, isRequired: boolean): void {
  const documents = readManifest(manifestPath, isRequired);
  server.addHook('preHandler', async (request, reply) => {
    if (!request.url.startsWith('/graphql') || request.method !== 'POST') return;
    const body = request.body as DocumentRequest | null;
    if (body === null || typeof body !== 'object' || Array.isArray(body)) return answerError(reply, 'MALFORMED');
    if (body.documentId === undefined) return isRequired ? answerError(reply, 'UNKNOWN_DOCUMENT') : undefined;
    const query = typeof body.documentId === 'string' ? documents.get(body.documentId) : undefined;
    if (query === undefined) return answerError(reply, 'UNKNOWN_DOCUMENT');
    request.body = { query, variables: body.variables };
    return;
  });
}

function readManifest(path: string, isRequired: boolean): ReadonlyMap<string, string> {
  if (!existsSync(path)) {
    if (isRequired) throw new Error(`The manifest of trusted documents is missing: ${path}`);
    return new Map();
  }
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  return new Map(Object.entries(manifest).map(([id, text]) => [id.startsWith(PREFIX) ? id : PREFIX + id, text]));
}
