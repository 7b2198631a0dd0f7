import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { systemActor } from '#domain/common/actor';
import { seedDatabase } from '#database/seeds/seed';
import { SystemClock } from '#platform/clock/clock';
import { openCountyKeys, type WrappedKey } from '#platform/crypto/county-keys';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import { masterKey } from '#platform/crypto/master-key';
import { sealUnderCounty } from '#platform/crypto/sealed-field';
import { Transactions } from '#platform/database/transactions';
import { testDatabase, type TestDatabase } from '#testing/database';

const ROOT = path.resolve(__dirname, '../..');
const PROGRAM = path.join(__dirname, 'support/rotate-keys.mjs');
const BUILT = path.join(ROOT, 'dist/database/keys/rotate-keys.js');
const KILLS = 20;
const OLD_ROWS = 200;
const BATCH = 15;
const ENDS_WITHIN_MS = 120_000;
const SEED = Number(process.env['FAULT_SEED'] ?? '20260312');

/** Park and Miller: the same seed, the same kills. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed % 2_147_483_647;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

interface Sealed {
  readonly id: string;
  readonly name: Buffer;
  readonly phone: Buffer | null;
}

describe(`a rotation of keys that is killed again and again (seed ${SEED})`, () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  const random = randomFrom(SEED);
  const expected = new Map<string, { name: string; phone: string | null }>();
  const crypto = new FieldCrypto(() => masterKey(home));
  let database: TestDatabase;
  let transactions: Transactions;
  let countyId: string;
  let isOver = false;
  let looks = 0;
  let writes = 0;
  let alongside = Promise.resolve();
  const killedIn = new Set<string>();

  beforeAll(async () => {
    if (!existsSync(BUILT)) throw new Error(`${BUILT} is not built: run the tests by \`npm test\`.`);
    database = await testDatabase();
    await seedDatabase({
      migrateUrl: database.urls.migrateUrl,
      masterKey: masterKey(home),
      scale: 'county',
      demoPassword: null,
    });
    transactions = new Transactions(database.app, new SystemClock());
    countyId = (await rows<{ id: string }>('select id from county'))[0]?.id ?? '';
    for (const [id, value] of await readAll()) expected.set(id, value);
    await plantOldRows();
  }, 240_000);

  afterAll(async () => {
    isOver = true;
    await Promise.allSettled([alongside]);
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  const rows = async <T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    (await database.admin.query<T>(sql, parameters)).rows;

  const place = (id: string, column: 'name_enc' | 'phone_enc') => ({
    table: 'client',
    column,
    rowId: id,
    clientId: id,
  });

  /** Clients from before there were keys of clients. */
  async function plantOldRows(): Promise<void> {
    const wrapped = await rows<WrappedKey>('select purpose, version, wrapped from county_key');
    const keys = openCountyKeys(masterKey(home), countyId, wrapped);
    const old = [...expected.entries()].slice(0, OLD_ROWS);
    await rows('delete from client_key where client_id = any($1)', [old.map(([id]) => id)]);
    for (const [id, { name, phone }] of old) {
      const sealed = (column: 'name_enc' | 'phone_enc', plain: string): Buffer =>
        sealUnderCounty(keys, countyId, place(id, column), Buffer.from(plain));
      await rows('update client set name_enc = $2, phone_enc = $3 where id = $1', [
        id,
        sealed('name_enc', name),
        phone === null ? null : sealed('phone_enc', phone),
      ]);
    }
  }

  /** Every name and phone, as the application reads them. */
  function readAll(): Promise<ReadonlyMap<string, { name: string; phone: string | null }>> {
    return transactions.run(systemActor(countyId, 'test'), async (tx) => {
      const sealed = await tx.query<Sealed>('select id, name_enc as name, phone_enc as phone from client');
      const opened = sealed.map(async ({ id, name, phone }) => {
        const value = {
          name: await crypto.decrypt(tx, place(id, 'name_enc'), name),
          phone: phone === null ? null : await crypto.decrypt(tx, place(id, 'phone_enc'), phone),
        };
        return [id, value] as const;
      });
      return new Map(await Promise.all(opened));
    });
  }

  /** The application goes on: reads everything, changes somebody's phone, reads everything … */
  async function workAlongside(): Promise<void> {
    const ids = [...expected.keys()];
    while (!isOver) {
      expect(await readAll()).toEqual(expected);
      looks += 1;
      const id = ids[random(ids.length)] ?? '';
      const phone = `139${String(random(100_000_000)).padStart(8, '0')}`;
      await transactions.run(systemActor(countyId, 'test'), async (tx) => {
        const sealed = await crypto.encrypt(tx, place(id, 'phone_enc'), phone);
        const print = await crypto.blindIndex(tx, 'client.phone', phone);
        await tx.query('update client set phone_enc = $2, phone_bidx = $3, phone_tail_bidx = $3 where id = $1', [
          id,
          sealed,
          print,
        ]);
      });
      expected.set(id, { name: expected.get(id)?.name ?? '', phone });
      writes += 1;
    }
  }

  /** Runs the command; kills it at the given line of its progress. True where it was killed before its end. */
  async function rotate(killAtLine: number): Promise<boolean> {
    const { migrateUrl } = database.urls;
    const child = spawn(process.execPath, [PROGRAM, migrateUrl, home, countyId, String(BATCH)], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'] ?? '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let lines = 0;
    let said = '';
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines += 1;
      said += `${line}\n`;
      if (lines !== killAtLine) return;
      killedIn.add(line.split(':')[0] ?? '');
      setTimeout(() => child.kill('SIGKILL'), random(6)); // somewhere in the batches that follow
    });
    let isLate = false;
    const timer = setTimeout(() => (isLate = child.kill('SIGKILL')), ENDS_WITHIN_MS);
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
      child.once('close', (exit, by) => resolve([exit, by]));
    });
    clearTimeout(timer);
    if (isLate) throw new Error(`The rotation did not end in ${ENDS_WITHIN_MS} ms:\n${said}`);
    if (signal !== 'SIGKILL' && code !== 0) throw new Error(`The rotation ended with ${String(code)}:\n${said}`);
    return signal === 'SIGKILL';
  }

  it(`keeps every value readable through ${KILLS} kills, and ends with one key`, async () => {
    alongside = workAlongside();
    let kills = 0;
    let finished = 0;
    while (kills < KILLS) {
      const wasKilled = await Promise.race([rotate(1 + random(20)), alongside.then(() => true)]);
      if (wasKilled) kills += 1;
      else finished += 1;
    }
    while (await rotate(Number.MAX_SAFE_INTEGER)) kills += 1;
    isOver = true;
    await alongside;
    expect(await readAll()).toEqual(expected);
    const [state] = await rows<{ held: number; wrapped: number; old: number; keys: number }>(
      `select (select count(*)::int from county_key where purpose = 'DATA') as held,
              (select count(distinct county_key_version)::int from client_key) as wrapped,
              (select count(*)::int from client where get_byte(name_enc, 0) < 128 or get_byte(phone_enc, 0) < 128) as old,
              (select count(*)::int from client_key) as keys`,
    );
    expect(state).toEqual({ held: 1, wrapped: 1, old: 0, keys: expected.size });
    expect(looks).toBeGreaterThanOrEqual(KILLS);
    expect(killedIn.size).toBeGreaterThanOrEqual(3); // keys made, keys wrapped, fields
    process.stderr.write(
      `${kills} kills in ${[...killedIn].join(', ')}; ${finished + 1} rotations to their end, ${looks} looks, ${writes} changes\n`,
    );
  }, 400_000);
});
