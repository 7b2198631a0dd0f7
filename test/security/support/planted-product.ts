import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { ShiftedClock } from '#platform/clock/clock';
import { masterKey } from '#platform/crypto/master-key';
import { testDatabase, type TestDatabase } from '#testing/database';
import { startProcess, type RunningProcess } from '../../e2e/support/process';

const PASSWORD = 'canaries-2026';

/** A Wednesday morning in Shanghai, after the hour of the daily mail. */
export const OPENING = '2026-07-08T02:30:00Z';

/** Somebody who is signed in at the product. */
export interface SignedIn {
  /** Sends one operation; throws where it is answered with an error. */
  ask<T>(query: string, variables?: object): Promise<T>;
  /** Sends a mutation with a key of its own; throws where it is refused. */
  act<T>(query: string, variables?: object): Promise<T>;
  /** Sends a file; gives its id. */
  upload(name: string, content: string): Promise<string>;
  /** The text at an address. */
  get(address: string): Promise<string>;
}

interface Refusable {
  readonly userErrors: readonly unknown[];
}

/** API, worker and mail catcher as processes of their own, on a database of the county's size, with everything that they write. */
export class PlantedProduct {
  private readonly running: RunningProcess<object>[] = [];
  private env: Readonly<Record<string, string>> = {};
  private baseUrl = '';

  private constructor(
    readonly home: string,
    readonly database: TestDatabase,
    private readonly mailFolder: string,
  ) {}

  /** Fills a database and starts the API; the worker waits for {@link startWorker}. */
  static async open(): Promise<PlantedProduct> {
    const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-canaries-'));
    const mailFolder = path.join(home, 'caught-mail');
    const database = await testDatabase();
    await seedDatabase({
      migrateUrl: database.urls.migrateUrl,
      masterKey: masterKey(home),
      scale: 'county',
      demoPassword: PASSWORD,
      clock: new ShiftedClock(new Date(OPENING)),
    });
    const product = new PlantedProduct(home, database, mailFolder);
    try {
      await product.start();
    } catch (error) {
      await product.close();
      throw error;
    }
    return product;
  }

  private async start(): Promise<void> {
    const mail = await this.run<{ smtpPort: number }>(
      'tools/mail-catcher.mjs',
      ['--folder', this.mailFolder],
      passed(),
    );
    this.env = environment(this.database, this.home, mail.smtpPort);
    const { port } = await this.run<{ port: number }>('dist/apps/api/main.js', [], this.env);
    this.baseUrl = `http://127.0.0.1:${port}`;
  }

  async startWorker(): Promise<void> {
    await this.run('dist/apps/worker/main.js', [], this.env);
  }

  /** All that was logged so far. */
  get log(): string {
    return this.running.map((one) => one.output()).join('\n');
  }

  /** All mails so far, with their headers, as they came over the wire. */
  get mails(): string[] {
    const files = readdirSync(this.mailFolder).filter((name) => name.endsWith('.eml'));
    return files.map((name) => readFileSync(path.join(this.mailFolder, name), 'utf8'));
  }

  /** Signs somebody in by the login of a demo account. */
  async signIn(login: string): Promise<SignedIn> {
    let cookie = '';
    const ask = async <T>(query: string, variables: object = {}): Promise<T> => {
      const response = await fetch(`${this.baseUrl}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ query, variables }),
      });
      for (const set of response.headers.getSetCookie()) if (set.startsWith('sid=')) cookie = set.split(';')[0] ?? '';
      const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
      if (data === undefined || errors !== undefined) throw new Error(JSON.stringify(errors));
      return data;
    };
    const act = async <T>(query: string, variables: object = {}): Promise<T> => {
      const data = await ask<T>(query, { ...variables, key: randomUUID() });
      const refused = Object.values(data as Record<string, Refusable>).flatMap(({ userErrors }) => userErrors);
      if (refused.length > 0) throw new Error(JSON.stringify(refused));
      return data;
    };
    await ask('mutation signIn($l: String!, $p: String!) { signIn(login: $l, password: $p) { userErrors { code } } }', {
      l: login,
      p: PASSWORD,
    });
    const upload = async (name: string, content: string): Promise<string> => {
      const form = new FormData();
      form.append('file', new Blob([content]), name);
      const headers = { cookie, 'x-tonggong-upload': '1' };
      const response = await fetch(`${this.baseUrl}/files`, { method: 'POST', headers, body: form });
      return ((await response.json()) as { fileId: string }).fileId;
    };
    const get = async (address: string): Promise<string> =>
      (await fetch(`${this.baseUrl}${address}`, { headers: { cookie, accept: 'text/html' } })).text();
    return { ask, act, upload, get };
  }

  private async run<M extends object>(file: string, args: string[], env: Readonly<Record<string, string>>): Promise<M> {
    const running = await startProcess<M>(file, args, env);
    this.running.push(running);
    return running.ready;
  }

  async close(): Promise<void> {
    for (const one of [...this.running].reverse()) await one.stop();
    await this.database.close();
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** What the services are reached by, and nothing else of what the test was started with. */
function passed(): Record<string, string> {
  const names = ['PATH', 'HOME', 'REDIS_URL', 'QUEUE_BACKEND'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

function environment({ urls }: TestDatabase, home: string, smtpPort: number): Record<string, string> {
  return {
    ...passed(),
    NODE_ENV: 'test',
    TONGGONG_HOME: home,
    DATABASE_APP_URL: urls.appUrl,
    DATABASE_RELAY_URL: urls.relayUrl,
    DATABASE_QUEUE_URL: urls.queueUrl,
    QUEUE_PREFIX: `canaries-${process.pid}`,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    TRUSTED_DOCUMENTS: 'off',
    LOG_LEVEL: 'info',
    CLOCK_AT: OPENING,
    HOST: '127.0.0.1',
    PORT: '0',
  };
}
