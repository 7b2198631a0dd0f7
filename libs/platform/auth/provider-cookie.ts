import { createHmac } from 'node:crypto';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../clock/clock';
import { seal, unseal } from '../crypto/envelope';

const flows = z.object({
  kind: z.literal('flow'),
  /** Whose account is to be linked, and in which session (SHA-256, base64url); null while somebody signs in. */
  link: z.object({ accountId: z.string(), session: z.string() }).nullable(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
});

const steps = z.object({
  kind: z.literal('step'),
  /** Of the link by which she came, not of her account: what was unlinked in between opens nothing. */
  linkId: z.string(),
});

const contents = z.object({ until: z.number(), what: z.discriminatedUnion('kind', [flows, steps]) });

/** What a browser keeps while its owner is at the provider. */
export type ProviderFlow = z.infer<typeof flows>;

/** What it keeps between the provider's answer and the second step. */
export type ProviderStep = z.infer<typeof steps>;

/** Ten minutes at the provider; five for the second step. */
const MINUTES = { flow: 10, step: 5 } as const;
const BOUND = 'provider-cookie';

/**
 * Binds a sign-in through the provider to the browser in which it began: sealed, so that nobody reads or makes one, and
 * short-lived. `__Host-provider` (Secure) where the platform is served over https.
 */
export class ProviderCookie {
  private readonly name: string;
  private readonly isSecure: boolean;

  constructor(
    servedOrigin: string | undefined,
    private readonly secret: () => Buffer,
    private readonly clock: Clock,
  ) {
    this.isSecure = servedOrigin?.startsWith('https://') ?? false;
    this.name = this.isSecure ? '__Host-provider' : 'provider';
  }

  /** What this browser keeps; null where it keeps nothing, something else, something forged or something too old. */
  read<K extends 'flow' | 'step'>(
    request: FastifyRequest,
    kind: K,
  ): Extract<ProviderFlow | ProviderStep, { kind: K }> | null {
    const given = request.cookies[this.name];
    const plain = given === undefined ? null : this.opened(Buffer.from(given, 'base64url'));
    const read = contents.safeParse(plain);
    if (!read.success || read.data.until <= this.clock.now().getTime() || read.data.what.kind !== kind) return null;
    return read.data.what as Extract<ProviderFlow | ProviderStep, { kind: K }>;
  }

  /** Lets the browser keep it, instead of what it kept. */
  write(reply: FastifyReply, what: ProviderFlow | ProviderStep): void {
    const maxAge = MINUTES[what.kind] * 60;
    const until = this.clock.now().getTime() + maxAge * 1_000;
    const sealed = seal(this.key(), Buffer.from(JSON.stringify({ until, what })), BOUND);
    void reply.setCookie(this.name, sealed.toString('base64url'), { ...this.attributes(), maxAge });
  }

  /** Takes it away: it serves once. */
  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes());
  }

  private opened(sealed: Buffer): unknown {
    try {
      return JSON.parse(unseal(this.key(), sealed, BOUND).toString('utf8'));
    } catch {
      return null; // forged, torn, or sealed under another key: nothing in here reads or writes anything else
    }
  }

  private key(): Buffer {
    return createHmac('sha256', this.secret()).update(BOUND).digest();
  }

  private attributes(): { path: string; httpOnly: boolean; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.isSecure };
  }
}
