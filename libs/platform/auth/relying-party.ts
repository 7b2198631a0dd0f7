import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** For whom a passkey is made: the host name, and the address of the pages that may ask for it. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/** Knows under which address this platform is served. */
export class RelyingParties {
  constructor(private readonly servedOrigin: string | undefined) {}

  /** The platform as browsers know it; null where they offer no passkeys: on an IP address, or without TLS elsewhere than on localhost. */
  of(request: FastifyRequest): RelyingParty | null {
    const { hostname, protocol, origin } = new URL(this.originOf(request));
    const isSecure = protocol === 'https:' || hostname === 'localhost';
    return isSecure && isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? { id: hostname, origin } : null;
  }

  /** The address under which this platform is served: never what a caller says it is. */
  originOf(request: FastifyRequest): string {
    return new URL(this.servedOrigin ?? `http://localhost:${String(request.socket.localPort)}`).origin;
  }
}
