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
  /** Sends one operation; variables as they are. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** The cookie that she holds, or null. */
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
  let cookie: string | null = null;
  return {
    cookie: () => cookie,
    ask: async (query, variables = {}) => {
      const response = await fetch(`${baseUrl}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(cookie === null ? {} : { cookie }) },
        body: JSON.stringify({ query, variables }),
      });
      const set = response.headers.get('set-cookie');
      if (set !== null) cookie = set.split(';')[0]?.endsWith('=') === true ? null : (set.split(';')[0] ?? null);
      const body = (await response.json()) as { data?: Record<string, unknown> | null; errors?: Answer['errors'] };
      return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
    },
  };
}
