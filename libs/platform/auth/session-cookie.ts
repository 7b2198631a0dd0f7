import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How long a browser keeps the cookie; the server's own limits are shorter. */
const MAX_AGE_SECONDS = 12 * 3_600;

/**
 * The session cookie: `__Host-sid` (Secure) where the platform is served over https, plain `sid` on
 * http://localhost, where browsers refuse the prefix.
 */
export class SessionCookie {
  private readonly name: string;
  private readonly isSecure: boolean;

  constructor(servedOrigin: string | undefined) {
    this.isSecure = servedOrigin?.startsWith('https://') ?? false;
    this.name = this.isSecure ? '__Host-sid' : 'sid';
  }

  /** The session id that the browser sent, or null. */
  read(request: FastifyRequest): string | null {
    return request.cookies[this.name] ?? null;
  }

  /** Hands a new session id to the browser. */
  write(reply: FastifyReply, sid: string, maxAgeSeconds = MAX_AGE_SECONDS): void {
    void reply.setCookie(this.name, sid, { ...this.attributes(), maxAge: maxAgeSeconds });
  }

  /** Takes the session id away from the browser. */
  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes());
  }

  private attributes(): { path: string; httpOnly: boolean; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.isSecure };
  }
}
