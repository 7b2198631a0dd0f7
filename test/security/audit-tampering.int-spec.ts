import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#domain/common/actor';
import { AnchorBook } from '#platform/audit/anchor-book';
import { Audit } from '#platform/audit/audit';
import { GENESIS, hashOf, SEALED_COLUMNS, type SealedEntry } from '#platform/audit/audit-chain';
import { verifyChain, type ChainState } from '#platform/audit/verify-chain';
import { SystemClock } from '#platform/clock/clock';
import { Transactions } from '#platform/database/transactions';
import { testDatabase, type TestDatabase } from '#testing/database';
import { pastTheMatrix } from '#testing/database-wall';
import { TAMPERINGS } from './support/tamperings';

const ENTRIES = 250;
const POSITIONS = Array.from({ length: 50 }, (_, index) => 1 + index * 5);

describe('the audit chain', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  const book = new AnchorBook(home);
  const audit = new Audit();
  const county = uuidv7();
  let database: TestDatabase;
  let transactions: Transactions;

  const actor: Actor = {
    countyId: county,
    role: 'CASEWORKER',
    accountId: uuidv7(),
    membershipId: uuidv7(),
    organisationId: uuidv7(),
    clientId: null,
  };

  const query =
    (client: pg.ClientBase | pg.Pool) =>
    async <T extends object>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> =>
      (await client.query<T & pg.QueryResultRow>(sql, [...parameters])).rows;

  const verified = (client: pg.ClientBase | pg.Pool = database.admin): Promise<ChainState> =>
    verifyChain(query(client), county, book.read(county));

  const act = (fields: string[] = []): Promise<void> =>
    transactions.run(actor, (tx) =>
      audit.record(tx, { action: 'client.updated', subjectType: 'client', subjectId: uuidv7(), fields }),
    );

  async function anchor(): Promise<void> {
    const [head] = await query(database.admin)<{ sequence: number; hash: Buffer }>(
      'select sequence, hash from audit_head where county_id = $1',
      [county],
    );
    if (head === undefined) throw new Error('There is no chain.');
    const at = new Date().toISOString();
    book.append({ kind: 'ANCHOR', countyId: county, sequence: head.sequence, hash: head.hash.toString('hex'), at });
  }

  /** Runs as the server's superuser with triggers and foreign keys asleep, and undoes everything. */
  async function asSuperuser<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await database.admin.connect();
    try {
      await client.query('begin');
      await client.query('set local session_replication_role = replica');
      return await work(client);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  beforeAll(async () => {
    database = await testDatabase();
    transactions = new Transactions(database.app, new SystemClock());
    await database.admin.query(
      `insert into county (id, code, name, product_name) values ($1, '000001', '甲县', '同工')`,
      [county],
    );
    for (let made = 0; made < ENTRIES / 10; made += 1)
      await Promise.all(Array.from({ length: 10 }, () => act(['phone'])));
    await anchor();
  });

  afterAll(async () => {
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('links acts that commit side by side without a gap, and is intact', async () => {
    expect(await verified()).toEqual({ rows: ENTRIES, anchoredSequence: ENTRIES, problem: null });
  });

  it.each(Object.entries(TAMPERINGS))('shows %s, at every one of 50 places', async (_, tamper) => {
    const missed: number[] = [];
    for (const at of POSITIONS) {
      const { problem } = await asSuperuser(async (client) => {
        await tamper(client, county, at);
        return verified(client);
      });
      if (problem === null) missed.push(at);
    }
    expect(missed).toEqual([]);
    expect((await verified()).problem).toBeNull();
  });

  it.each([
    [
      'an entry put in while the trigger slept',
      'ENTRY_WITHOUT_LINK',
      `insert into audit_entry (county_id, id, occurred_at, actor_role, action, subject_type) values ('${county}', gen_random_uuid(), now(), 'X', 'x', 'x')`,
    ],
    [
      'a link that lost its entry',
      'ENTRY_MISSING',
      `delete from audit_entry where id = (select id from audit_link where sequence = 7)`,
    ],
    [
      'a beginning that was cut off by hand',
      'CUT_WITHOUT_CHECKPOINT',
      `delete from audit_link where sequence <= 9; delete from audit_entry e where not exists (select from audit_link l where l.id = e.id); update audit_head set cut_sequence = 9`,
    ],
    ['a chain without a head', 'HEAD_MISMATCH', `delete from audit_head`],
  ])('names %s', async (_, code, sql) => {
    const state = await asSuperuser(async (client) => {
      await client.query(sql);
      return verified(client);
    });
    expect(state.problem?.code).toBe(code);
  });

  it('names an anchor that another key signed, and a chain without any anchor', async () => {
    const file = path.join(home, 'audit', `${county}.anchors`);
    const kept = readFileSync(file, 'utf8');
    writeFileSync(file, kept.replace(`"sequence":${ENTRIES}`, '"sequence":3'));
    expect((await verified()).problem?.code).toBe('ANCHOR_FORGED');
    writeFileSync(file, '');
    expect((await verified()).problem?.code).toBe('NO_ANCHOR');
    writeFileSync(file, `${kept}{"kind":"ANC`);
    expect((await verified()).problem).toBeNull(); // a line that a crash tore off
    await anchor();
    expect(book.read(county).anchors).toHaveLength(2);
  });

  it('leaves no link of an act that was rolled back', async () => {
    const before = await verified();
    await expect(
      transactions.run(actor, async (tx) => {
        await audit.record(tx, { action: 'x.done', subjectType: 'x', subjectId: null });
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await verified()).toEqual(before);
  });

  it('lets nobody sign an act with another person’s name, write links, or take entries away, not even a job', async () => {
    const forged = `insert into audit_entry (county_id, id, occurred_at, actor_role, actor_account_id, action, subject_type)
      values ('${county}', gen_random_uuid(), now(), 'CASEWORKER', gen_random_uuid(), 'x', 'x')`;
    const refusals = [
      forged,
      'delete from audit_link',
      'delete from audit_entry',
      `update audit_entry set action = 'x'`,
      'update audit_head set sequence = 0',
      'select app.cut_audit(5)',
    ];
    for (const sql of refusals) {
      await expect(pastTheMatrix(database.app, actor, [sql])).rejects.toThrow(
        /row-level security|permission denied|only a job/,
      );
    }
    for (const sql of refusals.filter((one) => /^(delete|update)/.test(one)))
      await expect(transactions.run(actor, (tx) => tx.query(sql))).rejects.toThrow(
        /policy matrix gives CASEWORKER nothing/,
      );
    for (const sql of [
      'delete from audit_entry',
      'delete from audit_link',
      `update audit_link set sequence = 1`,
      'truncate audit_entry cascade',
    ]) {
      await expect(database.admin.query(sql)).rejects.toThrow('append-only');
    }
    expect((await verified()).problem).toBeNull();
  });

  it('keeps entries for three years, and is intact after a cut at a signed checkpoint', async () => {
    const job = { ...actor, role: 'SYSTEM:audit.retention' as const, accountId: null, membershipId: null };
    await expect(transactions.run(job, (tx) => tx.query('select app.cut_audit(5)'))).rejects.toThrow('three years');
    const other = uuidv7();
    await database.admin.query(
      `insert into county (id, code, name, product_name) values ($1, '000002', '乙县', '同工')`,
      [other],
    );
    const old = { ...job, countyId: other };
    const insert = `insert into audit_entry (county_id, id, occurred_at, actor_role, action, subject_type)
      select '${other}', gen_random_uuid(), now() - age::interval, 'SYSTEM:audit.retention', 'x.done', 'x'
        from (values ('3 years 2 days'), ('3 years 2 days'), ('1 day')) v (age)`;
    await transactions.run(old, (tx) => tx.query(insert));
    const [link] = await query(database.admin)<{ hash: Buffer }>(
      'select hash from audit_link where county_id = $1 and sequence = 2',
      [other],
    );
    book.append({ kind: 'CHECKPOINT', countyId: other, sequence: 2, hash: link?.hash.toString('hex') ?? '', at: '' });
    await transactions.run(old, (tx) => tx.query('select app.cut_audit(2)'));
    const state = await verifyChain(query(database.admin), other, book.read(other));
    expect(state).toEqual({ rows: 1, anchoredSequence: 2, problem: null });
  });

  it('computes in the verifier what the database computes, for any text', async () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));
    const optional = fc.option(fc.uuid());
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          action: text,
          subjectType: text,
          subjectId: optional,
          requestId: fc.option(text),
          fields: fc.array(text),
          micros: fc.integer({ min: 0 }),
        }),
        async ({ action, subjectType, subjectId, requestId, fields, micros }) => {
          const [row] = await query(database.admin)<SealedEntry & { sealed: Buffer }>(
            `select ${SEALED_COLUMNS}, app.audit_hash(e::audit_entry, 5, $7) as sealed
               from (select ('${county}'::uuid, gen_random_uuid(), 'epoch'::timestamptz + $6::bigint * interval '1 microsecond', 'X', null::uuid,
                     gen_random_uuid(), $1::text, 'DENIED', $2::text, $3::uuid, $5::text[], $4::text)::audit_entry as r) s, lateral (select (r).*) e`,
            [action, subjectType, subjectId, requestId, fields, micros, GENESIS],
          );
          if (row === undefined) throw new Error('no row');
          expect(hashOf(row, 5, GENESIS)).toEqual(row.sealed);
        },
      ),
      { numRuns: 200 },
    );
  });
});
