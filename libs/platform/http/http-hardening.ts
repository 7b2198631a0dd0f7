import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, statusOf, type AppErrorCode } from '../auth/app-error';

/** Methods that change nothing. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Answers a request with one code and its sentence. */
export function answerError(reply: FastifyReply, code: AppErrorCode): FastifyReply {
  return reply.status(statusOf[code]).send({ errors: [{ message: new AppError(code).message, extensions: { code } }] });
}

/**
 * Checks every request before routing: a changing one must come from the served address (or carry no Origin) and, for
 * GraphQL, be application/json: the content type is the guard against forged cross-site requests.
 */
export function hardenHttp(server: FastifyInstance, servedOrigin: () => string): void {
  server.addHook('onRequest', async (request, reply) => {
    for (const [name, value] of Object.entries(HEADERS)) void reply.header(name, value);
    if (SAFE.has(request.method)) return;
    if (!isOwnOrigin(request, servedOrigin())) return answerError(reply, 'FORBIDDEN');
    if (request.url.startsWith('/graphql') && !isJson(request)) return answerError(reply, 'MALFORMED');
    return;
  });
}

function isOwnOrigin(request: FastifyRequest, servedOrigin: string): boolean {
  const { origin } = request.headers;
  return origin === undefined || origin === servedOrigin;
}

const isJson = (request: FastifyRequest): boolean =>
  /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
