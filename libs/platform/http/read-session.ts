import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '#domain/common/actor';
import type { SessionCookie } from '../auth/session-cookie';
import type { SessionRecord } from '../auth/session-record';
import type { Sessions } from '../auth/sessions';
import { isGraphql, routeOf } from './http-hardening';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who holds the request's session; null before sign-in. */
    session: SessionRecord | null;
    /** The session's actor; null before sign-in. */
    actor: Actor | null;
  }
}

/** Routes that need not know who asks: the built web, health, and what is not there. Every other one does, a new one too. */
const ASKS_NOBODY = /^$|^\/\*$|^\/(assets|health)(\/|$)/;

/** What a page asks by itself carries this header: it keeps no session alive. */
export const BACKGROUND_HEADER = 'x-tonggong-background';

/** The stream of what changed is the page's own doing, too, and a browser reopens it for ever. */
const isByHand = (request: FastifyRequest): boolean =>
  request.headers[BACKGROUND_HEADER] === undefined && !/^\/live\b/.test(routeOf(request));

/**
 * Reads the session of each request that asks for something, before any handler: of a question to GraphQL only once it is
 * whole and nothing was wrong with it, so that a flood of malformed ones costs no connection to the database and a slow
 * database is not taken for a slow caller. Call it after whatever refuses questions by their form.
 */
export function readSession(server: FastifyInstance, sessions: Sessions, cookie: SessionCookie): void {
  server.decorateRequest('session', null);
  server.decorateRequest('actor', null);
  const read = async (request: FastifyRequest): Promise<void> => {
    const sid = ASKS_NOBODY.test(routeOf(request)) ? null : cookie.read(request);
    request.session = sid === null ? null : await sessions.read(sid, isByHand(request));
    request.actor = request.session?.actor ?? null;
  };
  server.addHook('preParsing', async (request) => (isGraphql(request) ? undefined : read(request)));
  server.addHook('preHandler', async (request) => (isGraphql(request) ? read(request) : undefined));
}
