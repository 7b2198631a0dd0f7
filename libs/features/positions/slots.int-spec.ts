import { randomBytes, randomUUID } from 'node:crypto';
import { systemActor } from '#domain/common/actor';
import { seedDatabase } from '#database/seeds/seed';
import { SystemClock } from '#platform/clock/clock';
import { refusalOfViolation } from '#platform/database/constraint-refusals';
import type { Tx } from '#platform/database/transaction';
import { Transactions } from '#platform/database/transactions';
import { testDatabase, type TestDatabase } from '#testing/database';
import './positions.module';
import { SlotsRepository } from './slots.repository';
import { SlotsService } from './slots.service';

const AT_ONCE = 40;

interface Post {
  readonly positionId: string;
  readonly referralIds: readonly string[];
}

describe('job slots', () => {
  const slots = new SlotsService(new SlotsRepository());
  const heldUntil = new Date(Date.now() + 7 * 86_400_000);
  let database: TestDatabase;
  let transactions: Transactions;
  let countyId: string;

  beforeAll(async () => {
    database = await testDatabase();
    await seedDatabase({
      migrateUrl: database.urls.migrateUrl,
      masterKey: randomBytes(32),
      scale: 'county',
      demoPassword: null,
    });
    countyId = (await one<{ id: string }>('select id from county')).id;
    transactions = new Transactions(database.app, new SystemClock());
  });

  afterAll(() => database.close());

  const inTransaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    transactions.run(systemActor(countyId, 'test'), work);

  async function one<T extends object>(sql: string, parameters: unknown[] = []): Promise<T> {
    const { rows } = await database.admin.query<T>(sql, parameters);
    if (rows[0] === undefined) throw new Error(`No row: ${sql}`);
    return rows[0];
  }

  /** A new post of some enterprise with its own referrals, copied from what the seed has. */
  async function aPost(of: { openSlots: number; referrals: number }): Promise<Post> {
    const positionId = randomUUID();
    const model = await one<{ id: string; agreement: string; organisation: string }>(
      `select p.id, p.agreement_id as agreement, p.organisation_id as organisation from position p where p.status = 'PUBLISHED' limit 1`,
    );
    await database.admin.query('update cooperation_agreement set amended_slots = 50000 where id = $1', [
      model.agreement,
    ]);
    await database.admin.query(
      `insert into position (county_id, id, agreement_id, organisation_id, occupation_code, title, duties, township, workplace,
         shift, weekly_hours, contract_type, pay_min_fen, pay_max_fen, pay_basis, job_code, grade, slots_total, status, last_confirmed_at)
       select county_id, $1, agreement_id, organisation_id, occupation_code, title, duties, township, workplace,
         shift, weekly_hours, contract_type, pay_min_fen, pay_max_fen, pay_basis, job_code, grade, $3, 'PUBLISHED', now()
         from position where id = $2`,
      [positionId, model.id, of.openSlots],
    );
    await database.admin.query(
      `insert into job_slot (county_id, id, position_id, organisation_id, seq, status)
       select $1, gen_random_uuid(), $2, $3, n, 'OPEN' from generate_series(1, $4::int) n`,
      [countyId, positionId, model.organisation, of.openSlots],
    );
    const { rows } = await database.admin.query<{ id: string }>(
      `insert into referral (county_id, id, client_id, position_id, organisation_id, card_code, source, status, proposed_at, status_changed_at)
       select $1, gen_random_uuid(), c.id, $2, $3, gen_random_uuid()::text, 'MANUAL', 'PROPOSED', now(), now()
         from (select id from client order by id limit $4::int) c returning id`,
      [countyId, positionId, model.organisation, of.referrals],
    );
    return { positionId, referralIds: rows.map(({ id }) => id) };
  }

  const countsOf = (positionId: string): Promise<unknown> =>
    inTransaction(async (tx) => (await slots.countsOf(tx, [positionId])).get(positionId));

  const claim = (post: Post, referralId: string | undefined): Promise<string | null> =>
    inTransaction((tx) => slots.claimOpenSlot(tx, post.positionId, referralId ?? '', heldUntil));

  it('gives one open slot to one of many who claim it at once', async () => {
    const post = await aPost({ openSlots: 1, referrals: AT_ONCE });
    const claimed = await Promise.all(post.referralIds.map((id) => claim(post, id)));
    expect(claimed.filter((slot) => slot !== null)).toHaveLength(1);
    expect(await countsOf(post.positionId)).toEqual({ total: 1, filled: 0, held: 1, open: 0 });
  });

  it('never gives one of several slots twice, and in the end all of them', async () => {
    const post = await aPost({ openSlots: 5, referrals: AT_ONCE });
    const claimed = await Promise.all(post.referralIds.map((id) => claim(post, id)));
    for (const id of post.referralIds) claimed.push(await claim(post, id));
    const given = claimed.filter((slot) => slot !== null);
    expect(new Set(given).size).toBe(5);
    expect(await countsOf(post.positionId)).toEqual({ total: 5, filled: 0, held: 5, open: 0 });
  });

  it('gives a referral that holds a slot the same slot again', async () => {
    const post = await aPost({ openSlots: 2, referrals: 1 });
    const [referralId] = post.referralIds;
    const slot = await claim(post, referralId);
    expect(slot).not.toBeNull();
    expect(await claim(post, referralId)).toBe(slot);
    expect(await countsOf(post.positionId)).toEqual({ total: 2, filled: 0, held: 1, open: 1 });
  });

  it('fills a held slot once, and opens it no more by the hold that is gone', async () => {
    const post = await aPost({ openSlots: 1, referrals: 1 });
    const referralId = post.referralIds[0] ?? '';
    const slot = await claim(post, referralId);
    expect(await inTransaction((tx) => slots.fillHeldSlot(tx, referralId))).toBe(slot);
    expect(await inTransaction((tx) => slots.fillHeldSlot(tx, referralId))).toBeNull();
    expect(await inTransaction((tx) => slots.freeHold(tx, referralId))).toBe(false);
    expect(await countsOf(post.positionId)).toEqual({ total: 1, filled: 1, held: 0, open: 0 });
  });

  it('fills nothing for a referral that holds nothing', async () => {
    const post = await aPost({ openSlots: 1, referrals: 1 });
    expect(await inTransaction((tx) => slots.fillHeldSlot(tx, post.referralIds[0] ?? ''))).toBeNull();
    expect(await countsOf(post.positionId)).toEqual({ total: 1, filled: 0, held: 0, open: 1 });
  });

  it('either frees a hold or fills it when both happen at once', async () => {
    const post = await aPost({ openSlots: 1, referrals: 1 });
    const referralId = post.referralIds[0] ?? '';
    await claim(post, referralId);
    const [isFreed, filled] = await Promise.all([
      inTransaction((tx) => slots.freeHold(tx, referralId)),
      inTransaction((tx) => slots.fillHeldSlot(tx, referralId)),
    ]);
    expect(isFreed).toBe(filled === null);
  });

  it('opens a filled slot once, and never one in which somebody works', async () => {
    const post = await aPost({ openSlots: 1, referrals: 1 });
    const referralId = post.referralIds[0] ?? '';
    const slot = (await claim(post, referralId)) ?? '';
    await inTransaction((tx) => slots.fillHeldSlot(tx, referralId));
    expect(await inTransaction((tx) => slots.freeFilledSlot(tx, slot))).toBe(true);
    expect(await inTransaction((tx) => slots.freeFilledSlot(tx, slot))).toBe(false);
    const inUse = await one<{ id: string }>(
      `select slot_id as id from placement where slot_id is not null and status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED') limit 1`,
    );
    expect(await inTransaction((tx) => slots.freeFilledSlot(tx, inUse.id))).toBe(false);
  });

  it('gives nothing of a hold back when the transaction fails', async () => {
    const post = await aPost({ openSlots: 1, referrals: 1 });
    const failing = inTransaction(async (tx) => {
      await slots.claimOpenSlot(tx, post.positionId, post.referralIds[0] ?? '', heldUntil);
      throw new Error('later step');
    });
    await expect(failing).rejects.toThrow('later step');
    expect(await countsOf(post.positionId)).toEqual({ total: 1, filled: 0, held: 0, open: 1 });
  });

  it('refuses more slots than the agreement pledges', async () => {
    const { id } = await one<{ id: string }>(
      `select p.id from position p join cooperation_agreement a on a.id = p.agreement_id where a.amended_slots = 0 limit 1`,
    );
    const tooMany = inTransaction((tx) => tx.query('update position set slots_total = 9999 where id = $1', [id]));
    const error: unknown = await tooMany.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(refusalOfViolation(error)).toMatchObject({ code: 'PLEDGE_EXCEEDED' });
  });
});
