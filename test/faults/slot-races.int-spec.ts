import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { systemActor, type Actor } from '#domain/common/actor';
import { addDays, dayOf } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import {
  EnterpriseAnswersService,
  OfferAcceptanceService,
  ReferralLapseService,
  ReferralsModule,
} from '#features/referrals';
import type { Tx } from '#platform/database/transaction';
import { faultRun, shuffled, tally } from './support/fault-run';
import { openRaceBench, type RaceBench } from './support/race-bench';

const AT_ONCE = 200;
const F6 = faultRun('F6 the last slot', { inTests: 20, inFull: 50 });
const ROUNDS = F6.rounds;
const LONGEST_MS = 1_800_000;

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
  let bench: RaceBench;

  beforeAll(async () => {
    bench = await openRaceBench([ReferralsModule]);
    await bench.database.admin.query(`update client set weekly_hours_available = 44`);
  });

  afterAll(() => bench.close());

  async function aPost(people: number): Promise<Post> {
    const agreement = await bench.one<{ id: string; organisation_id: string }>(
      `update cooperation_agreement set amended_slots = amended_slots + 1
        where id = (select id from cooperation_agreement where status = 'ACTIVE' order by id limit 1) returning id, organisation_id`,
    );
    const positionId = uuidv7();
    await bench.database.admin.query(
      `insert into position (county_id, id, agreement_id, organisation_id, occupation_code, title, duties, township, workplace, shift, weekly_hours,
                             contract_type, pay_min_fen, pay_max_fen, pay_basis, job_code, grade, last_confirmed_at, slots_total, status)
       values ($1, $2, $3, $4, '60101', '装配工', '装配', '421222100', '厂区', 'DAY', 40, 'FIXED_TERM', 300000, 400000, 'MONTHLY', 'J-60101', '1', now(), 1, 'PUBLISHED')`,
      [bench.countyId, positionId, agreement.id, agreement.organisation_id],
    );
    await bench.database.admin.query(
      `insert into job_slot (county_id, id, position_id, organisation_id, seq, status) values ($1, $2, $3, $4, 1, 'OPEN')`,
      [bench.countyId, uuidv7(), positionId, agreement.organisation_id],
    );
    const { rows } = await bench.database.admin.query<{ id: string }>(
      `insert into referral (county_id, id, client_id, position_id, organisation_id, card_code, source, status, proposed_at, sent_at, respond_by,
                             viewed_at, answered_at, invitation_at, invitation_place, invitation_accepted_at, status_changed_at)
       select $1, gen_random_uuid(), c.id, $2, $3, 'R' || substr(md5(random()::text), 1, 12), 'MANUAL', 'INTERVIEW', now(), now(), current_date + 5,
              now(), now(), now() + interval '1 day', '厂区', now(), now()
         from client c join programme_entry e on e.client_id = c.id
        where e.status = 'ACTIVE' and not exists (select from placement p where p.client_id = c.id)
        order by c.id limit $4 returning id`,
      [bench.countyId, positionId, agreement.organisation_id, people],
    );
    expect(rows).toHaveLength(people);
    const hr = await bench.one<{ id: string; account_id: string }>(
      `select id, account_id from membership where organisation_id = $1 and role = 'ENTERPRISE_HR' limit 1`,
      [agreement.organisation_id],
    );
    const actor = {
      countyId: bench.countyId,
      role: 'ENTERPRISE_HR',
      accountId: hr.account_id,
      membershipId: hr.id,
      organisationId: agreement.organisation_id,
      clientId: null,
    } as const;
    return {
      positionId,
      hr: actor,
      referralIds: shuffled(
        F6.random,
        rows.map(({ id }) => id),
      ),
    };
  }

  const offer = (post: Post, id: string): Promise<string> =>
    bench.act(post.hr, (tx) => bench.app.get(EnterpriseAnswersService).offer(tx, id, TERMS));

  /** The claim as one would write it who forgets that others are at it, too. */
  async function naively(tx: Tx, { positionId }: Post, id: string): Promise<Outcome<{ id: string }>> {
    const open = `select id from job_slot where position_id = $1 and status = 'OPEN'`;
    const [slot] = await tx.query<{ id: string }>(open, [positionId]);
    if (slot === undefined) return refused(refusal('SLOT_TAKEN'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await tx.query(`update job_slot set status = 'HELD', held_until = $3, held_for = $2 where id = $1`, [
      slot.id,
      id,
      new Date(tx.now.getTime() + 86_400_000),
    ]);
    await tx.query(
      `update referral set status = 'OFFERED', offered_at = $2, offer_pay_fen = 400000, offer_weekly_hours = 40,
              offer_shift = 'DAY', offer_hire_date = $3, offer_pay_cycle_days = 30 where id = $1`,
      [id, tx.now, TERMS.hireDate],
    );
    return done({ id });
  }

  async function clientOf(referralId: string): Promise<Actor> {
    const { client_id: clientId } = await bench.one<{ client_id: string }>(
      'select client_id from referral where id = $1',
      [referralId],
    );
    return {
      countyId: bench.countyId,
      role: 'CLIENT',
      accountId: randomUUID(),
      membershipId: null,
      organisationId: null,
      clientId,
    };
  }

  async function standing(positionId: string): Promise<{ slots: string; offered: number; placed: number }> {
    return bench.one(
      `select (select string_agg(status, ',') from job_slot where position_id = $1) as slots,
              (select count(*)::int from referral where position_id = $1 and status = 'OFFERED') as offered,
              (select count(*)::int from placement p join job_slot j on j.id = p.slot_id where j.position_id = $1) as placed`,
      [positionId],
    );
  }

  it(
    `goes to one of ${AT_ONCE} offers made at once, and the other ${AT_ONCE - 1} are told SLOT_TAKEN, ${ROUNDS} times over`,
    async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const post = await aPost(AT_ONCE);
        const codes = await Promise.all(post.referralIds.map((id) => offer(post, id)));
        expect(tally(codes)).toEqual({ DONE: 1, SLOT_TAKEN: AT_ONCE - 1 });
        expect(await standing(post.positionId)).toEqual({ slots: 'HELD', offered: 1, placed: 0 });
      }
      F6.report({ race: 'offers', won: ROUNDS, refused: ROUNDS * (AT_ONCE - 1) });
    },
    LONGEST_MS,
  );

  it('goes to several where a claim looks before it takes, the control: the same offers, by check and then act', async () => {
    const post = await aPost(AT_ONCE);
    const codes = await Promise.all(post.referralIds.map((id) => bench.act(post.hr, (tx) => naively(tx, post, id))));
    const { offered } = await standing(post.positionId);
    F6.report({ race: 'control', toldDone: tally(codes)['DONE'] ?? 0, offered });
    expect(offered).toBeGreaterThan(1);
  }, 600_000);

  it(
    `becomes one placement when one offer is accepted ${AT_ONCE} times at once under different keys, ${ROUNDS} times over`,
    async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const post = await aPost(1);
        const [id = ''] = post.referralIds;
        expect(await offer(post, id)).toBe('DONE');
        const client = await clientOf(id);
        const codes = await Promise.all(
          Array.from({ length: AT_ONCE }, () =>
            bench.act(client, (tx) => bench.app.get(OfferAcceptanceService).accept(tx, id)),
          ),
        );
        expect(tally(codes)).toEqual({ DONE: 1, WRONG_STATE: AT_ONCE - 1 });
        expect(await standing(post.positionId)).toEqual({ slots: 'FILLED', offered: 0, placed: 1 });
        await bench.database.admin.query(
          `update placement set status = 'CANCELLED', end_reason = 'OTHER', ended_at = now() where client_id = $1`,
          [client.clientId],
        );
      }
      F6.report({ race: 'acceptances', won: ROUNDS, refused: ROUNDS * (AT_ONCE - 1) });
    },
    LONGEST_MS,
  );

  it(
    `goes to one of two when a lapsed hold is accepted while it lapses and somebody else is offered the slot, ${ROUNDS} times over`,
    async () => {
      const won = { accepted: 0, offered: 0, nobody: 0 };
      for (let round = 0; round < ROUNDS; round += 1) {
        const post = await aPost(AT_ONCE);
        const [late = '', ...others] = post.referralIds;
        expect(await offer(post, late)).toBe('DONE');
        await bench.database.admin.query(
          `update job_slot set held_until = now() - interval '1 second' where held_for = $1`,
          [late],
        );
        const client = await clientOf(late);
        const lapse = bench.transactions.run(systemActor(bench.countyId, 'referral.lapse'), (tx) =>
          bench.app.get(ReferralLapseService).lapse(tx, late),
        );
        const [accepted, ...offered] = await Promise.all([
          bench.act(client, (tx) => bench.app.get(OfferAcceptanceService).accept(tx, late)),
          ...others.map((id) => offer(post, id)),
        ]);
        await lapse;
        const winners = (accepted === 'DONE' ? 1 : 0) + offered.filter((code) => code === 'DONE').length;
        expect(winners).toBeLessThanOrEqual(1);
        won[accepted === 'DONE' ? 'accepted' : winners === 1 ? 'offered' : 'nobody'] += 1;
        expect(offered.every((code) => ['DONE', 'SLOT_TAKEN'].includes(code))).toBe(true);
        const { slots, offered: holding, placed } = await standing(post.positionId);
        expect({ FILLED: 'placed', HELD: 'held', OPEN: 'open' }[slots]).toBe(
          placed === 1 ? 'placed' : holding === 1 ? 'held' : 'open',
        );
        expect(placed + holding).toBe(winners);
        await bench.database.admin.query(
          `update placement set status = 'CANCELLED', end_reason = 'OTHER', ended_at = now() where client_id = $1`,
          [client.clientId],
        );
      }
      F6.report({ race: 'lapse', ...won });
    },
    LONGEST_MS,
  );

  it('refuses an offer the day after the start lies outside the agreement, below the minimum wage and below what was posted, and holds nothing', async () => {
    const post = await aPost(1);
    const [id = ''] = post.referralIds;
    const refused = (terms: Partial<OfferTerms>): Promise<string> =>
      bench.act(post.hr, (tx) => bench.app.get(EnterpriseAnswersService).offer(tx, id, { ...TERMS, ...terms }));
    expect(await refused({ payFen: 196_999 })).toBe('PAY_BELOW_MINIMUM_WAGE');
    expect(await refused({ payFen: 299_999 })).toBe('PAY_BELOW_POSTED');
    expect(await refused({ hireDate: addDays(TERMS.hireDate, 3_000) })).toBe('START_OUTSIDE_AGREEMENT');
    expect(await refused({ hireDate: addDays(TERMS.hireDate, -8) })).toBe('START_BACKDATED');
    await bench.database.admin.query(
      `update cooperation_agreement set status = 'SUSPENDED', suspension_reason = 'test' where organisation_id = $1`,
      [post.hr.organisationId],
    );
    expect(await refused({})).toBe('AGREEMENT_NOT_ACTIVE');
    await bench.database.admin.query(
      `update cooperation_agreement set status = 'ACTIVE', suspension_reason = null where organisation_id = $1`,
      [post.hr.organisationId],
    );
    expect(await standing(post.positionId)).toEqual({ slots: 'OPEN', offered: 0, placed: 0 });
    expect(await refused({ payFen: 300_000 })).toBe('DONE');
  });
});
