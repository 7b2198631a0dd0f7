import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const MAX_AGE_SECONDS = 180 * 86_400;

/**
 * Remembers that somebody signed in to an account from this browser: a random id with its seal for that account. It
 * opens nothing; it only keeps strangers' failures from slowing this browser down.
 */
export class DeviceCookie {
  private readonly name: string;
  private readonly isSecure: boolean;

  constructor(
    servedOrigin: string | undefined,
    private readonly secret: () => Buffer,
  ) {
    this.isSecure = servedOrigin?.startsWith('https://') ?? false;
    this.name = this.isSecure ? '__Host-device' : 'device';
  }

  /** The id of the device, where it signed in to this account before; else null. */
  read(request: FastifyRequest, accountId: string): string | null {
    const [id = '', seal = ''] = (request.cookies[this.name] ?? '').split('.');
    const expected = this.sealOf(accountId, id);
    const given = Buffer.from(seal, 'base64url');
    return id !== '' && given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
  }

  /** Marks the browser as one from which somebody signed in to this account. */
  write(reply: FastifyReply, accountId: string): void {
    const id = randomBytes(16).toString('base64url');
    const value = `${id}.${this.sealOf(accountId, id).toString('base64url')}`;
    const { isSecure: secure } = this;
    void reply.setCookie(this.name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: MAX_AGE_SECONDS,
    });
  }

  private sealOf(accountId: string, id: string): Buffer {
    return createHmac('sha256', this.secret()).update(`device\0${accountId}\0${id}`).digest();
  }
}
