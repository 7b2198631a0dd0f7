import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { closingOptions } from './answer-before-closing';
import { answerError, routeOf } from './http-hardening';

/** How long a caller may take and how much of the process she may hold; none of it depends on what she asks. */
export const CONNECTION_LIMITS = {
  /** Until the last header is there. */
  headersMs: 10_000,
  /** Until the whole of a question is there; it has 64 KiB at most. */
  bodyMs: 10_000,
  /** Until the whole of a file is there: 20 MiB over a slow line in the country. */
  fileMs: 300_000,
  /** Between two questions on one connection; above the 60 s after which usual proxies let go first. */
  keepAliveMs: 65_000,
  headerBytes: 16_384,
  connections: 2_000,
} as const satisfies Readonly<Record<string, number>>;

/** Addresses that take files. */
const TAKES_FILES = /^\/(files|imports)\b/;

/** Options of the HTTP server that end slow, oversize and idle connections, and at its own end the idle ones at once. */
export const connectionOptions = {
  ...closingOptions,
  requestTimeout: CONNECTION_LIMITS.fileMs,
  keepAliveTimeout: CONNECTION_LIMITS.keepAliveMs,
  http: {
    headersTimeout: CONNECTION_LIMITS.headersMs,
    maxHeaderSize: CONNECTION_LIMITS.headerBytes,
    connectionsCheckingInterval: 2_000,
  },
} as const satisfies FastifyServerOptions & { http: object };

/**
 * Bounds the connections of the process, and the time in which a question must be complete: a body that comes byte by
 * byte is answered 408 and its connection closed.
 */
export function limitConnections(
  server: FastifyInstance,
  { connections, bodyMs }: { readonly connections: number; readonly bodyMs: number } = CONNECTION_LIMITS,
): void {
  server.server.maxConnections = connections;
  const deadlines = new WeakMap<object, NodeJS.Timeout>();
  server.addHook('onRequest', async (request, reply) => {
    if (TAKES_FILES.test(routeOf(request)) || !hasBody(request.headers)) return;
    const deadline = setTimeout(() => {
      void answerError(reply.header('connection', 'close'), 'TOO_SLOW');
    }, bodyMs);
    deadlines.set(request, deadline.unref());
  });
  const arrived = async (request: object): Promise<void> => clearTimeout(deadlines.get(request));
  server.addHook('preValidation', arrived);
  server.addHook('onResponse', arrived);
  server.addHook('onRequestAbort', arrived);
}

const hasBody = (headers: Readonly<Record<string, unknown>>): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
