import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type Answer, type TestApi, type TestCaller } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';
import { faultRun, tally } from './support/fault-run';

const PASSWORD = 'same-key-2026';
const AT_ONCE = 50;
/** As long as one statement of a request may take. */
const STATEMENT_MS = 5_000;
const F8 = faultRun('F8 one idempotency key 50 times at once', { inTests: 5, inFull: 100 });

/** Of what a new client writes. */
const SLOW_TABLES = ['client', 'programme_entry', 'audit_entry'];

/** A mutation, the variables of one round, and the table where its one effect lies. */
interface Act {
  readonly who: 'administrator' | 'caseworker';
  readonly document: string;
  readonly input: (round: number) => object;
  readonly table: string;
}

const ACTS: readonly Act[] = [
  {
    who: 'administrator',
    document: `mutation ($input: MemberInput!, $key: UUID!) {
      done: inviteMember(input: $input, idempotencyKey: $key) { result: member { id } userErrors { code } } }`,
    input: (round) => ({ login: `same-key-${round}`, displayName: '新同事', role: 'MENTOR' }),
    table: 'membership',
  },
  {
    who: 'caseworker',
    document: `mutation ($input: ClientInput!, $key: UUID!) {
      done: createClient(input: $input, idempotencyKey: $key) { result: client { id } userErrors { code } } }`,
    input: (round) => ({
      fileNumber: `SK-${round}`,
      name: '张三',
      birthYear: 1990,
      township: '421222100',
      educationCode: '70',
    }),
    table: 'client',
  },
];

