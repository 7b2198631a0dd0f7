import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { masterKey } from '#platform/crypto/master-key';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '#testing/database';
import { ApiProcess } from './api-process';
import type { OwnPostgres } from './own-postgres';

const PASSWORD = 'api-under-faults-2026';

/** What a stage needs of a database. */
type StageDatabase = Pick<TestDatabase, 'urls' | 'admin' | 'close'>;

/** A seeded county and API processes over it, which may be killed and restarted. */
export class ApiStage {
  private readonly started: ApiProcess[] = [];

  private constructor(
    readonly database: StageDatabase,
    private readonly home: string,
    private readonly more: Readonly<Record<string, string>>,
  ) {}

  /** On the test server, or on a PostgreSQL of its own that may be stopped. */
  static async open(more: Readonly<Record<string, string>> = {}, own: OwnPostgres | null = null): Promise<ApiStage> {
    const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
    const database = own === null ? await testDatabase() : await databaseOf(own, home);
    const { migrateUrl } = database.urls;
    await seedDatabase({ migrateUrl, masterKey: masterKey(home), scale: 'county', demoPassword: PASSWORD });
    return new ApiStage(database, home, more);
  }

  async close(): Promise<void> {
    for (const api of this.started) await api.kill();
    await this.database.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  async start(): Promise<ApiProcess> {
    const passed = ['PATH', 'HOME', 'REDIS_URL', 'QUEUE_BACKEND'].map((key) => [key, process.env[key] ?? '']);
    const api = await ApiProcess.start({
      ...(Object.fromEntries(passed.filter(([, value]) => value !== '')) as Record<string, string>),
      TONGGONG_HOME: this.home,
      DATABASE_APP_URL: this.database.urls.appUrl,
      DATABASE_QUEUE_URL: this.database.urls.queueUrl,
      QUEUE_PREFIX: `api-${process.pid}`,
      ...this.more,
    });
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
}

async function databaseOf(own: OwnPostgres, home: string): Promise<StageDatabase> {
  const urls = await own.migrated(home);
  const admin = new pg.Pool({ connectionString: own.adminUrl, max: 4 });
  admin.on('error', () => undefined); // its server is stopped under it: that is what is tested
  return { urls, admin, close: () => admin.end() };
}

/** A small mutation whose effect can be counted: one announcement per client and day. */
export const REMIND =
  'mutation ($clientId: ID!, $key: UUID!) { remindClient(clientId: $clientId, idempotencyKey: $key) { contact { id } userErrors { code } } }';

/** The announcements of reminders by hand, by client. */
export const ANNOUNCED = `select subject_id as id, count(*)::int as n from outbox_event where job = 'message.announced' group by subject_id`;
