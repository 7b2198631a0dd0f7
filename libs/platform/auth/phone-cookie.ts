import { createHash, randomBytes } from 'node:crypto';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const MAX_AGE_SECONDS = 400 * 86_400;

/** Names a phone by an opaque 256-bit id: the six digits that a person chose there work with it and nowhere else. */
export class PhoneCookie {
  private readonly name: string;
  private readonly isSecure: boolean;

  constructor(servedOrigin: string | undefined) {
    this.isSecure = servedOrigin?.startsWith('https://') ?? false;
    this.name = this.isSecure ? '__Host-phone' : 'phone';
  }

  /** SHA-256 of the phone's id, 32 bytes; null where this browser never got one. */
  read(request: FastifyRequest): Buffer | null {
    const id = request.cookies[this.name];
    return id === undefined || id === '' ? null : hashOf(id);
  }

  /** Gives the phone its id, or keeps the one it has; the hash is what is stored. */
  keep(request: FastifyRequest, reply: FastifyReply): Buffer {
    const id = request.cookies[this.name] ?? randomBytes(32).toString('base64url');
    void reply.setCookie(this.name, id, { ...this.attributes(), maxAge: MAX_AGE_SECONDS });
    return hashOf(id);
  }

  /** Takes the id away. */
  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes());
  }

  private attributes(): { path: string; httpOnly: boolean; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.isSecure };
  }
}

const hashOf = (id: string): Buffer => createHash('sha256').update(id).digest();
