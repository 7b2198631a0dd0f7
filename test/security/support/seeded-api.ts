import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { masterKey } from '#platform/crypto/master-key';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';
import { sessionKeyOf } from './session-of';

const PASSWORD = 'seeded-api-2026';

/** The API over a generated county in which everybody of the demo may sign in. */
export class SeededApi {
  private constructor(
    readonly database: TestDatabase,
    readonly api: TestApi,
    private readonly home: string,
  ) {}

  static async open(): Promise<SeededApi> {
    const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
    const database = await testDatabase();
    await seedDatabase({
      migrateUrl: database.urls.migrateUrl,
      masterKey: masterKey(home),
      scale: 'county',
      demoPassword: PASSWORD,
    });
    const api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    return new SeededApi(database, api, home);
  }

  signIn(login: string): Promise<TestCaller> {
    return this.api.signedIn(login, PASSWORD);
  }

  /** Lets so much time go by since this caller last proved who she is that she is asked again. */
  async staleProof(caller: TestCaller): Promise<void> {
    await this.rows(`update session set proved_at = now() - interval '10 minutes' where id_hash = $1`, [
      sessionKeyOf(caller),
    ]);
  }

  /** Rows behind the walls. */
  async rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.database.admin.query<T>(sql, parameters)).rows;
  }

  /** The first of them. */
  async row<T extends object>(sql: string, parameters: unknown[] = []): Promise<T> {
    const [first] = await this.rows<T>(sql, parameters);
    if (first === undefined) throw new Error(`No row: ${sql}`);
    return first;
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.database.close();
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** What became of a command: DONE, the codes of its refusals, or the code of an error. */
export function outcomeOf({ data, errors }: Awaited<ReturnType<TestCaller['ask']>>): string {
  const payload = Object.values(data ?? {})[0] as { userErrors?: { code: string }[] } | null | undefined;
  const codes = payload?.userErrors?.map(({ code }) => code).join() ?? '';
  return errors[0]?.extensions.code ?? (codes === '' ? 'DONE' : codes);
}
