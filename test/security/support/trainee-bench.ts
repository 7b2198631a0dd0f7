import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';

/** The password of all demo accounts. */
export const PASSWORD = 'trainee-door-spec-26';
export const PIN = '582034';
export const ISSUE = `mutation ($id: ID!, $key: UUID!) {
  issueSignInCode(clientId: $id, idempotencyKey: $key) { code clientSignIn { login codeExpiresAt } userErrors { code } } }`;
export const BY_CODE = `mutation ($login: String!, $code: String!) {
  signInByCode(login: $login, code: $code) { viewer { mustChoosePassword ownPhone { isFirst } } userErrors { code } } }`;
export const BY_PIN = `mutation ($pin: String!, $login: String) {
  signInByPin(pin: $pin, login: $login) { viewer { ownPhone { isLocked isRemembered } } userErrors { code } } }`;
export const CHOOSE_PIN = `mutation ($pin: String!, $password: String, $key: UUID!) {
  choosePin(pin: $pin, currentPassword: $password, idempotencyKey: $key) { viewer { ownPhone { hasPin } } userErrors { code } } }`;
export const CHOOSE_PASSWORD = `mutation ($password: String!, $key: UUID!) {
  chooseOwnPassword(newPassword: $password, idempotencyKey: $key) { viewer { accountId } userErrors { code } } }`;
export const REMEMBER = `mutation ($is: Boolean!, $key: UUID!) {
  rememberPhone(isRemembered: $is, idempotencyKey: $key) { viewer { ownPhone { isRemembered } } userErrors { code } } }`;
export const FORGET = 'mutation ($key: UUID!) { forgetPhone(idempotencyKey: $key) { forgotten userErrors { code } } }';
export const LESSONS = '{ myLessons(from: "2026-07-01", to: "2026-07-31") { id } myNextLesson { id } }';
/** Every field of a client that is not a lesson. */
export const SENSITIVE = [
  'myReferrals',
  'myConsents',
  'myDisclosures',
  'myPayChecks',
  'myPlacement',
  'myProfile',
  'ownAccount',
];

/** The payload of any of these mutations. */
export interface Payload {
  readonly userErrors: readonly { readonly code: string }[];
  readonly code?: string | null;
  readonly clientSignIn?: { readonly login: string | null } | null;
  readonly viewer?: { readonly ownPhone?: Readonly<Record<string, boolean>> | null } | null;
}

/** A caseworker, her clients, and the phones they sign in on. */
export class TraineeBench {
  readonly own: string[] = [];
  foreign = '';

  private constructor(
    private readonly home: string,
    readonly database: TestDatabase,
    readonly api: TestApi,
    readonly caseworker: TestCaller,
  ) {}

  /** Opens a bench on a county of its own. */
  static async open(): Promise<TraineeBench> {
    const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
    const database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    const api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    const bench = new TraineeBench(home, database, api, await api.signedIn('caseworker', PASSWORD));
    const clients = await bench.rows<{ id: string; is_own: boolean }>(
      `select c.id, a.login = 'caseworker' as is_own from client c
         join membership m on m.id = c.caseworker_membership_id join user_account a on a.id = m.account_id
        where not exists (select from membership k where k.client_id = c.id) order by c.id`,
    );
    bench.own.push(...clients.filter(({ is_own }) => is_own).map(({ id }) => id));
    bench.foreign = clients.find(({ is_own }) => !is_own)?.id ?? '';
    return bench;
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.database.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  readonly rows = async <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    (await this.database.admin.query<T>(sql, parameters)).rows;

  readonly count = async (table: string): Promise<number> =>
    (await this.rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? -1;

  readonly run = async (caller: TestCaller, call: string, variables: object): Promise<Payload> => {
    const { data, errors } = await caller.ask(call, { ...variables, key: randomUUID() });
    expect(errors).toEqual([]);
    return Object.values(data ?? {})[0] as Payload;
  };

  readonly codeOf = async (caller: TestCaller, call: string, variables: object): Promise<string> =>
    (await this.run(caller, call, variables)).userErrors[0]?.code ?? 'DONE';

  readonly issued = async (id: string): Promise<{ login: string; code: string }> => {
    const { code, clientSignIn } = await this.run(this.caseworker, ISSUE, { id });
    return { login: clientSignIn?.login ?? '', code: code ?? '' };
  };

  readonly nextClient = (): string => {
    const id = this.own.shift();
    if (id === undefined) throw new Error('The seed has too few clients.');
    return id;
  };

  /** A phone on which a new client chose her digits. */
  readonly phoneOf = async (id = this.nextClient()): Promise<{ caller: TestCaller; login: string }> => {
    const { login, code } = await this.issued(id);
    const caller = this.api.stranger();
    expect(await this.codeOf(caller, BY_CODE, { login, code })).toBe('DONE');
    expect(await this.codeOf(caller, CHOOSE_PIN, { pin: PIN })).toBe('DONE');
    return { caller, login };
  };

  /** As if that much time had gone by since anybody did anything on a phone. */
  readonly idleFor = (interval: string): Promise<unknown> =>
    this.database.admin.query(
      `with s as (update session set last_seen_at = last_seen_at - $1::interval
                   where id_hash in (select session_hash from phone_session))
       update phone_session set seen_at = seen_at - $1::interval, pin_at = pin_at - $1::interval`,
      [interval],
    );

  readonly seen = async (caller: TestCaller, field: string): Promise<string> =>
    (await caller.ask(`{ ${field} { __typename } }`)).errors[0]?.extensions.code ?? 'ANSWERED';
}
