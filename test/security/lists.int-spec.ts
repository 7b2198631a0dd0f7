import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';
import { HERS, MORE_WORK, WORK } from './support/listed-work';
import { LISTS, OWN_LISTS, type ListOf } from './support/lists';
import { MORE_LISTS, MORE_OWN_LISTS } from './support/more-lists';
import { plantTwin, tablesOfCounty } from './support/planted-county';

const PASSWORD = 'lists-and-counts-2026';
const FILE_COMPLAINT = `mutation ($input: ComplaintInput!, $key: UUID!) {
  fileComplaint(input: $input, idempotencyKey: $key) { userErrors { code } } }`;
const REQUEST_CORRECTION = `mutation ($input: CorrectionInput!, $key: UUID!) {
  requestCorrection(input: $input, idempotencyKey: $key) { userErrors { code } } }`;
/** Two of each kind of member where the seed has two: what one sees must not depend on being the first. */
const LOGINS = ['caseworker', 'caseworker2', 'supervisor', 'administrator', 'auditor', 'trainer', 'base', 'client'];

interface Person {
  readonly login: string;
  readonly role: string;
  readonly countyId: string;
  readonly membershipId: string;
  readonly accountId: string;
  readonly organisationId: string;
  readonly clientId: string | null;
}

const MATCHES = `query ($id: ID!) { matchesForClient(clientId: $id, first: 100) { position { id } } }`;
const CLIENT_MATCHES = `query ($id: ID!) { matchesForPosition(positionId: $id, first: 100) { client { id } } }`;
const positionsIn = (found: unknown): string[] =>
  (found as readonly { readonly position: { readonly id: string } }[]).map(({ position }) => position.id);
const clientsIn = (found: unknown): string[] =>
  (found as readonly { readonly client: { readonly id: string } }[]).map(({ client }) => client.id);

type Node = Readonly<Record<string, unknown>>;

