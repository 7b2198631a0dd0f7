import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';
import { HERS, MORE_WORK, WORK } from './listed-work';
import { NEWER_WORK } from './newer-work';
import { plantTwin, tablesOfCounty } from './planted-county';

const PASSWORD = 'lists-and-counts-2026';
const FILE_COMPLAINT = `mutation ($input: ComplaintInput!, $key: UUID!) {
  fileComplaint(input: $input, idempotencyKey: $key) { userErrors { code } } }`;
const REQUEST_CORRECTION = `mutation ($input: CorrectionInput!, $key: UUID!) {
  requestCorrection(input: $input, idempotencyKey: $key) { userErrors { code } } }`;
/** Two of each kind of member where the seed has two: what one sees must not depend on being the first. */
const LOGINS = [
  'caseworker',
  'caseworker2',
  'supervisor',
  'administrator',
  'auditor',
  'trainer',
  'base',
  'mentor',
  'client',
];

/** Somebody who is signed in and reads lists. */
export interface Person {
  readonly login: string;
  readonly role: string;
  readonly countyId: string;
  readonly membershipId: string;
  readonly accountId: string;
  readonly organisationId: string;
  readonly clientId: string | null;
}

/** A county with rows in every state that a list tells apart, its twin with the same ids beside it, and its people. */
export class ListsStage {
  private constructor(
    private readonly home: string,
    private readonly database: TestDatabase,
    private readonly api: TestApi,
    readonly countyId: string,
    readonly people: readonly Person[],
    private readonly callers: ReadonlyMap<string, TestCaller>,
  ) {}

  static async open(): Promise<ListsStage> {
    const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
    const database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    const countyId = (await database.admin.query<{ id: string }>('select id from county')).rows[0]?.id ?? '';
    await plantWork(database, countyId);
    const api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    const people = await peopleOf(database, countyId);
    const callers = new Map<string, TestCaller>();
    for (const { login } of people) callers.set(login, await api.signedIn(login, PASSWORD));
    const stage = new ListsStage(home, database, api, countyId, people, callers);
    await stage.writeToTheOffice();
    const connection = await database.admin.connect();
    await connection.query(`set session_replication_role = 'replica'`);
    await plantTwin(connection, countyId, await tablesOfCounty(database.admin));
    connection.release(true);
    return stage;
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.database.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Rows behind the walls. */
  async rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.database.admin.query<T>(sql, parameters)).rows;
  }

  /** Whoever asks as this person. */
  callerOf({ login }: Person): TestCaller {
    const caller = this.callers.get(login);
    if (caller === undefined) throw new Error(`Nobody signed in as ${login}.`);
    return caller;
  }

  /** The first field of an answer without errors. */
  async asked(person: Person, document: string, variables: Record<string, unknown> = {}): Promise<unknown> {
    const { data, errors } = await this.callerOf(person).ask(document, variables);
    if (errors.length > 0) throw new Error(`${person.login}: ${document}: ${JSON.stringify(errors)}`);
    return Object.values(data ?? {})[0];
  }

  /** The ids that the oracle means, one by one: what a row's twin in the other county adds would show. */
  async meant(person: Person, sql: string): Promise<string[]> {
    const bound = sql
      .replaceAll(':county', `'${person.countyId}'::uuid`)
      .replaceAll(':member', `'${person.membershipId}'::uuid`)
      .replaceAll(':organisation', `'${person.organisationId}'::uuid`)
      .replaceAll(':client', person.clientId === null ? 'null::uuid' : `'${person.clientId}'::uuid`);
    return (await this.rows<{ id: string }>(bound)).map(({ id }) => id);
  }

  /** What is sealed under a client's key is written by herself: complaints, also about the supervisors, and corrections. */
  private async writeToTheOffice(): Promise<void> {
    const client = this.people.find(({ role }) => role === 'CLIENT');
    if (client === undefined) throw new Error('Nobody is a client.');
    const supervisors = this.people.filter(({ role }) => role === 'SUPERVISOR');
    for (const aboutId of [null, ...supervisors.map(({ membershipId }) => membershipId)])
      await this.asked(client, FILE_COMPLAINT, {
        input: { topic: aboutId === null ? 'SERVICE' : 'PERSON', aboutId, text: '等了很久没有人回电话。' },
        key: randomUUID(),
      });
    for (const text of ['名字里少了一个字。', '名字里多了一个字。'])
      await this.asked(client, REQUEST_CORRECTION, { input: { field: 'NAME', text }, key: randomUUID() });
  }
}

/** Rows of the kinds that the seed has few of, of every caseworker and about every kind of person. */
async function plantWork(database: TestDatabase, countyId: string): Promise<void> {
  for (const sql of WORK) await database.admin.query(sql, [countyId]);
  const connection = await database.admin.connect();
  await connection.query(`set session_replication_role = 'replica'`);
  for (const sql of [...HERS, ...MORE_WORK, ...NEWER_WORK]) await connection.query(sql, [countyId]);
  connection.release(true);
}

async function peopleOf(database: TestDatabase, countyId: string): Promise<Person[]> {
  const { rows: logins } = await database.admin.query<Person>(
    `select distinct on (a.login) a.login, m.role, m.county_id as "countyId", m.id as "membershipId", a.id as "accountId",
            m.organisation_id as "organisationId", m.client_id as "clientId"
       from user_account a join membership m on m.account_id = a.id and m.county_id = $1 and m.status = 'ACTIVE'
      where a.login = any ($2) or m.role = 'ENTERPRISE_HR' order by a.login`,
    [countyId, LOGINS],
  );
  const enterprises = logins.filter(({ role }) => role === 'ENTERPRISE_HR').slice(0, 2);
  return [...logins.filter(({ role }) => role !== 'ENTERPRISE_HR'), ...enterprises];
}
