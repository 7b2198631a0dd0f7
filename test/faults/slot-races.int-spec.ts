import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { systemActor, type Actor } from '#domain/common/actor';
import { addDays, dayOf } from '#domain/common/day';
import type { Outcome } from '#domain/common/outcome';
import { seedDatabase } from '#database/seeds/seed';
import {
  EnterpriseAnswersService,
  OfferAcceptanceService,
  ReferralLapseService,
  ReferralsModule,
} from '#features/referrals';
import { masterKey } from '#platform/crypto/master-key';
import { Transactions } from '#platform/database/transactions';
import { Command } from '#platform/graphql/command';
import { Operation } from '#platform/graphql/operation';
import { PlatformModule } from '#platform/platform.module';
import { testDatabase, type TestDatabase } from '#testing/database';

const ROUNDS = 20;
const AT_ONCE = 200;

const TERMS: OfferTerms = {
  payFen: 400_000,
  weeklyHours: 40,
  shift: 'DAY',
  hireDate: dayOf(new Date()),
  probationMonths: 0,
  payCycleDays: 30,
};

type OfferTerms = Parameters<EnterpriseAnswersService['offer']>[2];

/** One post with one open slot, and as many people in an interview for it as are needed. */
interface Post {
  readonly positionId: string;
  readonly hr: Actor;
  readonly referralIds: readonly string[];
}

