import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { addDays, dayOf } from '#domain/common/day';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';

const PASSWORD = 'score-weights-2026';
const CHANGE = `mutation ($input: ScoreWeightsInput!, $from: Date!, $version: Int!, $key: UUID!) {
  changeScoreWeights(input: $input, effectiveFrom: $from, expectedVersion: $version, idempotencyKey: $key) {
    scoreWeights { version effectiveFrom } userErrors { code field } } }`;
const PREVIEW = `query ($input: ScoreWeightsInput!) {
  previewScoreWeights(input: $input) { people changed positions { before after position { id } } } }`;
const IN_FORCE = '{ scoreWeightsInForce { version skills commute } scoreWeights { version } }';
const OF_VERSION_1 = {
  skills: 3_000,
  occupation: 2_000,
  commute: 2_000,
  pay: 1_500,
  shiftAndHours: 1_000,
  benefits: 500,
};
const COMMUTE_ALONE = { skills: 0, occupation: 0, commute: 10_000, pay: 0, shiftAndHours: 0, benefits: 0 };

interface Preview {
  readonly people: number;
  readonly changed: number;
  readonly positions: readonly { before: number; after: number }[];
}

describe('the weights of the score', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  const today = dayOf(new Date());
  let database: TestDatabase;
  let api: TestApi;
  let supervisor: TestCaller;

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    supervisor = await api.signedIn('supervisor', PASSWORD);
  }, 180_000);

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  beforeEach(() => database.admin.query('delete from score_weights'));

  const versions = async (): Promise<number> =>
    (await database.admin.query<{ n: number }>('select count(*)::int as n from score_weights')).rows[0]?.n ?? -1;

  async function change(input: object, { from = today, version = 1, caller = supervisor } = {}): Promise<string[]> {
    const { data } = await caller.ask(CHANGE, { input, from, version, key: randomUUID() });
    const payload = data?.['changeScoreWeights'] as { userErrors: { code: string }[] } | undefined;
    return payload?.userErrors.map(({ code }) => code) ?? ['FORBIDDEN'];
  }

  async function preview(input: object): Promise<Preview | null> {
    return ((await supervisor.ask(PREVIEW, { input })).data?.['previewScoreWeights'] ?? null) as Preview | null;
  }

  it('counts from its day on, and the version before it until then', async () => {
    expect(await change(COMMUTE_ALONE, { from: addDays(today, 1) })).toEqual([]);
    expect((await supervisor.ask(IN_FORCE)).data).toMatchObject({
      scoreWeightsInForce: { version: 1, skills: 3_000 },
      scoreWeights: [{ version: 2 }],
    });
    expect(await change(COMMUTE_ALONE, { version: 2 })).toEqual([]);
    expect((await supervisor.ask(IN_FORCE)).data).toMatchObject({
      scoreWeightsInForce: { version: 3, skills: 0, commute: 10_000 },
    });
  });

  it.each<[string, object, object, string[]]>([
    ['points that are not 10,000 together', { ...OF_VERSION_1, skills: 3_001 }, {}, ['WEIGHTS_SUM']],
    ['a negative weight', { ...OF_VERSION_1, skills: -1 }, {}, ['WEIGHT_OUT_OF_RANGE']],
    ['what changes nothing', OF_VERSION_1, {}, ['WEIGHTS_UNCHANGED']],
    ['yesterday', COMMUTE_ALONE, { from: addDays(today, -1) }, ['DAY_IN_PAST']],
    ['a version that is not the latest', COMMUTE_ALONE, { version: 2 }, ['STALE_VERSION']],
  ])('refuses %s and writes nothing', async (_, input, options, codes) => {
    expect(await change(input, options)).toEqual(codes);
    expect(await versions()).toBe(0);
  });

  it('refuses a second version of the same day', async () => {
    expect(await change(COMMUTE_ALONE)).toEqual([]);
    expect(await change(OF_VERSION_1, { version: 2 })).toEqual(['DAY_TAKEN']);
    expect(await versions()).toBe(1);
  });

  it('lets one of twenty at once through', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => change(COMMUTE_ALONE)));
    expect(codes.filter((one) => one.length === 0)).toHaveLength(1);
    expect(await versions()).toBe(1);
  });

  it('is a supervisor’s to change', async () => {
    const caseworker = await api.signedIn('caseworker', PASSWORD);
    expect(await change(COMMUTE_ALONE, { caller: caseworker })).toEqual(['FORBIDDEN']);
    expect(await versions()).toBe(0);
  });

  it('shows beforehand for how many people another position would come first, and writes nothing', async () => {
    expect(await preview(OF_VERSION_1)).toMatchObject({ changed: 0, positions: [] });
    const other = await preview(COMMUTE_ALONE);
    expect(other?.people).toBeGreaterThan(0);
    expect(other?.changed).toBeGreaterThan(0);
    const sums = other?.positions.map(({ before, after }) => before !== after);
    expect(sums?.length).toBeGreaterThan(0);
    expect(sums).not.toContain(false);
    expect(await preview({ ...OF_VERSION_1, skills: 0 })).toBeNull();
    expect(await versions()).toBe(0);
  });

  it('equals what the ranking then gives', async () => {
    const foretold = await preview(COMMUTE_ALONE);
    expect(await change(COMMUTE_ALONE)).toEqual([]);
    expect(await preview(COMMUTE_ALONE)).toMatchObject({ people: foretold?.people, changed: 0 });
    expect(await preview(OF_VERSION_1)).toMatchObject({ changed: foretold?.changed });
  });
});
