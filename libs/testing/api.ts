import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../../apps/api/create-api';

/** An answer of the API. */
export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** Somebody who talks to the API over HTTP, with a cookie of her own. */
export interface TestCaller {
  /** Sends one operation; variables as they are, and further headers. */
  ask(query: string, variables?: Record<string, unknown>, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** The cookies that she holds, or null where no session is among them. */
  cookie(): string | null;
}

/** The API in this process, listening on a free port. */
export interface TestApi {
  readonly baseUrl: string;
  readonly app: NestFastifyApplication;
  /** Somebody who is not signed in. */
  stranger(): TestCaller;
  /** Somebody who signed in by login and password. */
  signedIn(login: string, password: string): Promise<TestCaller>;
  close(): Promise<void>;
}

const ROOT = path.resolve(__dirname, '../..');

/** Starts the API on a database; ad-hoc documents are answered. */
export async function testApi(environment: Readonly<Record<string, string>>): Promise<TestApi> {
  Object.assign(process.env, {
    NODE_ENV: 'test',
    TRUSTED_DOCUMENTS: 'off',
    PORT: '0',
    LOG_LEVEL: 'error',
    ...environment,
  });
  const app = await createApi(ROOT);
  await app.listen(0, '127.0.0.1');
  const baseUrl = `http://127.0.0.1:${new URL(await app.getUrl()).port}`;
  const stranger = (): TestCaller => caller(baseUrl);
  return {
    baseUrl,
    app,
    stranger,
    signedIn: async (login, password) => {
      const one = stranger();
      const answer = await one.ask(
        'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { viewer { role } userErrors { code } } }',
        { login, password },
      );
      if (one.cookie() === null) throw new Error(`Nobody was signed in as ${login}: ${JSON.stringify(answer)}`);
      return one;
    },
    close: () => app.close(),
  };
}

function caller(baseUrl: string): TestCaller {
  const jar = new Map<string, string>();
  const cookies = (): string | null =>
    jar.size === 0 ? null : [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    cookie: () => (jar.has('sid') ? cookies() : null),
    ask: async (query, variables = {}, headers = {}) => {
      const cookie = cookies();
      const response = await fetch(`${baseUrl}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(cookie === null ? {} : { cookie }), ...headers },
        body: JSON.stringify({ query, variables }),
      });
      for (const set of response.headers.getSetCookie()) keepIn(jar, set);
      const body = (await response.json()) as { data?: Record<string, unknown> | null; errors?: Answer['errors'] };
      return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
    },
  };
}

function keepIn(jar: Map<string, string>, setCookie: string): void {
  const [pair = ''] = setCookie.split(';');
  const at = pair.indexOf('=');
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  if (value === '') jar.delete(name);
  else jar.set(name, value);
}