describe('the last slot', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let transactions: Transactions;
  let countyId: string;
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));

  beforeAll(async () => {
    database = await testDatabase({ poolMax: 20 });
    Object.assign(process.env, { NODE_ENV: 'test', LOG_LEVEL: 'error', TONGGONG_HOME: home });
    await seedDatabase({
      migrateUrl: database.urls.migrateUrl,
      masterKey: masterKey(home),
      scale: 'county',
      demoPassword: null,
    });
    await database.admin.query(`update client set weekly_hours_available = 44`);
    countyId = (await one<{ id: string }>('select id from county')).id;
    const parts = PlatformModule.forProcess({ processName: 'races', dataSource: database.app });
    app = await NestFactory.createApplicationContext(
      { module: class Races {}, imports: [parts, ReferralsModule] },
      { logger: ['error'] },
    );
    transactions = app.get(Transactions);
  }, 60_000);

  afterAll(async () => {
    await app.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function one<T extends object>(sql: string, parameters: unknown[] = []): Promise<T> {
    const { rows } = await database.admin.query<T>(sql, parameters);
    if (rows[0] === undefined) throw new Error(`No row: ${sql}`);
    return rows[0];
  }

  async function aPost(people: number): Promise<Post> {
    const agreement = await one<{ id: string; organisation_id: string }>(
      `update cooperation_agreement set amended_slots = amended_slots + 1
        where id = (select id from cooperation_agreement where status = 'ACTIVE' order by id limit 1) returning id, organisation_id`,
    );
    const positionId = uuidv7();
    await database.admin.query(
      `insert into position (county_id, id, agreement_id, organisation_id, occupation_code, title, duties, township, workplace, shift, weekly_hours,
                             contract_type, pay_min_fen, pay_max_fen, pay_basis, job_code, grade, last_confirmed_at, slots_total, status)
       values ($1, $2, $3, $4, '60101', '装配工', '装配', '421222100', '厂区', 'DAY', 40, 'FIXED_TERM', 300000, 400000, 'MONTHLY', 'J-60101', '1', now(), 1, 'PUBLISHED')`,
      [countyId, positionId, agreement.id, agreement.organisation_id],
    );
    await database.admin.query(
      `insert into job_slot (county_id, id, position_id, organisation_id, seq, status) values ($1, $2, $3, $4, 1, 'OPEN')`,
      [countyId, uuidv7(), positionId, agreement.organisation_id],
    );
    const { rows } = await database.admin.query<{ id: string }>(
      `insert into referral (county_id, id, client_id, position_id, organisation_id, card_code, source, status, proposed_at, sent_at, respond_by,
                             viewed_at, answered_at, invitation_at, invitation_place, invitation_accepted_at, status_changed_at)
       select $1, gen_random_uuid(), c.id, $2, $3, 'R' || substr(md5(random()::text), 1, 12), 'MANUAL', 'INTERVIEW', now(), now(), current_date + 5,
              now(), now(), now() + interval '1 day', '厂区', now(), now()
         from client c join programme_entry e on e.client_id = c.id
        where e.status = 'ACTIVE' and not exists (select from placement p where p.client_id = c.id)
        order by c.id limit $4 returning id`,
      [countyId, positionId, agreement.organisation_id, people],
    );
    expect(rows).toHaveLength(people);
    const hr = await one<{ id: string; account_id: string }>(
      `select id, account_id from membership where organisation_id = $1 and role = 'ENTERPRISE_HR' limit 1`,
      [agreement.organisation_id],
    );
    const actor = {
      countyId,
      role: 'ENTERPRISE_HR',
      accountId: hr.account_id,
      membershipId: hr.id,
      organisationId: agreement.organisation_id,
      clientId: null,
    } as const;
    return { positionId, hr: actor, referralIds: rows.map(({ id }) => id) };
  }

  /** Runs one use case as the API does: a transaction of its own, receipt, rollback on a refusal. Gives the refusal's code, or DONE. */
  async function act(
    actor: Actor,
    work: (tx: Parameters<Parameters<Transactions['run']>[1]>[0]) => Promise<Outcome<{ id: string }>>,
  ): Promise<string> {
    const session = {
      idHash: Buffer.alloc(32),
      actor,
      displayName: '',
      organisationName: '',
      countyName: '',
      productName: '',
      mustChoosePassword: false,
      phone: null,
    };
    const operation = new Operation(session, 'race', transactions);
    const command = new Command(operation, { name: 'race', idempotencyKey: randomUUID(), input: {} });
    const payload = await command.run({ as: 'done', act: work, read: (_, id) => Promise.resolve({ id }) });
    await operation.close();
    return payload.userErrors[0]?.code ?? 'DONE';
  }

  const offer = (post: Post, id: string): Promise<string> =>
    act(post.hr, (tx) => app.get(EnterpriseAnswersService).offer(tx, id, TERMS));

  async function clientOf(referralId: string): Promise<Actor> {
    const { client_id: clientId } = await one<{ client_id: string }>('select client_id from referral where id = $1', [
      referralId,
    ]);
    return { countyId, role: 'CLIENT', accountId: randomUUID(), membershipId: null, organisationId: null, clientId };
  }

  const tally = (codes: readonly string[]): Record<string, number> =>
    codes.reduce<Record<string, number>>((counts, code) => ({ ...counts, [code]: (counts[code] ?? 0) + 1 }), {});

  async function standing(positionId: string): Promise<{ slots: string; offered: number; placed: number }> {
    return one(
      `select (select string_agg(status, ',') from job_slot where position_id = $1) as slots,
              (select count(*)::int from referral where position_id = $1 and status = 'OFFERED') as offered,
              (select count(*)::int from placement p join job_slot j on j.id = p.slot_id where j.position_id = $1) as placed`,
      [positionId],
    );
  }

  it(`goes to one of ${AT_ONCE} offers made at once, and the other ${AT_ONCE - 1} are told SLOT_TAKEN, ${ROUNDS} times over`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const post = await aPost(AT_ONCE);
      const codes = await Promise.all(post.referralIds.map((id) => offer(post, id)));
      expect(tally(codes)).toEqual({ DONE: 1, SLOT_TAKEN: AT_ONCE - 1 });
      expect(await standing(post.positionId)).toEqual({ slots: 'HELD', offered: 1, placed: 0 });
    }
  }, 300_000);

  it(`becomes one placement when one offer is accepted ${AT_ONCE} times at once under different keys, ${ROUNDS} times over`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const post = await aPost(1);
      const [id = ''] = post.referralIds;
      expect(await offer(post, id)).toBe('DONE');
      const client = await clientOf(id);
      const codes = await Promise.all(
        Array.from({ length: AT_ONCE }, () => act(client, (tx) => app.get(OfferAcceptanceService).accept(tx, id))),
      );
      expect(tally(codes)).toEqual({ DONE: 1, WRONG_STATE: AT_ONCE - 1 });
      expect(await standing(post.positionId)).toEqual({ slots: 'FILLED', offered: 0, placed: 1 });
      await database.admin.query(
        `update placement set status = 'CANCELLED', end_reason = 'OTHER', ended_at = now() where client_id = $1`,
        [client.clientId],
      );
    }
  }, 300_000);

  it(`goes to one of two when a lapsed hold is accepted while it lapses and somebody else is offered the slot, ${ROUNDS} times over`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const post = await aPost(AT_ONCE);
      const [late = '', ...others] = post.referralIds;
      expect(await offer(post, late)).toBe('DONE');
      await database.admin.query(`update job_slot set held_until = now() - interval '1 second' where held_for = $1`, [
        late,
      ]);
      const client = await clientOf(late);
      const lapse = transactions.run(systemActor(countyId, 'referral.lapse'), (tx) =>
        app.get(ReferralLapseService).lapse(tx, late),
      );
      const [accepted, ...offered] = await Promise.all([
        act(client, (tx) => app.get(OfferAcceptanceService).accept(tx, late)),
        ...others.map((id) => offer(post, id)),
      ]);
      await lapse;
      const winners = (accepted === 'DONE' ? 1 : 0) + offered.filter((code) => code === 'DONE').length;
      expect(winners).toBeLessThanOrEqual(1);
      expect(offered.every((code) => ['DONE', 'SLOT_TAKEN'].includes(code))).toBe(true);
      const { slots, offered: holding, placed } = await standing(post.positionId);
      expect({ FILLED: 'placed', HELD: 'held', OPEN: 'open' }[slots]).toBe(
        placed === 1 ? 'placed' : holding === 1 ? 'held' : 'open',
      );
      expect(placed + holding).toBe(winners);
      await database.admin.query(
        `update placement set status = 'CANCELLED', end_reason = 'OTHER', ended_at = now() where client_id = $1`,
        [client.clientId],
      );
    }
  }, 300_000);

  it('refuses an offer the day after the start lies outside the agreement, below the minimum wage and below what was posted, and holds nothing', async () => {
    const post = await aPost(1);
    const [id = ''] = post.referralIds;
    const refused = (terms: Partial<OfferTerms>): Promise<string> =>
      act(post.hr, (tx) => app.get(EnterpriseAnswersService).offer(tx, id, { ...TERMS, ...terms }));
    expect(await refused({ payFen: 196_999 })).toBe('PAY_BELOW_MINIMUM_WAGE');
    expect(await refused({ payFen: 299_999 })).toBe('PAY_BELOW_POSTED');
    expect(await refused({ hireDate: addDays(TERMS.hireDate, 3_000) })).toBe('START_OUTSIDE_AGREEMENT');
    expect(await refused({ hireDate: addDays(TERMS.hireDate, -8) })).toBe('START_BACKDATED');
    await database.admin.query(
      `update cooperation_agreement set status = 'SUSPENDED', suspension_reason = 'test' where organisation_id = $1`,
      [post.hr.organisationId],
    );
    expect(await refused({})).toBe('AGREEMENT_NOT_ACTIVE');
    await database.admin.query(
      `update cooperation_agreement set status = 'ACTIVE', suspension_reason = null where organisation_id = $1`,
      [post.hr.organisationId],
    );
    expect(await standing(post.positionId)).toEqual({ slots: 'OPEN', offered: 0, placed: 0 });
    expect(await refused({ payFen: 300_000 })).toBe('DONE');
  });
});
