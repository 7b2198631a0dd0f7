import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { coerceInputValue, parse, validate, type GraphQLField, type GraphQLSchema } from 'graphql';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';
import { ACTS, COMES_ALONG, type OwnWriting } from './support/own-writing';
import { changesBetween, newRows, wholeDatabase } from './support/row-changes';
import { documentOf, placesOf, variablesOf } from './support/spelled-inputs';

const PASSWORD = 'mass-assignment-2026';

/** What the server alone decides, in the spelling of an input. */
const SERVER_SET =
  /^(countyId|version|createdAt|updatedAt|status|state|eligible|attestedOn|score|seatsTaken|allottedSlots|erasedAt|isCurrent|isActive|role)$|(Enc|Bidx|Hash|MembershipId|AccountId)$/;
/** Inputs that name such a field all the same, and why. */
const DECLARED: Readonly<Record<string, string>> = {
  'overrideBatchAssignment expectedInputHash': 'what was seen, to be told from what is there now; it is never written',
  'MemberInput role': 'an administrator says as what somebody is invited; which roles she may give is checked',
  'MembershipInput role': 'the same for a further membership',
};

describe('mass assignment', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  const callers = new Map<string, TestCaller>();
  let database: TestDatabase;
  let api: TestApi;
  let schema: GraphQLSchema;
  let columns: readonly string[];

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    schema = api.app.get(GraphQLSchemaHost).schema;
    const { rows } = await database.admin.query<{ name: string }>(
      `select distinct attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by 1`,
    );
    columns = rows.map(({ name }) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()));
    for (const login of ['caseworker', 'client', 'supervisor', 'administrator'])
      callers.set(login, await api.signedIn(login, PASSWORD));
  });

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  const mutations = (): GraphQLField<unknown, unknown>[] => Object.values(schema.getMutationType()?.getFields() ?? {});

  const callerOf = (login: string): TestCaller => {
    const caller = callers.get(login);
    if (caller === undefined) throw new Error(`Nobody signed in as ${login}.`);
    return caller;
  };

  const text = async (sql: string): Promise<string> =>
    (await database.admin.query<{ value: string }>(sql)).rows[0]?.value ?? '';

  /** How many of the columns that a place does not declare the schema takes there all the same. */
  function takenBy(mutation: GraphQLField<unknown, unknown>): { cells: number; taken: string[] } {
    const taken: string[] = [];
    let cells = 0;
    for (const { at, type, declared } of placesOf(mutation)) {
      const given = at.reduce<unknown>(
        (value, name) => [(value as Record<string, unknown>)[name]].flat()[0],
        variablesOf(mutation, at, {}),
      ) as Record<string, unknown>;
      const faults = (value: object): number => {
        let found = 0;
        coerceInputValue(value, type, () => (found += 1));
        return found;
      };
      if (faults(given) > 0) taken.push(`${mutation.name} ${at.join('.')}: this test gives what the schema refuses`);
      for (const column of columns.filter((name) => !declared.has(name))) {
        cells += 1;
        if (faults({ ...given, [column]: 'x' }) !== 1) taken.push(`${mutation.name} ${at.join('.')} ${column}`);
      }
    }
    const has = new Set(mutation.args.map(({ name }) => name));
    const more = columns.filter((name) => !has.has(name));
    cells += more.length;
    const refused = validate(schema, parse(documentOf(mutation, more)), undefined, { maxErrors: more.length + 1 });
    const named = new Set(refused.map(({ message }) => /Unknown argument "(\w+)"/.exec(message)?.[1]));
    return {
      cells,
      taken: [...taken, ...more.filter((name) => !named.has(name)).map((name) => `${mutation.name} ${name}`)],
    };
  }

  it('finds no place in any mutation for a column of any table that it does not name', () => {
    const found = mutations().map(takenBy);
    expect(found.flatMap(({ taken }) => taken)).toEqual([]);
    const cells = found.reduce((sum, one) => sum + one.cells, 0);
    expect(cells).toBeGreaterThan(10_000);
    process.stderr.write(`mass assignment: ${cells} fields refused at the places of ${found.length} mutations\n`);
  });

  it('lets no input name what the server sets itself, but for those that say why', () => {
    const named = mutations().flatMap(({ args, ...mutation }) => [
      ...args.map(({ name }) => `${mutation.name} ${name}`),
      ...placesOf({ args, ...mutation }).flatMap(({ type, declared }) =>
        [...declared].map((name) => `${type.name} ${name}`),
      ),
    ]);
    const serverSet = named.filter((one) => SERVER_SET.test(one.split(' ')[1] ?? ''));
    expect([...new Set(serverSet)].sort()).toEqual(Object.keys(DECLARED).sort());
  });

  it('answers such a field over the wire as malformed, at every place, and writes nothing', async () => {
    const before = await wholeDatabase(database.admin);
    const answered = new Set<string>();
    let asked = 0;
    for (const mutation of mutations())
      for (const { at, declared } of placesOf(mutation))
        for (const column of ['id', 'countyId', 'status', 'version', 'createdAt'].filter(
          (name) => !declared.has(name),
        )) {
          const login = [...callers.keys()][asked % callers.size] ?? '';
          const variables = variablesOf(mutation, at, { [column]: randomUUID() }) as Record<string, unknown>;
          const { data, errors } = await callerOf(login).ask(documentOf(mutation), variables);
          answered.add(
            `${data === null ? 'nothing' : 'something'} ${errors.map(({ extensions }) => extensions.code).join()}`,
          );
          asked += 1;
        }
    expect([...answered]).toEqual(['nothing MALFORMED']);
    expect(asked).toBeGreaterThan(100);
    expect(changesBetween(before, await wholeDatabase(database.admin))).toEqual({ added: {}, changed: {}, gone: [] });
  });

  it.each(ACTS.map((act) => [act.name, act] as const))(
    'writes by %s no column but its own',
    async (_, act: OwnWriting) => {
      const variables = Object.fromEntries(
        await Promise.all(Object.entries(act.asked ?? {}).map(async ([name, sql]) => [name, await text(sql)] as const)),
      );
      const given = act.variables(variables);
      const before = await wholeDatabase(database.admin);
      const { data, errors } = await callerOf(act.who).ask(act.document, { ...given, key: randomUUID() });
      expect({ errors, data }).toMatchObject({ errors: [], data: { done: { userErrors: [] } } });
      const after = await wholeDatabase(database.admin);
      const { added, changed, gone } = changesBetween(before, after);
      expect({ name: act.name, added: without(added), changed: without(changed), gone }).toEqual({
        name: act.name,
        added: act.added ?? {},
        changed: act.changed ?? {},
        gone: [],
      });
      const counties = Object.keys(added).flatMap((table) =>
        newRows(before, after, table).flatMap((row) => row['county_id'] ?? []),
      );
      expect(new Set(counties)).toEqual(
        new Set(counties.length === 0 ? [] : [await text('select id as value from county')]),
      );
    },
  );

  const without = <T>(written: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(written).filter(([table]) => !COMES_ALONG.has(table)));
});
