import { randomBytes } from 'node:crypto';
import { systemActor } from '#domain/common/actor';
import { dayOf } from '#domain/common/day';
import type { ClientFacts, PositionFacts } from '#domain/matching/match-facts';
import { scoreMatch } from '#domain/matching/match-score';
import { seedDatabase } from '#database/seeds/seed';
import type { Transactions } from '#platform/database/transactions';
import { testDatabase, type TestDatabase } from '#testing/database';
import { rankingBench } from '#testing/ranking-bench';
import { checksOf, partsOf } from './match-view';
import type { MatchRow, MatchingRepository } from './matching.repository';
import type { PositionRanking } from './position-ranking';

describe('the score in SQL', () => {
  let repository: MatchingRepository;
  let ranking: PositionRanking;
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
    countyId = (await database.admin.query<{ id: string }>('select id from county')).rows[0]?.id ?? '';
    ({ transactions, ranking, matches: repository } = rankingBench(database.app));
  });

  afterAll(() => database.close());

  const rows = async <T extends object>(sql: string): Promise<T[]> => (await database.admin.query<T>(sql)).rows;

  async function clientFacts(): Promise<Map<string, ClientFacts & { township: string }>> {
    const found = await rows<{ id: string; township: string } & ClientFacts>(
      `select c.id, c.township, c.skills, c.desired_occupations as "desiredOccupations", c.min_acceptable_pay_fen::float8 as "minAcceptablePayFen",
              c.weekly_hours_available as "weeklyHoursAvailable", c.shift_limits as "shiftLimits", c.wished_shifts as "wishedShifts",
              c.travel_limit_minutes as "travelLimitMinutes", c.capacity_limits as "capacityLimits", c.wished_benefits as "wishedBenefits",
              c.available_from::text as "availableFrom",
              coalesce((select jsonb_agg(jsonb_build_object('code', k.code, 'validTo', k.valid_to)) from client_certificate k where k.client_id = c.id), '[]') as certificates
         from client c`,
    );
    return new Map(found.map((client) => [client.id, client]));
  }

  async function positionFacts(): Promise<Map<string, PositionFacts & { township: string }>> {
    const found = await rows<{ id: string; township: string } & PositionFacts>(
      `select p.id, p.township, p.occupation_code as "occupationCode", p.required_skills as "requiredSkills", p.wished_skills as "wishedSkills",
              p.required_certificates as "requiredCertificates", p.pay_min_fen::float8 as "payMinFen", p.pay_max_fen::float8 as "payMaxFen",
              p.weekly_hours as "weeklyHours", p.shift, p.capacity_demands as "capacityDemands", p.benefits, p.open_from::text as "openFrom",
              p.closes_on::text as "closesOn", a.status as "agreementStatus", a.effective_from::text as "agreementFrom", a.effective_to::text as "agreementTo"
         from position p join cooperation_agreement a on a.id = p.agreement_id`,
    );
    return new Map(found.map((position) => [position.id, position]));
  }

  it('equals the domain’s own score, part by part and check by check, on the pairs of the demo county', async () => {
    const clients = await clientFacts();
    const positions = await positionFacts();
    const travel = new Map(
      (
        await rows<{ way: string; minutes: number }>(
          `select from_township || to_township as way, minutes from travel_time`,
        )
      ).map(({ way, minutes }) => [way, minutes]),
    );
    let compared = 0;
    await transactions.run(systemActor(countyId, 'test'), async (tx) => {
      for (const [clientId, client] of [...clients].slice(0, 25)) {
        const judged: MatchRow[] = [
          ...(await ranking.forClient(tx, clientId, { isFeasible: true, first: 100 })),
          ...(await ranking.forClient(tx, clientId, { isFeasible: false, first: 100 })),
        ];
        for (const row of judged) {
          const position = positions.get(row.position_id);
          if (position === undefined) throw new Error('A position is missing.');
          const expected = scoreMatch(
            client,
            position,
            travel.get(client.township + position.township) ?? null,
            dayOf(tx.now),
          );
          expect({ score: row.score, feasible: row.feasible, parts: partsOf(row), hardChecks: checksOf(row) }).toEqual(
            expected,
          );
          compared += 1;
        }
      }
    });
    expect(compared).toBeGreaterThan(500);
  });

  it('ranks the best first, ties by id, and leaves out who objects to ranking', async () => {
    await transactions.run(systemActor(countyId, 'test'), async (tx) => {
      const [position] = await rows<{ id: string }>(
        `select id from position where status = 'PUBLISHED' and title = '线束装配工' limit 1`,
      );
      const before = await repository.forPosition(tx, position?.id ?? '', 100);
      const keys = before.map(({ score, client_id }) => [-score, client_id] as const);
      expect(keys).toEqual([...keys].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)));
      const [best] = before;
      await database.admin.query('update client set objects_to_ranking = true where id = $1', [best?.client_id]);
      const after = await repository.forPosition(tx, position?.id ?? '', 100);
      expect(after.map(({ client_id }) => client_id)).not.toContain(best?.client_id);
      expect(await ranking.forClient(tx, best?.client_id ?? '', { isFeasible: true, first: 100 })).toEqual([]);
      expect((await repository.plainForClient(tx, best?.client_id ?? '', 100)).length).toBeGreaterThan(0);
    });
  });

  it('has the weights of version 1 in a county that set none', async () => {
    await transactions.run(systemActor(countyId, 'test'), async (tx) => {
      const [pair] = await rows<{ client: string; position: string }>(
        'select c.id as client, p.id as position from client c, position p limit 1',
      );
      const before = await repository.pair(tx, pair?.client ?? '', pair?.position ?? '');
      await database.admin.query('delete from score_weights');
      expect(before).not.toBeNull();
      expect(await repository.pair(tx, pair?.client ?? '', pair?.position ?? '')).toEqual(before);
    });
  });

  it('ranks for a caseworker her own caseload only, also where the database would show her more', async () => {
    const [own] = await rows<{ caseworker: string; position: string }>(
      `select c.caseworker_membership_id as caseworker, p.id as position
         from client c, position p where p.status = 'PUBLISHED' and p.title = '线束装配工' order by c.id limit 1`,
    );
    const system = systemActor(countyId, 'test');
    await transactions.run(system, async (tx) => {
      const asCaseworker = {
        ...tx,
        actor: { ...system, role: 'CASEWORKER', membershipId: own?.caseworker ?? '' } as const,
      };
      const ranked = await repository.forPosition(asCaseworker, own?.position ?? '', 100);
      const seen = new Set(ranked.map(({ client_id }) => client_id));
      const caseload = await rows<{ id: string }>(
        `select id from client where caseworker_membership_id = '${own?.caseworker ?? ''}'`,
      );
      const ids = new Set(caseload.map(({ id }) => id));
      expect([...seen].filter((id) => !ids.has(id))).toEqual([]);
      const asTrainer = { ...tx, actor: { ...system, role: 'TRAINER' } as const };
      expect(await repository.forPosition(asTrainer, own?.position ?? '', 100)).toEqual([]);
    });
  });

  it('ranks nobody for a position that is not open', async () => {
    const [position] = await rows<{ id: string }>(
      `select id from position where status = 'PUBLISHED' and title = '线束装配工' limit 1`,
    );
    await database.admin.query(`update position set status = 'STALE' where id = $1`, [position?.id]);
    await transactions.run(systemActor(countyId, 'test'), async (tx) => {
      expect(await repository.forPosition(tx, position?.id ?? '', 100)).toEqual([]);
    });
    await database.admin.query(`update position set status = 'PUBLISHED' where id = $1`, [position?.id]);
  });

  it('asks no answer of an enterprise for what was taken back before its day', async () => {
    const rates = (): Promise<{ due: number }[]> =>
      transactions.run(systemActor(countyId, 'test'), (tx) => repository.answerRates(tx, null));
    const due = async (): Promise<number> => (await rates()).reduce((sum, rate) => sum + rate.due, 0);
    await database.admin.query(
      `update referral set sent_at = now() - interval '20 days', respond_by = current_date - 10, answered_at = null,
              status = 'EXPIRED', status_changed_at = now() - interval '9 days', offer_accepted_at = null
        where id = (select id from referral where status = 'EXPIRED' limit 1)`,
    );
    const before = await due();
    await database.admin.query(
      `update referral set status = 'WITHDRAWN', status_changed_at = now() - interval '15 days'
        where status = 'EXPIRED' and respond_by = current_date - 10 and answered_at is null and status_changed_at < now() - interval '8 days'
          and sent_at > now() - interval '20 days 1 hour'`,
    );
    expect(await due()).toBeLessThan(before);
  });
});
