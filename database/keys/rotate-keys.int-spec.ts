import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { systemActor } from '#domain/common/actor';
import { seedDatabase } from '#database/seeds/seed';
import { SystemClock } from '#platform/clock/clock';
import { openCountyKeys, type WrappedKey } from '#platform/crypto/county-keys';
import { ClientErased, FieldCrypto } from '#platform/crypto/field-crypto';
import { sealedUnder, sealUnderCounty } from '#platform/crypto/sealed-field';
import type { Tx } from '#platform/database/transaction';
import { Transactions } from '#platform/database/transactions';
import { contentPlace, openContent } from '#platform/files/content-key';
import { FolderFileStore } from '#platform/files/file-store';
import { testDatabase, type TestDatabase } from '#testing/database';
import { ENCRYPTED_COLUMNS } from '../encrypted-columns';
import { rotateCountyKeys, RotationRunning, type RotationReport } from './rotate-keys';

const OLD_FILE = '0197c2a0-0000-7000-8000-0000000000f1';
const OLD_ROWS = 40;
const OLD_CONTENT = Buffer.from('姓名,手机\n周水莲,13800000001\n');

interface NamedClient {
  readonly id: string;
  readonly sealed: Buffer;
}

describe('keys of clients, and their rotation', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-keys-'));
  const master = randomBytes(32);
  const store = new FolderFileStore(home);
  let database: TestDatabase;
  let transactions: Transactions;
  let countyId: string;
  let names: ReadonlyMap<string, string>;

  beforeAll(async () => {
    database = await testDatabase();
    await seedDatabase({
      migrateUrl: database.urls.migrateUrl,
      masterKey: master,
      scale: 'county',
      demoPassword: null,
    });
    transactions = new Transactions(database.app, new SystemClock());
    countyId = (await rows<{ id: string }>('select id from county'))[0]?.id ?? '';
    names = await readNames();
  });

  afterAll(async () => {
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  const rows = async <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    (await database.admin.query<T>(sql, parameters)).rows;

  const asJob = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transactions.run(systemActor(countyId, 'test'), work);

  const sealedNames = (tx: Tx, most = 1_000): Promise<NamedClient[]> =>
    tx.query<NamedClient>('select id, name_enc as sealed from client order by id limit $1', [most]);

  const place = (id: string) => ({ table: 'client', column: 'name_enc', rowId: id, clientId: id });

  async function readNames(crypto = new FieldCrypto(() => master)): Promise<ReadonlyMap<string, string>> {
    return asJob(async (tx) => {
      const clients = await sealedNames(tx);
      const read = clients.map(async ({ id, sealed }) => [id, await crypto.decrypt(tx, place(id), sealed)] as const);
      return new Map(await Promise.all(read));
    });
  }

  async function rotate(batchSize = 100): Promise<RotationReport> {
    const client = new pg.Client({ connectionString: database.urls.migrateUrl });
    await client.connect();
    try {
      const tools = { client, masterKey: master, store, batchSize, onBatch: () => undefined };
      return await rotateCountyKeys(tools, countyId);
    } finally {
      await client.end();
    }
  }

  /** As it was before there were keys of clients: fields and a file under the county's key. */
  async function plantOldRows(): Promise<void> {
    const wrapped = await rows<WrappedKey>('select purpose, version, wrapped from county_key');
    const keys = openCountyKeys(master, countyId, wrapped);
    const old = [...names.entries()].slice(0, OLD_ROWS);
    await rows('delete from client_key where client_id = any($1)', [old.map(([id]) => id)]);
    for (const [id, name] of old) {
      const sealed = sealUnderCounty(keys, countyId, place(id), Buffer.from(name));
      await rows(
        'update client set name_enc = $2, phone_enc = null, phone_bidx = null, phone_tail_bidx = null where id = $1',
        [id, sealed],
      );
    }
    await store.put(OLD_FILE, sealUnderCounty(keys, countyId, contentPlace(OLD_FILE), OLD_CONTENT));
    const name = sealUnderCounty(
      keys,
      countyId,
      { table: 'file', column: 'name_enc', rowId: OLD_FILE },
      Buffer.from('名单.csv'),
    );
    await rows(
      `insert into file (county_id, id, storage_key, name_enc, sha256, bytes, media_type, uploaded_by_membership_id, organisation_id, created_at, keep_until)
       select county_id, $1::uuid, $1::text, $2::bytea, decode(repeat('00', 32), 'hex'), 40, 'text/csv', id, organisation_id, now(), current_date
         from membership where role = 'CASEWORKER' limit 1`,
      [OLD_FILE, name],
    );
  }

  it('has every sealed column of the catalogue on its list', async () => {
    const columns = await rows<{ place: string }>(
      `select c.table_name || '.' || c.column_name as place
         from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name like '%\\_enc'
          and table_name <> 'second_factor' order by 1`,
    );
    expect(ENCRYPTED_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(
      columns.map((row) => row.place),
    );
  });

  it('seals what is generated under the clients’ own keys', async () => {
    const clients = await asJob((tx) => sealedNames(tx));
    expect(clients.every(({ sealed }) => sealedUnder(sealed).key === 'CLIENT')).toBe(true);
  });

  it('opens the keys of fifty clients with one query', async () => {
    const statements: string[] = [];
    const crypto = new FieldCrypto(() => master);
    await asJob(async (tx) => {
      const counted: Tx = { ...tx, query: (sql, parameters) => (statements.push(sql), tx.query(sql, parameters)) };
      const clients = await sealedNames(tx, 50);
      await Promise.all(clients.map(({ id, sealed }) => crypto.decrypt(counted, place(id), sealed)));
    });
    expect(statements.filter((sql) => sql.includes('from client_key'))).toHaveLength(1);
    expect(statements).toHaveLength(2); // the county's keys once, the clients' keys once
  });

  it('opens a client’s name under no other client’s key', async () => {
    const crypto = new FieldCrypto(() => master);
    await asJob(async (tx) => {
      const [one, other] = await sealedNames(tx, 2);
      if (one === undefined || other === undefined) throw new Error('There are clients.');
      await expect(crypto.decrypt(tx, { ...place(one.id), clientId: other.id }, one.sealed)).rejects.toThrow();
      await expect(crypto.decrypt(tx, place(one.id), one.sealed)).resolves.toBe(names.get(one.id));
    });
  });

  it('reads and writes nothing of a client whose key is destroyed', async () => {
    const id = [...names.keys()].at(-1) ?? '';
    const crypto = new FieldCrypto(() => master);
    const [kept] = await rows<{ wrapped: Buffer }>('select wrapped from client_key where client_id = $1', [id]);
    await rows('update client_key set wrapped = null, destroyed_at = now() where client_id = $1', [id]);
    await asJob(async (tx) => {
      const [client] = await tx.query<NamedClient>('select id, name_enc as sealed from client where id = $1', [id]);
      await expect(crypto.decryptBytes(tx, place(id), client?.sealed ?? Buffer.alloc(2))).rejects.toThrow(ClientErased);
      await expect(crypto.decrypt(tx, place(id), client?.sealed ?? Buffer.alloc(2))).resolves.toBe('');
      await expect(crypto.encrypt(tx, place(id), '某某')).rejects.toThrow(ClientErased);
    });
    await rows('update client_key set wrapped = $2, destroyed_at = null where client_id = $1', [id, kept?.wrapped]);
  });

  it('wraps every key anew, moves what is from before under the clients’ keys, and drops the old version', async () => {
    await plantOldRows();
    const report = await rotate();
    expect(report).toEqual({
      version: 2,
      resumed: false,
      clientKeys: names.size - OLD_ROWS,
      fields: OLD_ROWS + 1,
      files: 1,
      dropped: [1],
    });
    expect(await readNames()).toEqual(names);
    const [state] = await rows<{ keys: number; versions: number[]; held: number[] }>(
      `select (select count(*)::int from client_key) as keys,
              (select array_agg(distinct county_key_version) from client_key) as versions,
              (select array_agg(version) from county_key where purpose = 'DATA') as held`,
    );
    expect(state).toEqual({ keys: names.size, versions: [2], held: [2] });
  });

  it('keeps the content of a file from before readable, under a key of its own', async () => {
    const [file] = await rows<{ storageKey: string; keyEnc: Buffer }>(
      'select storage_key as "storageKey", key_enc as "keyEnc" from file where id = $1',
      [OLD_FILE],
    );
    const crypto = new FieldCrypto(() => master);
    const keyPlace = { table: 'file', column: 'key_enc', rowId: OLD_FILE };
    const key = await asJob((tx) => crypto.decryptBytes(tx, keyPlace, file?.keyEnc ?? Buffer.alloc(0)));
    const sealed = await store.get(file?.storageKey ?? '');
    expect(openContent(key, countyId, OLD_FILE, sealed)).toEqual(OLD_CONTENT);
    await expect(store.get(OLD_FILE)).rejects.toThrow(/ENOENT/);
  });

  it('finds nothing to move the next time, and still makes a new key', async () => {
    const report = await rotate();
    expect(report).toMatchObject({ version: 3, resumed: false, clientKeys: names.size, files: 0, dropped: [2] });
    expect(await readNames()).toEqual(names);
  });

  it('is refused while another rotation of the county runs', async () => {
    const client = new pg.Client({ connectionString: database.urls.migrateUrl });
    await client.connect();
    await client.query('select pg_advisory_lock($1, hashtext($2))', [421_223, countyId]);
    await expect(rotate()).rejects.toThrow(RotationRunning);
    await client.end();
    const [held] = await rows<{ versions: number[] }>(
      `select array_agg(version) as versions from county_key where purpose = 'DATA'`,
    );
    expect(held?.versions).toEqual([3]);
  });

  it('waits for a reader who began before, and lets those who begin meanwhile go on', async () => {
    const reading = await transactions.open(systemActor(countyId, 'test'), { readOnly: true });
    const before = await sealedNames(reading.tx, 5);
    let isDone = false;
    const rotation = rotate().then((report) => {
      isDone = true;
      return report;
    });
    expect(await readNames()).toEqual(names);
    expect(isDone).toBe(false);
    const crypto = new FieldCrypto(() => master);
    const [first] = before;
    await expect(crypto.decrypt(reading.tx, place(first?.id ?? ''), first?.sealed ?? Buffer.alloc(0))).resolves.toBe(
      names.get(first?.id ?? ''),
    );
    await reading.commit();
    await expect(rotation).resolves.toMatchObject({ version: 4, dropped: [3] });
  });

  it('leaves an entry in the audit trail for each rotation', async () => {
    const entries = await rows(`select 1 from audit_entry where action = 'keys.rotated'`);
    expect(entries).toHaveLength(3);
  });
});
