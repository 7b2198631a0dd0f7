import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { masterKey } from '#platform/crypto/master-key';
import { testDatabase } from '#testing/database';
import { ApiProcess } from './api-process';
import type { StageDatabase } from './reminder-stage';

const PASSWORD = 'api-under-faults-2026';

/** What an API stage is made of besides the test servers. */
export interface ApiStageParts {
  readonly name: string;
  readonly database?: StageDatabase;
  /** More of the environment, or other. */
  readonly more?: Readonly<Record<string, string>>;
}

/** A seeded county and API processes over it, which may be killed and restarted. */
export class ApiStage {
  private readonly started: ApiProcess[] = [];

  private constructor(
    readonly database: StageDatabase,
    readonly environment: Readonly<Record<string, string>>,
    private readonly home: string,
  ) {}

  static async open({ name, database: own, more = {} }: ApiStageParts): Promise<ApiStage> {
    const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
    const database = own ?? (await testDatabase());
    const { migrateUrl, appUrl, relayUrl, queueUrl } = database.urls;
    await seedDatabase({ migrateUrl, masterKey: masterKey(home), scale: 'county', demoPassword: PASSWORD });
    await database.admin.query('truncate outbox_event cascade'); // work that the seed announced
    const passed = ['PATH', 'HOME', 'REDIS_URL', 'QUEUE_BACKEND'].map((key) => [key, process.env[key] ?? '']);
    const environment = {
      ...(Object.fromEntries(passed.filter(([, value]) => value !== '')) as Record<string, string>),
      NODE_ENV: 'test',
      TONGGONG_HOME: home,
      DATABASE_APP_URL: appUrl,
      DATABASE_RELAY_URL: relayUrl,
      DATABASE_QUEUE_URL: queueUrl,
      QUEUE_PREFIX: `${name}-${process.pid}`,
      METRICS_PORT: 'off',
      MAIL: 'off',
      ...more,
    };
    return new ApiStage(database, environment, home);
  }

  async close(): Promise<void> {
    for (const api of this.started) await api.kill();
    await this.database.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  async start(): Promise<ApiProcess> {
    const api = await ApiProcess.start(this.environment);
    this.started.push(api);
    return api;
  }

  signedIn(api: ApiProcess, login = 'caseworker'): Promise<string> {
    return api.signedIn(login, PASSWORD);
  }

  async rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.database.admin.query<T>(sql, parameters)).rows;
  }

  /** The clients of the demo caseworker. */
  async ownClients(): Promise<string[]> {
    const rows = await this.rows<{ id: string }>(
      `select c.id from client c join membership m on m.id = c.caseworker_membership_id
         join user_account a on a.id = m.account_id where a.login = 'caseworker' order by c.id`,
    );
    return rows.map(({ id }) => id);
  }

  /** How often each client was announced to be reminded by hand. */
  async announced(): Promise<Map<string, number>> {
    const rows = await this.rows<{ id: string; n: number }>(
      `select subject_id as id, count(*)::int as n from outbox_event where job = 'message.announced' group by subject_id`,
    );
    return new Map(rows.map(({ id, n }) => [id, n]));
  }
}

/** A small question of every screen. */
export const READ = '{ clients(first: 20) { totalCount edges { node { id } } } }';

/** A small mutation whose effect can be counted: one announcement per client and day. */
export const REMIND =
  'mutation ($clientId: ID!, $key: UUID!) { remindClient(clientId: $clientId, idempotencyKey: $key) { contact { id } userErrors { code } } }';

/** True for an answer that says that a client was reminded. */
export function isDone(body: unknown): boolean {
  const { data } = body as {
    readonly data?: { readonly remindClient?: { readonly contact: object | null } | null } | null;
  };
  return (data?.remindClient?.contact ?? null) !== null;
}
