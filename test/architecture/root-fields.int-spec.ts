import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isInputObjectType, isNonNullType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { seedDatabase } from '#database/seeds/seed';
import { AccessRegistry } from '#platform/graphql/access-registry';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';

const PASSWORD = 'architecture-2026';

/** What may not stand in the schema, whatever the reason (privacy.md P1). */
const FORBIDDEN =
  /drug|substance|relapse|urine|methadone|rehab|addict|criminal|police|offen[cd]er|biometric|geofence|riskScore/i;

/** Mutations that need no idempotency key: before sign-in there is nobody to keep a receipt for. */
const WITHOUT_KEY = [
  'beginPasskeySignIn',
  'beginProviderSignIn',
  'choosePasswordByLink',
  'requestOwnFactorRecovery',
  'requestPasswordReset',
  'signIn',
  'signInAfterProvider',
  'signInByCode',
  'signInByPin',
  'signInWithPasskey',
  'signOut',
];

describe('the GraphQL surface', () => {
  let database: TestDatabase;
  let api: TestApi;
  let schema: GraphQLSchema;
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    schema = api.app.get(GraphQLSchemaHost).schema;
  });

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  const rootFields = (type: GraphQLObjectType | null | undefined): string[] => Object.keys(type?.getFields() ?? {});

  it('says of every root field who may call it', () => {
    const named = new Set(
      api.app
        .get(AccessRegistry)
        .rootFields()
        .map(({ type, field }) => `${type}.${field}`),
    );
    const all = [
      ...rootFields(schema.getQueryType()).map((field) => `Query.${field}`),
      ...rootFields(schema.getMutationType()).map((field) => `Mutation.${field}`),
    ];
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((field) => !named.has(field))).toEqual([]);
  });

  it('has no type, field, argument or value about what must never be kept', () => {
    const names = Object.values(schema.getTypeMap())
      .filter((type) => !type.name.startsWith('__'))
      .flatMap((type) => [
        type.name,
        ...(isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : []),
      ]);
    expect(names.filter((name) => FORBIDDEN.test(name))).toEqual([]);
  });

  interface Described {
    readonly name: string;
    readonly description?: string | null | undefined;
  }

  const bareOf = (owner: string, fields: readonly Described[]): string[] =>
    fields.filter(({ description }) => (description ?? '') === '').map(({ name }) => `${owner}.${name}`);

  it('describes every type, field and argument', () => {
    const bare: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (
        type.name.startsWith('__') ||
        ['String', 'Int', 'Float', 'Boolean', 'ID', 'Query', 'Mutation'].includes(type.name)
      )
        continue;
      if ((type.description ?? '') === '') bare.push(type.name);
      if (isObjectType(type)) bare.push(...bareOf(type.name, Object.values(type.getFields())));
      if (isInputObjectType(type)) bare.push(...bareOf(type.name, Object.values(type.getFields())));
    }
    for (const root of [schema.getQueryType(), schema.getMutationType()]) {
      for (const field of Object.values(root?.getFields() ?? {})) {
        if ((field.description ?? '') === '') bare.push(field.name);
        bare.push(
          ...field.args.filter((arg) => (arg.description ?? '') === '').map((arg) => `${field.name}(${arg.name})`),
        );
      }
    }
    expect(bare).toEqual([]);
  });

  it('takes an idempotency key with every mutation', () => {
    const without = Object.values(schema.getMutationType()?.getFields() ?? {})
      .filter(({ args }) => !args.some(({ name, type }) => name === 'idempotencyKey' && isNonNullType(type)))
      .map(({ name }) => name);
    expect(without.sort()).toEqual(WITHOUT_KEY);
  });

  it.each([
    ['two operations', 'query a { viewer { role } } query b { viewer { role } }'],
    ['two mutation fields', 'mutation { a: signOut { signedOut } b: signOut { signedOut } }'],
    ['a malformed document', '{ viewer {'],
    ['an unknown field', '{ viewer { shoeSize } }'],
  ])('refuses %s as malformed', async (_, document) => {
    const { errors, data } = await api.stranger().ask(document);
    expect(data).toBeNull();
    expect(errors[0]?.extensions.code).toBe('MALFORMED');
  });

  it('refuses a body that is not JSON, and one from another origin', async () => {
    const form = await fetch(`${api.baseUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{ viewer { role } }"}',
    });
    expect(form.status).toBe(415);
    const foreign = await fetch(`${api.baseUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
      body: '{"query":"{ viewer { role } }"}',
    });
    expect(foreign.status).toBe(403);
  });

  it('asks a stranger to sign in, and answers one sentence for a wrong password and an unknown account', async () => {
    const stranger = api.stranger();
    expect((await stranger.ask('{ clients { totalCount } }')).errors[0]?.extensions.code).toBe('NOT_AUTHENTICATED');
    const attempt = (login: string): Promise<unknown> =>
      stranger.ask(
        `mutation { signIn(login: "${login}", password: "wrong-password-1") { viewer { role } userErrors { code message field } } }`,
      );
    expect(await attempt('caseworker')).toEqual(await attempt('nobody-of-this-name'));
  });

  describe('a command under its idempotency key', () => {
    let caseworker: TestCaller;
    const CREATE =
      'mutation ($key: UUID!, $input: ClientInput!) { createClient(idempotencyKey: $key, input: $input) { client { id fileNumber } userErrors { code field } } }';
    const input = (fileNumber: string, name = '某某'): Record<string, unknown> => ({
      fileNumber,
      name,
      township: '421222100',
      educationCode: '70',
    });
    const clients = async (): Promise<number> =>
      (await database.admin.query<{ n: number }>('select count(*)::int as n from client')).rows[0]?.n ?? 0;

    beforeAll(async () => {
      caseworker = await api.signedIn('caseworker', PASSWORD);
    });

    it('is done once when it is sent 50 times at once, and all 50 answers are equal', async () => {
      const before = await clients();
      const key = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => caseworker.ask(CREATE, { key, input: input('2026-7001') })),
      );
      expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
      expect(answers[0]?.data).toMatchObject({ createClient: { client: { fileNumber: '2026-7001' }, userErrors: [] } });
      expect(await clients()).toBe(before + 1);
    });

    it('is refused when the same key comes with another input, and nothing is written', async () => {
      const key = randomUUID();
      await caseworker.ask(CREATE, { key, input: input('2026-7002') });
      const before = await clients();
      const second = await caseworker.ask(CREATE, { key, input: input('2026-7003') });
      expect(second.data).toMatchObject({
        createClient: { client: null, userErrors: [{ code: 'IDEMPOTENCY_MISMATCH' }] },
      });
      expect(await clients()).toBe(before);
    });

    it('names every field that is wrong, writes nothing, and can be sent again mended under the same key', async () => {
      const key = randomUUID();
      const before = await clients();
      const refused = await caseworker.ask(CREATE, { key, input: { ...input('', ''), township: '1' } });
      expect(refused.data).toMatchObject({
        createClient: {
          client: null,
          userErrors: [
            { code: 'REQUIRED', field: ['input', 'fileNumber'] },
            { code: 'REQUIRED', field: ['input', 'name'] },
            { code: 'UNKNOWN_TOWNSHIP', field: ['input', 'township'] },
          ],
        },
      });
      expect(await clients()).toBe(before);
      const mended = await caseworker.ask(CREATE, { key, input: input('2026-7004') });
      expect(mended.data).toMatchObject({ createClient: { userErrors: [] } });
    });

    it('turns a violated unique key into a refusal of that field', async () => {
      const taken = await caseworker.ask(CREATE, { key: randomUUID(), input: input('2026-0001') });
      expect(taken.data).toMatchObject({
        createClient: { client: null, userErrors: [{ code: 'FILE_NUMBER_TAKEN', field: ['input', 'fileNumber'] }] },
      });
    });

    it('is refused with the current version when somebody was faster', async () => {
      const found = await caseworker.ask('{ clients(first: 1) { edges { node { id version } } } }');
      const [edge] = (found.data as { clients: { edges: { node: { id: string; version: number } }[] } }).clients.edges;
      const update = `mutation ($key: UUID!, $id: ID!, $version: Int!) {
        updateClient(idempotencyKey: $key, id: $id, expectedVersion: $version, input: { travelLimitMinutes: 45 }) {
          client { version } userErrors { code ... on RefusalError { details { name value } } } } }`;
      const ask = (version: number): ReturnType<TestCaller['ask']> =>
        caseworker.ask(update, { key: randomUUID(), id: edge?.node.id, version });
      const version = edge?.node.version ?? 0;
      expect((await ask(version)).data).toMatchObject({
        updateClient: { client: { version: version + 1 }, userErrors: [] },
      });
      expect((await ask(version)).data).toMatchObject({
        updateClient: {
          client: null,
          userErrors: [{ code: 'STALE_VERSION', details: [{ name: 'currentVersion', value: String(version + 1) }] }],
        },
      });
    });

    it('answers for somebody else’s client as for one that does not exist', async () => {
      const { rows } = await database.admin.query<{ id: string }>(
        `select c.id from client c join membership m on m.id = c.caseworker_membership_id
          where m.display_name = '罗志远' limit 1`,
      );
      const update = `mutation ($key: UUID!, $id: ID!) { updateClient(idempotencyKey: $key, id: $id, expectedVersion: 1, input: {}) { client { id } userErrors { code field } } }`;
      const foreign = await caseworker.ask(update, { key: randomUUID(), id: rows[0]?.id });
      const missing = await caseworker.ask(update, { key: randomUUID(), id: randomUUID() });
      expect(foreign).toEqual(missing);
      expect(foreign.data).toMatchObject({
        updateClient: { client: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] },
      });
    });
  });
});
