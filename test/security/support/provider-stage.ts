import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ListenedChild } from '#testing/listened-child';

const PROGRAM = path.join(__dirname, 'sign-in-provider.mjs');
const CLIENT_ID = 'tonggong';

/** A sign-in provider in a process of its own. */
export interface ProviderProcess {
  readonly issuer: string;
  /** What the API has to be told about it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where it may send people back to. */
  openFor(redirectUri: string): Promise<void>;
  /** How its next answers are spoilt; 'honest' = not at all. */
  answer(mode: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it; its secret goes into a file in `folder`. */
export async function providerProcess(folder: string): Promise<ProviderProcess> {
  const secret = randomBytes(24).toString('base64url');
  const secretFile = path.join(folder, 'provider-secret');
  await writeFile(secretFile, secret, { mode: 0o600 });
  const child = new ListenedChild(
    'The sign-in provider',
    fork(PROGRAM, [], {
      env: { ...process.env, OIDC_CLIENT_ID: CLIENT_ID, OIDC_CLIENT_SECRET: secret },
      execArgv: [],
      silent: true, // it warns about http on the loopback address
    }),
  );
  const { issuer } = await heardFirst(child);
  return {
    issuer,
    environment: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: CLIENT_ID, OIDC_CLIENT_SECRET_FILE: secretFile },
    openFor: (redirectUri) => child.tell('opening for a redirect address', { redirectUri }),
    answer: (mode) => child.tell(`answering ${mode} from now on`, { mode }),
    stop: () => child.stop('SIGKILL'),
  };
}

async function heardFirst(child: ListenedChild): Promise<{ readonly issuer: string }> {
  try {
    return await child.said('saying its address');
  } catch (error) {
    await child.stop('SIGKILL'); // nobody holds it who could stop it later
    throw error;
  }
}

/** An answer as a browser gets it, before it follows a redirect. */
export interface Visit {
  readonly status: number;
  readonly location: string;
  readonly text: string;
  readonly cookies: readonly string[];
}

/** A browser without a screen: cookies per host, redirects one by one. */
export class PlainBrowser {
  private readonly jars = new Map<string, Map<string, string>>();

  constructor(private readonly baseUrl: string) {}

  /** Asks the API. */
  async ask<T>(query: string, variables: object = {}): Promise<T> {
    const body = JSON.stringify({ query, variables });
    const { text } = await this.visit(`${this.baseUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { data, errors } = JSON.parse(text) as { data: Record<string, T> | null; errors?: { extensions: object }[] };
    if (errors !== undefined) return { userErrors: errors.map(({ extensions }) => extensions) } as T;
    return Object.values(data ?? {})[0] as T;
  }

  /** Opens an address of this platform, wherever it says it is. */
  home(url: string): Promise<Visit> {
    const { pathname, search } = new URL(url, this.baseUrl);
    return this.visit(this.baseUrl + pathname + search);
  }

  /** Goes through the provider's pages as `login`, or leaves them; gives the address to which it sends her back. */
  async atProvider(url: string, login: string | null): Promise<string> {
    const { origin } = new URL(url);
    let visit = await this.visit(url);
    while (visit.status !== 200) {
      const next = new URL(visit.location, origin);
      if (next.origin !== origin) return next.href;
      visit = await this.visit(next.href);
      if (visit.status === 200) visit = await this.answerForm(origin, visit.text, login);
    }
    throw new Error(`The provider shows a page that nobody expects: ${visit.text}`);
  }

  /** Whether there is a cookie of this name for the platform. */
  has(name: string): boolean {
    return this.jars.get(new URL(this.baseUrl).host)?.has(name) ?? false;
  }

  /** The platform's cookies, to look at or to plant. */
  get jar(): Map<string, string> {
    const { host } = new URL(this.baseUrl);
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    return jar;
  }

  private answerForm(origin: string, html: string, login: string | null): Promise<Visit> {
    const [, action = ''] = (login === null ? /action="([^"]+\/abort)"/ : /action="([^"]+)"/).exec(html) ?? [];
    return this.visit(origin + action, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ login: login ?? '' }).toString(),
    });
  }

  private async visit(
    url: string,
    init: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<Visit> {
    const { host } = new URL(url);
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, ...(cookie === '' ? {} : { cookie }) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    const cookies = response.headers.getSetCookie();
    for (const set of cookies) keep(jar, set);
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      text: await response.text(),
      cookies,
    };
  }
}

function keep(jar: Map<string, string>, setCookie: string): void {
  const [pair = ''] = setCookie.split(';');
  const at = pair.indexOf('=');
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  if (value === '') jar.delete(name);
  else jar.set(name, value);
}
