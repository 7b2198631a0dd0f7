import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestCaller } from '#testing/api';
import { testDatabase } from '#testing/database';

const PASSWORD = 'security-2026';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The API over a seeded county, and a way to send it anything. */
export interface AttackedApi {
  /** Sends a request with its address as written: `fetch` would tidy it up. */
  send(
    method: string,
    address: string,
    headers: Readonly<Record<string, string>>,
    body?: string | Buffer,
  ): Promise<RawAnswer>;
  /** A caseworker who signed in; only where ad-hoc documents are answered. */
  caseworker(): Promise<TestCaller>;
  readonly caseworkerLogin: string;
  /** The column `value` of the first row behind the walls; empty where there is none. */
  value(sql: string, parameters?: unknown[]): Promise<string>;
  close(): Promise<void>;
}

/** Starts the API with trusted documents on (nothing else is answered) or off. */
export async function attackedApi(trustedDocuments: 'on' | 'off'): Promise<AttackedApi> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  const database = await testDatabase();
  const masterKey = randomBytes(32);
  await mkdir(path.join(home, 'secrets'), { recursive: true });
  await writeFile(path.join(home, 'secrets/master.key'), masterKey);
  await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
  const api = await testApi({
    TONGGONG_HOME: home,
    DATABASE_APP_URL: database.urls.appUrl,
    TRUSTED_DOCUMENTS: trustedDocuments,
  });
  const value = async (sql: string, parameters: unknown[] = []): Promise<string> =>
    (await database.admin.query<{ value: string }>(sql, parameters)).rows[0]?.value ?? '';
  const caseworkerLogin = await value(
    `select a.login as value from user_account a join membership m on m.account_id = a.id where m.role = 'CASEWORKER' limit 1`,
  );
  return {
    send: (method, address, headers, body) => sent(api.baseUrl, { method, path: address, headers }, body),
    caseworker: () => api.signedIn(caseworkerLogin, PASSWORD),
    caseworkerLogin,
    value,
    close: async () => {
      await api.close();
      await database.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function sent(
  baseUrl: string,
  request: { method: string; path: string; headers: Readonly<Record<string, string>> },
  body?: string | Buffer,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ hostname, port, agent: false, ...request }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('end', () => {
        const { statusCode: status = 0, headers } = incoming;
        resolve({ status, text: Buffer.concat(parts).toString(), headers });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
