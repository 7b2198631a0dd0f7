import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, statusOf, type AppErrorCode } from '../auth/app-error';
import { dropPolicy } from './response-headers';

/** Methods that change nothing. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** How the surface is served. */
export interface HttpSurface {
  readonly servedOrigin: () => string;
  /** True while the schema may be explored: GraphiQL answers GET. */
  readonly isExploring: boolean;
}

/** The routed address, never the written one: `/%67raphql` is routed to /graphql as well. */
export const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? '';

/** True for requests that end at the GraphQL endpoint, however their address is written. */
export const isGraphql = (request: FastifyRequest): boolean => /^\/graphql\/?$/.test(routeOf(request));

/** Answers a request with one code and its sentence; `details` are constants, never what was sent. */
export function answerError(
  reply: FastifyReply,
  code: AppErrorCode,
  details: Readonly<Record<string, string | number>> = {},
): FastifyReply {
  const { message } = new AppError(code);
  return reply.status(statusOf[code]).send({ errors: [{ message, extensions: { code, ...details } }] });
}

/**
 * Checks every request before its body is read: a changing one must come from the served address (or carry no Origin),
 * and GraphQL is POST, application/json and not compressed: the content type is the guard against forged cross-site
 * requests, and a body that is never inflated cannot grow.
 */
export function hardenHttp(server: FastifyInstance, surface: HttpSurface): void {
  server.addHook('onRequest', async (request, reply) => {
    if (isGraphql(request)) void reply.header('cache-control', 'no-store');
    if (isGraphql(request) && surface.isExploring) dropPolicy(reply);
    if (isGraphql(request) && request.method !== 'POST' && !(surface.isExploring && request.method === 'GET'))
      return answerError(reply.header('allow', 'POST'), 'METHOD_NOT_ALLOWED');
    if (SAFE.has(request.method)) return;
    if (!isOwnOrigin(request, surface.servedOrigin())) return answerError(reply, 'FORBIDDEN');
    if (isGraphql(request) && !isPlainJson(request)) return answerError(reply, 'UNSUPPORTED_MEDIA');
    return;
  });
}

function isOwnOrigin(request: FastifyRequest, servedOrigin: string): boolean {
  const { origin } = request.headers;
  return origin === undefined || origin === servedOrigin;
}

const isPlainJson = ({ headers }: FastifyRequest): boolean =>
  /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '') &&
  ['', 'identity'].includes(headers['content-encoding'] ?? '');