describe(`one key sent ${AT_ONCE} times at once`, () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  let database: TestDatabase;
  let api: TestApi;
  let callers: Readonly<Record<Act['who'], TestCaller>>;
  let organisationId: string;

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    const { migrateUrl, appUrl } = database.urls;
    await seedDatabase({ migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: appUrl });
    const login = await text(
      `select a.login as value from user_account a join membership m on m.account_id = a.id where m.role = 'CASEWORKER' limit 1`,
    );
    callers = {
      administrator: await api.signedIn('administrator', PASSWORD),
      caseworker: await api.signedIn(login, PASSWORD),
    };
    organisationId = await text(`select id as value from organisation where kind = 'EMPLOYMENT_OFFICE' limit 1`);
  });

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function text(sql: string): Promise<string> {
    const { rows } = await database.admin.query<{ value: string }>(sql);
    return rows[0]?.value ?? '';
  }

  /** How many rows there are of what the act makes, of receipts, and of what must come with it. */
  async function counts(table: string): Promise<readonly number[]> {
    const counted = await text(
      `select concat_ws(' ', (select count(*) from ${table}), (select count(*) from command_receipt), (select count(*) from audit_entry),
                             (select count(*) from outbox_event)) as value`,
    );
    return counted.split(' ').map(Number);
  }

  const send = (act: Act, input: object, key: string): Promise<Answer> => {
    const placed = act.table === 'membership' ? { ...input, organisationId } : input;
    return callers[act.who].ask(act.document, { input: placed, key });
  };

  it.each(ACTS.map((act) => [act.table, act] as const))(
    `makes one %s and gives ${AT_ONCE} equal answers, ${F8.rounds} times over`,
    async (table, act) => {
      for (let round = 0; round < F8.rounds; round += 1) {
        const key = randomUUID();
        const before = await counts(table);
        const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => send(act, act.input(round), key)));
        expect(answers[0]?.data).toMatchObject({
          done: { userErrors: [], result: { id: expect.any(String) as string } },
        });
        expect(tally(answers.map((answer) => JSON.stringify(answer)))).toEqual({
          [JSON.stringify(answers[0])]: AT_ONCE,
        });
        const after = await counts(table);
        const [rows, receipts, entries, announced] = after.map((count, at) => count - (before[at] ?? 0));
        expect({ rows, receipts, entries }).toEqual({ rows: 1, receipts: 1, entries: 1 });
        expect(announced).toBeLessThanOrEqual(1);
      }
      F8.report({ table, effects: F8.rounds, equalAnswers: F8.rounds * AT_ONCE });
    },
    600_000,
  );

  it(`gives ${AT_ONCE} equal answers where the first takes longer than one statement, or the arrival of a question, may`, async () => {
    const [, act] = ACTS as readonly [Act, Act];
    await slowedDown(async () => {
      const before = await counts(act.table);
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => send(act, act.input(3_000_000), key)));
      expect(answers[0]?.data).toMatchObject({ done: { userErrors: [] } });
      expect(tally(answers.map((answer) => JSON.stringify(answer)))).toEqual({ [JSON.stringify(answers[0])]: AT_ONCE });
      const after = await counts(act.table);
      expect(after.slice(0, 3).map((count, at) => count - (before[at] ?? 0))).toEqual([1, 1, 1]);
    });
  });

  it('waits for the same key in another process longer than a statement may, and does what that one did not', async () => {
    const [, act] = ACTS as readonly [Act, Act];
    const key = randomUUID();
    const account = await text(
      `select m.account_id as value from membership m join client c on c.caseworker_membership_id = m.id
        join command_receipt r on r.account_id = m.account_id limit 1`,
    );
    const elsewhere = await database.admin.connect();
    await elsewhere.query('begin');
    await elsewhere.query(
      `insert into command_receipt (id, county_id, account_id, command, idempotency_key, input_hash, created_at)
       select gen_random_uuid(), id, $1, 'createClient', $2, '', now() from county`,
      [account, key],
    );
    const before = await counts(act.table);
    const answer = send(act, act.input(4_000_000), key);
    await new Promise((resolve) => setTimeout(resolve, STATEMENT_MS + 1_500));
    await elsewhere.query('rollback');
    elsewhere.release();
    expect((await answer).data).toMatchObject({ done: { userErrors: [] } });
    const after = await counts(act.table);
    expect(after.slice(0, 3).map((count, at) => count - (before[at] ?? 0))).toEqual([1, 1, 1]);
  });

  /** As on a machine that has other work to do: each of three statements of the act takes four seconds of the five it may. */
  async function slowedDown(work: () => Promise<void>): Promise<void> {
    await database.admin.query(
      `create function slow_down() returns trigger language plpgsql as 'begin perform pg_sleep(4); return new; end'`,
    );
    for (const table of SLOW_TABLES)
      await database.admin.query(
        `create trigger slow_down before insert on ${table} for each row execute function slow_down()`,
      );
    await work().finally(() => database.admin.query('drop function slow_down() cascade'));
  }

  it(`is told from ${AT_ONCE} keys, the control: the same act under each of them is done once and refused ever after`, async () => {
    const [, act] = ACTS as readonly [Act, Act];
    const input = act.input(2_000_000);
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => send(act, input, randomUUID())));
    const codes = answers.map(({ data, errors }) => {
      const payload = data?.['done'] as { userErrors: { code: string }[] } | undefined;
      return errors[0]?.extensions.code ?? payload?.userErrors[0]?.code ?? 'DONE';
    });
    expect(tally(codes)).toEqual({ DONE: 1, FILE_NUMBER_TAKEN: AT_ONCE - 1 });
  });

  it('refuses another input under a key that was used, and writes nothing', async () => {
    const [, act] = ACTS as readonly [Act, Act]; // an invitation would ask for a fresh proof after five minutes of rounds
    const key = randomUUID();
    await send(act, act.input(1_000_000), key);
    const before = await counts(act.table);
    const { data } = await send(act, act.input(1_000_001), key);
    expect(data).toMatchObject({ done: { result: null, userErrors: [{ code: 'IDEMPOTENCY_MISMATCH' }] } });
    expect(await counts(act.table)).toEqual(before);
  });
});
