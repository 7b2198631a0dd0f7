import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';
import { NamedSteps } from '#testing/named-steps';
import { PlainBrowser, providerProcess, type ProviderProcess } from './provider-stage';

/** The password of everybody on the bench. */
export const PASSWORD = 'provider-spec-2026';

/** What a mutation at the door answers. */
export interface DoorPayload {
  readonly userErrors: readonly { readonly code: string }[];
  readonly url?: string | null;
  readonly viewer?: { readonly role: string } | null;
  readonly passkeyRequest?: string | null;
}

const SIGN_IN = `mutation ($login: String!, $password: String!, $code: String) {
  signIn(login: $login, password: $password, code: $code) { viewer { role } userErrors { code } } }`;
const BEGIN = 'mutation { beginProviderSignIn { url userErrors { code } } }';
const BEGIN_LINK = 'mutation ($key: UUID!) { beginProviderLink(idempotencyKey: $key) { url userErrors { code } } }';

/** The API with a seeded county and a sign-in provider. */
export interface ProviderBench {
  readonly api: TestApi;
  readonly database: TestDatabase;
  readonly provider: ProviderProcess;
  browser(): PlainBrowser;
  /** Somebody who signed in by password. */
  seat(login: string): Promise<PlainBrowser>;
  /** Goes to the provider as `subject` and comes back, honestly; gives where she goes on. */
  enter(browser: PlainBrowser, subject: string): Promise<string>;
  /** Links the account of who sits there to `subject`; gives where she goes on. */
  link(browser: PlainBrowser, subject: string): Promise<string>;
  begin(browser: PlainBrowser): Promise<string>;
  beginLink(browser: PlainBrowser): Promise<DoorPayload>;
  count(from: string): Promise<number>;
  close(): Promise<void>;
}

/** Opens it. */
export async function providerBench(more: Readonly<Record<string, string>> = {}): Promise<ProviderBench> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  const steps = new NamedSteps('The bench of the sign-in provider');
  const provider = await steps.run('starting the provider', () => providerProcess(home));
  const { database, api, environment } = await standing(steps, home, provider, more).catch(async (error: unknown) => {
    await provider.stop();
    throw error;
  });
  const browser = (): PlainBrowser => new PlainBrowser(api.baseUrl);
  const begin = async (one: PlainBrowser): Promise<string> => (await one.ask<DoorPayload>(BEGIN)).url ?? '';
  const beginLink = (one: PlainBrowser): Promise<DoorPayload> =>
    one.ask<DoorPayload>(BEGIN_LINK, { key: randomUUID() });
  const comeBack = async (one: PlainBrowser, url: string, subject: string): Promise<string> =>
    (await one.home(await one.atProvider(url, subject))).location;
  return {
    api,
    database,
    provider,
    browser,
    begin,
    beginLink,
    seat: async (login) => {
      const one = browser();
      const { viewer, userErrors } = await one.ask<DoorPayload>(SIGN_IN, { login, password: PASSWORD });
      if (viewer === null) throw new Error(`Nobody was signed in as ${login}: ${JSON.stringify(userErrors)}`);
      return one;
    },
    enter: async (one, subject) => comeBack(one, await begin(one), subject),
    link: async (one, subject) => comeBack(one, (await beginLink(one)).url ?? '', subject),
    count: async (from) =>
      (await database.admin.query<{ n: number }>(`select count(*)::int as n from ${from}`)).rows[0]?.n ?? -1,
    close: async () => {
      await provider.stop();
      await api.close();
      await database.close();
      for (const name of Object.keys(environment)) if (name.startsWith('OIDC_')) delete process.env[name];
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The seeded county, the API that knows the provider, and the provider that knows the API. */
async function standing(
  steps: NamedSteps,
  home: string,
  provider: ProviderProcess,
  more: Readonly<Record<string, string>>,
): Promise<Pick<ProviderBench, 'api' | 'database'> & { readonly environment: Readonly<Record<string, string>> }> {
  const database = await steps.run('copying the database', () => testDatabase());
  const { migrateUrl, appUrl } = database.urls;
  const masterKey = randomBytes(32);
  await mkdir(path.join(home, 'secrets'), { recursive: true });
  await writeFile(path.join(home, 'secrets/master.key'), masterKey);
  await steps.run('seeding a county', () =>
    seedDatabase({ migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD }),
  );
  const environment = { TONGGONG_HOME: home, DATABASE_APP_URL: appUrl, ...provider.environment, ...more };
  const api = await steps.run('starting the API', () => testApi(environment));
  await steps.run('opening the provider', () =>
    provider.openFor(`http://localhost:${new URL(api.baseUrl).port}/auth/provider/callback`),
  );
  return { api, database, environment };
}
