import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { systemActor } from '#domain/common/actor';
import { workNeedsIn } from '#domain/clients/work-needs';
import { seedDatabase } from '#database/seeds/seed';
import { SystemClock } from '#platform/clock/clock';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import { sealedUnder } from '#platform/crypto/sealed-field';
import { Transactions } from '#platform/database/transactions';
import { testDatabase, type TestDatabase } from '#testing/database';
import { sealWorkNeeds, type Ask } from './seal-work-needs';

/** The migration's step between its two files, on rows as an operator may have written them before. */
describe('what a workplace would have to arrange, in plain text from before', () => {
  const master = randomBytes(32);
  let database: TestDatabase;
  let migrating: pg.Client;
  let countyId: string;
  let people: { readonly id: string }[];

  beforeAll(async () => {
    database = await testDatabase();
    await seedDatabase({
      migrateUrl: database.urls.migrateUrl,
      masterKey: master,
      scale: 'county',
      demoPassword: null,
    });
    await database.admin.query(`alter table client add column accommodation_needs text[] not null default '{}'`);
    const { rows } = await database.admin.query<{ id: string; county: string }>(
      'select id, county_id as county from client order by id limit 3',
    );
    people = rows;
    countyId = rows[0]?.county ?? '';
    migrating = new pg.Client({ connectionString: database.urls.migrateUrl });
    await migrating.connect();
  }, 120_000);

  afterAll(async () => {
    await migrating.end();
    await database.close();
  });

  const ask: Ask = async <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    (await migrating.query<T>(sql, parameters)).rows;
  const noKey = (): Buffer => {
    throw new Error('Nobody needs the master key.');
  };

  it('asks for no key where there is nothing to seal', async () => {
    expect(await sealWorkNeeds(ask, noKey)).toBe(0);
  });

  it('lies under each client’s own key after that, under her county’s where she has none, and no longer in plain text', async () => {
    await database.admin.query(
      `update client set accommodation_needs = '{周三上午需请假,靠窗的座位}' where id = any ($1)`,
      [people.map(({ id }) => id)],
    );
    await database.admin.query('delete from client_key where client_id = $1', [people[2]?.id]);
    expect(await sealWorkNeeds(ask, () => master)).toBe(3);
    const { rows } = await database.admin.query<{ id: string; sealed: Buffer; plain: string[] }>(
      'select id, accommodation_needs_enc as sealed, accommodation_needs as plain from client where id = any ($1) order by id',
      [people.map(({ id }) => id)],
    );
    expect(rows.map(({ sealed, plain }) => [sealedUnder(sealed).key, plain])).toEqual([
      ['CLIENT', []],
      ['CLIENT', []],
      ['COUNTY', []],
    ]);
    const transactions = new Transactions(database.app, new SystemClock());
    const crypto = new FieldCrypto(() => master);
    const opened = await transactions.run(systemActor(countyId, 'test'), (tx) =>
      Promise.all(
        rows.map(({ id, sealed }) =>
          crypto.decrypt(tx, { table: 'client', column: 'accommodation_needs_enc', rowId: id, clientId: id }, sealed),
        ),
      ),
    );
    expect(opened.map(workNeedsIn)).toEqual(Array(3).fill(['周三上午需请假', '靠窗的座位']));
    expect(await sealWorkNeeds(ask, noKey)).toBe(0);
  });
});