interface Connection {
  readonly totalCount?: number;
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

describe('lists, counts, filters and cursors against an oracle of plain SQL', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let api: TestApi;
  let countyId: string;
  const callers = new Map<string, TestCaller>();
  const people: Person[] = [];
  const tally = { lists: 0, rows: 0, pages: 0 };

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    countyId = (await rows<{ id: string }>('select id from county'))[0]?.id ?? '';
    await plantWork();
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    const logins = await rows<Person>(
      `select distinct on (a.login) a.login, m.role, m.county_id as "countyId", m.id as "membershipId", a.id as "accountId",
              m.organisation_id as "organisationId", m.client_id as "clientId"
         from user_account a join membership m on m.account_id = a.id and m.county_id = $1 and m.status = 'ACTIVE'
        where a.login = any ($2) or m.role = 'ENTERPRISE_HR' order by a.login`,
      [countyId, LOGINS],
    );
    const enterprises = logins.filter(({ role }) => role === 'ENTERPRISE_HR').slice(0, 2);
    people.push(...logins.filter(({ role }) => role !== 'ENTERPRISE_HR'), ...enterprises);
    for (const { login } of people) callers.set(login, await api.signedIn(login, PASSWORD));
    await writeToTheOffice();
    const connection = await database.admin.connect();
    await connection.query(`set session_replication_role = 'replica'`);
    await plantTwin(connection, countyId, await tablesOfCounty(database.admin));
    connection.release(true);
  }, 240_000);

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  const rows = async <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    (await database.admin.query<T>(sql, parameters)).rows;

  /** Rows of the kinds that the seed has few of, of every caseworker and about every kind of person. */
  async function plantWork(): Promise<void> {
    for (const sql of WORK) await database.admin.query(sql, [countyId]);
    const connection = await database.admin.connect();
    await connection.query(`set session_replication_role = 'replica'`);
    for (const sql of [...HERS, ...MORE_WORK]) await connection.query(sql, [countyId]);
    connection.release(true);
  }

  /** What is sealed under a client's key is written by herself: complaints, also about the supervisors, and corrections. */
  async function writeToTheOffice(): Promise<void> {
    const client = people.find(({ role }) => role === 'CLIENT');
    if (client === undefined) throw new Error('Nobody is a client.');
    const supervisors = people.filter(({ role }) => role === 'SUPERVISOR');
    for (const aboutId of [null, ...supervisors.map(({ membershipId }) => membershipId)])
      await asked(client, FILE_COMPLAINT, {
        input: { topic: aboutId === null ? 'SERVICE' : 'PERSON', aboutId, text: '等了很久没有人回电话。' },
        key: randomUUID(),
      });
    for (const text of ['名字里少了一个字。', '名字里多了一个字。'])
      await asked(client, REQUEST_CORRECTION, { input: { field: 'NAME', text }, key: randomUUID() });
  }

  const callerOf = ({ login }: Person): TestCaller => {
    const caller = callers.get(login);
    if (caller === undefined) throw new Error(`Nobody signed in as ${login}.`);
    return caller;
  };

  const asked = async (person: Person, document: string, variables: Record<string, unknown> = {}): Promise<unknown> => {
    const { data, errors } = await callerOf(person).ask(document, variables);
    if (errors.length > 0) throw new Error(`${person.login}: ${document}: ${JSON.stringify(errors)}`);
    return Object.values(data ?? {})[0];
  };

  /** The ids that the oracle means, one by one: what a row's twin in the other county adds would show. */
  const meant = async (person: Person, sql: string): Promise<string[]> => {
    const bound = sql
      .replaceAll(':county', `'${person.countyId}'::uuid`)
      .replaceAll(':member', `'${person.membershipId}'::uuid`)
      .replaceAll(':organisation', `'${person.organisationId}'::uuid`)
      .replaceAll(':client', person.clientId === null ? 'null::uuid' : `'${person.clientId}'::uuid`);
    return (await rows<{ id: string }>(bound)).map(({ id }) => id);
  };

  /** In the order of the specification where it is told, else sorted by id: the order is nobody’s promise then. */
  const inOrder = (list: ListOf, ids: readonly string[]): string[] =>
    list.order === undefined ? [...ids].sort() : [...ids];

  const idsOf = (list: ListOf, nodes: readonly Readonly<Record<string, unknown>>[]): string[] =>
    nodes.map((node) => String(node[list.key ?? 'id']));

  /** Every row of a list, page by page, and the count that stands beside it. */
  async function walked(person: Person, list: ListOf, filter: string): Promise<{ ids: string[]; counts: Set<number> }> {
    const ids: string[] = [];
    const counts = new Set<number>();
    let after: string | null = null;
    do {
      const page = (await asked(person, list.document(filter), { after })) as Connection;
      ids.push(
        ...idsOf(
          list,
          page.edges.map(({ node }) => node),
        ),
      );
      if (page.totalCount !== undefined) counts.add(page.totalCount);
      tally.pages += 1;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return { ids, counts };
  }

  it.each([...LISTS, ...MORE_LISTS].map((list) => [list.name, list] as const))(
    '%s gives each of its readers the rows of the oracle, page by page, with their count',
    async (_, list) => {
      let isEmptyForAll = true;
      for (const person of people.filter(({ role }) => list.readers[role] !== undefined)) {
        for (const [filter, narrowed] of [['', 'true'], ...(list.filters ?? [])] as const) {
          const ordered = list.order === undefined ? '' : ` order by ${list.order}`;
          const oracle = inOrder(
            list,
            await meant(person, `${list.readers[person.role] ?? ''} and (${narrowed})${ordered}`),
          );
          const { ids, counts } = await walked(person, list, filter);
          expect({ login: person.login, filter, ids: inOrder(list, ids) }).toEqual({
            login: person.login,
            filter,
            ids: oracle,
          });
          if (list.isCounted !== false) expect([...counts]).toEqual([oracle.length]);
          if (oracle.length > 0) isEmptyForAll = false;
          tally.lists += 1;
          tally.rows += oracle.length;
        }
      }
      expect(isEmptyForAll).toBe(false);
    },
    120_000,
  );

  it.each([...OWN_LISTS, ...MORE_OWN_LISTS].map((list) => [list.name, list] as const))(
    '%s gives each of its readers the rows of the oracle at once',
    async (_, list) => {
      let isEmptyForAll = true;
      for (const person of people.filter(({ role }) => list.readers[role] !== undefined)) {
        const ordered = list.order === undefined ? '' : ` order by ${list.order}`;
        const oracle = inOrder(list, await meant(person, `${list.readers[person.role] ?? ''}${ordered}`)).slice(
          0,
          list.most,
        );
        const answer = (await asked(person, list.document(''))) as Node | readonly Node[] | null;
        const found = answer === null ? [] : [answer].flat();
        expect({ login: person.login, ids: inOrder(list, idsOf(list, found)) }).toEqual({
          login: person.login,
          ids: oracle,
        });
        if (oracle.length > 0) isEmptyForAll = false;
        tally.lists += 1;
        tally.rows += oracle.length;
      }
      expect(isEmptyForAll).toBe(false);
    },
    120_000,
  );

  it('tells nothing by a filter or a cursor that names what its reader does not see', async () => {
    const [reader] = people.filter(({ login }) => login === 'caseworker');
    if (reader === undefined) throw new Error('Nobody is called caseworker.');
    const [foreign] = await rows<{ id: string; number: string; caseworker: string }>(
      `select id, file_number as number, caseworker_membership_id as caseworker from client
        where county_id = $1 and caseworker_membership_id <> $2 limit 1`,
      [countyId, reader.membershipId],
    );
    const none = { totalCount: 0, edges: [] };
    for (const filter of [`search: "${foreign?.number}"`, `caseworkerId: "${foreign?.caseworker}"`])
      expect(
        await asked(reader, `{ clients(first: 5, filter: { ${filter} }) { totalCount edges { node { id } } } }`),
      ).toEqual(none);
    expect(
      await asked(
        reader,
        `{ referrals(first: 5, filter: { clientId: "${foreign?.id}" }) { totalCount edges { node { id } } } }`,
      ),
    ).toEqual(none);
    const cursor = (id: string, key: string): string => Buffer.from(JSON.stringify([key, id])).toString('base64url');
    const { data, errors } = await callerOf(reader).ask(
      'query ($after: String) { clients(first: 100, after: $after) { edges { node { id } } } }',
      { after: cursor(foreign?.id ?? '', foreign?.number ?? '') },
    );
    const own = new Set(await meant(reader, LISTS[0]?.readers['CASEWORKER'] ?? ''));
    const seen = ((data?.['clients'] as Connection | undefined)?.edges ?? []).map(({ node }) => String(node['id']));
    expect(errors.length + seen.length).toBeGreaterThan(0);
    expect(seen.filter((id) => !own.has(id))).toEqual([]);
  });

  it('names in matches open positions and the reader’s own clients only, each once, and of a foreign client as little as of none', async () => {
    const offered = new Set(
      await meant(
        people[0] as Person,
        `select t.id from position t where t.county_id = :county and t.status = 'PUBLISHED'`,
      ),
    );
    for (const reader of people.filter(({ role }) => ['CASEWORKER', 'SUPERVISOR'].includes(role))) {
      const own = await meant(reader, LISTS[0]?.readers[reader.role] ?? '');
      const isOwn = new Set(own);
      let named = 0;
      for (const id of own.slice(0, 5)) {
        const found = positionsIn(await asked(reader, MATCHES, { id }));
        expect(found.filter((position) => !offered.has(position))).toEqual([]);
        expect(new Set(found).size).toBe(found.length);
        named += found.length;
      }
      for (const id of [...offered].slice(0, 5)) {
        const found = clientsIn(await asked(reader, CLIENT_MATCHES, { id }));
        expect(found.filter((client) => !isOwn.has(client))).toEqual([]);
        expect(new Set(found).size).toBe(found.length);
        named += found.length;
      }
      expect({ login: reader.login, isNaming: named > 0 }).toEqual({ login: reader.login, isNaming: true });
      const [foreign] = await rows<{ id: string }>(
        'select id from client where county_id = $1 and caseworker_membership_id <> $2 limit 1',
        [countyId, reader.membershipId],
      );
      if (reader.role !== 'CASEWORKER') continue;
      const answers = [foreign?.id, randomUUID()].map((id) => callerOf(reader).ask(MATCHES, { id }));
      const [ofForeign, ofNobody] = await Promise.all(answers);
      expect(ofForeign).toEqual(ofNobody);
    }
  }, 120_000);

  it('says how much was compared', () => {
    process.stdout.write(
      `lists: ${tally.lists} lists of ${people.length} people, ${tally.rows} rows, ${tally.pages} pages, 0 mismatches\n`,
    );
    expect(tally.lists).toBeGreaterThan(40);
  });
});
