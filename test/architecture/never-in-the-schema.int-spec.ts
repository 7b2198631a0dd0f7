import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { isBanned } from '#domain/common/term-list';
import { MediaType } from '#features/files';
import { testDatabase, type TestDatabase } from '#testing/database';
import { forbiddenIn, wordsOf } from './support/forbidden-words';

const SCHEMA = readFileSync(path.join(__dirname, '../../libs/contract/schema.graphql'), 'utf8');

/** Everything in the GraphQL schema that has a name, and every description. */
function graphqlNames(): { names: string[]; texts: string[] } {
  const schema = buildSchema(SCHEMA);
  const names: string[] = [];
  const texts: string[] = [];
  const take = (one: { name: string; description?: string | null | undefined }): void => {
    names.push(one.name);
    if (one.description) texts.push(one.description);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    take(type);
    if (isEnumType(type)) type.getValues().forEach(take);
    if (isInputObjectType(type)) Object.values(type.getFields()).forEach(take);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      take(field);
      field.args.forEach(take);
    }
  }
  return { names, texts };
}

describe('what may never stand in the schema', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });

  afterAll(() => database.close());

  async function catalogueNames(): Promise<string[]> {
    const { rows } = await database.admin.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema in ('public', 'app', 'auth')
       union select column_name from information_schema.columns where table_schema in ('public', 'app', 'auth')
       union select conname from pg_constraint where connamespace = 'public'::regnamespace
       union select proname from pg_proc where pronamespace in ('public'::regnamespace, 'app'::regnamespace, 'auth'::regnamespace)
       union select value[1] from pg_constraint, regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''', 'g') value
              where connamespace = 'public'::regnamespace and contype = 'c'`,
    );
    return rows.map(({ name }) => name).filter((name) => !name.startsWith('gbt_') && !name.startsWith('gbtree'));
  }

  it.each([
    ['drugType', 'drug'],
    ['last_relapse_on', 'relapse'],
    ['URINE_TEST', 'urine'],
    ['testResult', 'test result'],
    ['MethadoneDose', 'methadone'],
    ['criminalRecordCheck', 'criminal'],
    ['policeStation', 'police'],
    ['gpsTrack', 'gps'],
    ['face_template', 'face'],
    ['riskScore', 'risk score'],
    ['treatmentPlan', 'treatment'],
  ])('would be found: %s', (name, word) => {
    expect(forbiddenIn(name)).toBe(word);
  });

  it.each([
    'drugstoreless',
    'latestResult',
    'surface',
    'trackedAt',
    'riskless',
    'retreat',
    'policyId',
    'contestResults',
  ])('is not taken for it: %s', (name) => {
    expect(forbiddenIn(name)).toBeNull();
  });

  it('stands in no name of the GraphQL schema, and in no description', () => {
    const { names, texts } = graphqlNames();
    expect(names.length).toBeGreaterThan(500);
    expect(names.filter((name) => forbiddenIn(name) !== null || isBanned(wordsOf(name).join(' ')))).toEqual([]);
    expect(texts.filter(isBanned)).toEqual([]);
  });

  it('stands in no table, column, constraint, function or closed list of the database', async () => {
    const names = await catalogueNames();
    expect(names.length).toBeGreaterThan(500);
    expect(names.filter((name) => forbiddenIn(name) !== null || isBanned(wordsOf(name).join(' ')))).toEqual([]);
  });

  it('is no kind of file: no picture archive, no recording, no track', () => {
    expect(Object.keys(MediaType).sort()).toEqual(['CSV', 'JPEG', 'JSON', 'PDF', 'PNG', 'XLSX']);
  });
});
