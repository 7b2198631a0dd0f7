import { createHmac } from 'node:crypto';
import type { Configuration, IDToken } from 'openid-client';
import type { ProviderConfig } from '../config/provider-settings';
import type { Logger } from '../logging/logger';
import type { ProviderFlow } from './provider-cookie';
import { codeOfFault, providerFaultOf, type ProviderFault } from './provider-fault';

/** Where the provider sends people back to. */
export const PROVIDER_CALLBACK = '/auth/provider/callback';

/** A way to the provider, and what the browser keeps until it comes back. */
export interface ProviderBegun {
  readonly url: string;
  readonly flow: ProviderFlow;
}

/** Who somebody is at the provider. */
export interface ProvedIdentity {
  readonly issuer: string;
  /** Keyed digest of issuer and subject, 32 bytes: who the provider means cannot be read from it. */
  readonly digest: Buffer;
  /** The provider says that a second factor was used, in words that the operator believes. */
  readonly isStrong: boolean;
}

/** What the provider's answer is worth. */
export type ProviderAnswer =
  { readonly kind: 'proved'; readonly identity: ProvedIdentity } | { readonly kind: ProviderFault };

const TIMEOUT_SECONDS = 10;
const METADATA_MS = 3_600_000;
/**
 * People prove themselves to the provider each time, and its answer says when: an office computer that was left alone
 * is no way in, only because its browser is still known there.
 */
const FRESH_SECONDS = 300;

/**
 * The sign-in provider (OpenID Connect): authorization code flow with PKCE, state and nonce. Signatures of its answers
 * are always checked, over TLS too.
 */
export class SignInProvider {
  private known: { readonly until: number; readonly metadata: Promise<Configuration> } | null = null;

  /** `key` makes the digests. */
  constructor(
    private readonly config: ProviderConfig,
    private readonly key: () => Buffer,
    private readonly log: Logger,
  ) {}

  /** What the button calls it. */
  get label(): string {
    return this.config.label;
  }

  /** The way to the provider for a browser at `origin`; a fault where it cannot be asked. */
  async begin(origin: string, link: ProviderFlow['link']): Promise<ProviderBegun | ProviderFault> {
    return this.asked(async () => {
      const client = await import('openid-client');
      const metadata = await this.metadata();
      const verifier = client.randomPKCECodeVerifier();
      const flow = { kind: 'flow', link, verifier, state: client.randomState(), nonce: client.randomNonce() } as const;
      const url = client.buildAuthorizationUrl(metadata, {
        redirect_uri: origin + PROVIDER_CALLBACK,
        scope: 'openid',
        prompt: 'login',
        max_age: String(FRESH_SECONDS),
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(this.config.contexts.length > 0 ? { acr_values: this.config.contexts.join(' ') } : {}),
      });
      return { url: url.href, flow };
    });
  }

  /** Exchanges what came back, `search` of the address, for who she is there. */
  async finish(origin: string, search: string, flow: ProviderFlow): Promise<ProviderAnswer> {
    const answer = await this.asked(async () => {
      const client = await import('openid-client');
      const url = new URL(origin + PROVIDER_CALLBACK + search);
      const tokens = await client.authorizationCodeGrant(await this.metadata(), url, {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        maxAge: FRESH_SECONDS,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      return claims === undefined ? 'refused' : this.identityOf(claims);
    });
    return typeof answer === 'string' ? { kind: answer } : { kind: 'proved', identity: answer };
  }

  private identityOf({ iss, sub, amr, acr }: IDToken): ProvedIdentity {
    const methods: readonly unknown[] = Array.isArray(amr) ? amr : [];
    return {
      issuer: iss,
      digest: createHmac('sha256', this.key()).update(`provider\0${iss}\0${sub}`).digest(),
      isStrong:
        this.config.methods.some((method) => methods.includes(method)) ||
        (typeof acr === 'string' && this.config.contexts.includes(acr)),
    };
  }

  /** Asked for once an hour; a failure is forgotten at once. */
  private async metadata(): Promise<Configuration> {
    if (this.known === null || this.known.until <= performance.now())
      this.known = { until: performance.now() + METADATA_MS, metadata: this.discover() };
    const { metadata } = this.known;
    try {
      return await metadata;
    } catch (error) {
      this.known = null;
      throw error;
    }
  }

  private async discover(): Promise<Configuration> {
    const client = await import('openid-client');
    const { issuer, clientId, clientSecret } = this.config;
    const isPlain = issuer.startsWith('http:');
    const execute = [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])];
    const found = await client.discovery(new URL(issuer), clientId, undefined, client.None(), {
      timeout: TIMEOUT_SECONDS,
      execute,
    });
    const server = found.serverMetadata();
    const takesBasic = (server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']).includes(
      'client_secret_basic',
    );
    const way = takesBasic ? client.ClientSecretBasic(clientSecret) : client.ClientSecretPost(clientSecret);
    const metadata = new client.Configuration(server, clientId, undefined, way);
    metadata.timeout = TIMEOUT_SECONDS;
    for (const extend of execute) extend(metadata);
    return metadata;
  }

  private async asked<T>(work: () => Promise<T>): Promise<T | ProviderFault> {
    try {
      return await work();
    } catch (error) {
      const fault = providerFaultOf(error);
      if (fault === null) throw error;
      this.log.warn('the sign-in provider’s answer opens nothing', { code: codeOfFault(error) });
      return fault;
    }
  }
}

/** The sign-in provider, or null where the operator named none. */
export class SignInProviders {
  constructor(readonly provider: SignInProvider | null) {}
}
