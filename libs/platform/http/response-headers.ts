import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** What the headers depend on. */
export interface HeaderFacts {
  /** True where the served address is https. */
  readonly isSecure: boolean;
}

const ONE_YEAR_SECONDS = 31_536_000;

/** Helmet has no word for it: nothing here needs the camera, the place or the microphone. */
const PERMISSIONS = 'camera=(), geolocation=(), microphone=()';

/** An answer that is no page runs and loads nothing, wherever a browser may open it. */
const NO_PAGE = { useDefaults: false, directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] } };

/** Sets the headers of every answer, refusals among them: register it before any hook that may refuse. */
export async function setResponseHeaders(server: FastifyInstance, { isSecure }: HeaderFacts): Promise<void> {
  await server.register(fastifyHelmet, {
    contentSecurityPolicy: NO_PAGE,
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: isSecure ? { maxAge: ONE_YEAR_SECONDS, includeSubDomains: true } : false,
  });
  server.addHook('onRequest', async (_, reply) => void reply.header('permissions-policy', PERMISSIONS));
}

/** Gives a page its own policy: only scripts and styles that carry the nonce. antd writes style attributes, hence style-src-attr. */
export function setPagePolicy(reply: FastifyReply, nonce: string, { isSecure }: HeaderFacts): void {
  const directives = {
    'default-src': ["'none'"],
    'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'"],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    ...(isSecure ? { 'upgrade-insecure-requests': [] } : {}),
  };
  void reply.helmet({ contentSecurityPolicy: { useDefaults: false, directives } });
}

/** The explorer's own page brings scripts of its own; it is never shown in production. */
export const dropPolicy = (reply: FastifyReply): void => reply.raw.removeHeader('content-security-policy');
