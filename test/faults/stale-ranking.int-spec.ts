import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#domain/common/actor';
import { dayOf } from '#domain/common/day';
import { CaseworkerReferralsService, EnterpriseAnswersService, ReferralsModule } from '#features/referrals';
import { rankingBench, type RankingBench } from '#testing/ranking-bench';
import { openRaceBench, type RaceBench } from './support/race-bench';
import { actorOf, positionsOf, type Posts } from './support/slot-posts';

const TERMS: Parameters<EnterpriseAnswersService['offer']>[2] = {
  payFen: 400_000,
  weeklyHours: 40,
  shift: 'DAY',
  hireDate: dayOf(new Date()),
  probationMonths: 0,
  payCycleDays: 30,
};

describe('an index that is behind and believes that it is not', () => {
  let bench: RaceBench;
  let rankers: RankingBench;
  let posts: Posts;
  let caseworker: Actor;
  let clientId: string;

  beforeAll(async () => {
    bench = await openRaceBench([ReferralsModule]);
    rankers = rankingBench(bench.database.app);
    posts = await positionsOf(bench);
    const found = await bench.one<{ id: string; account_id: string; client: string }>(
      `select m.id, m.account_id, c.id as client from client c
         join membership m on m.id = c.caseworker_membership_id join programme_entry e on e.client_id = c.id and e.status = 'ACTIVE'
        where not exists (select from placement p where p.client_id = c.id) order by c.id limit 1`,
    );
    caseworker = actorOf(bench, 'CASEWORKER', found);
    clientId = found.client;
    await bench.database.admin.query(
      `update client set objects_to_ranking = false, weekly_hours_available = 44, shift_limits = '{}', travel_limit_minutes = 600,
              min_acceptable_pay_fen = null, available_from = null, desired_occupations = '{60101}', wished_benefits = '{}' where id = $1`,
      [clientId],
    );
  });

  afterAll(() => bench.close());
  afterEach(() => jest.restoreAllMocks());

  const ranked = (): Promise<string[]> =>
    rankers.transactions.run(caseworker, async (tx) =>
      (await rankers.ranking.forClient(tx, clientId, { isFeasible: true, first: 10 })).map((row) => row.position_id),
    );

  /** A referral of the client to the position, as far as an interview. */
  async function interview(positionId: string): Promise<string> {
    const id = uuidv7();
    await bench.database.admin.query(
      `insert into referral (county_id, id, client_id, position_id, organisation_id, card_code, source, status, proposed_at, sent_at, respond_by,
                             viewed_at, answered_at, invitation_at, invitation_place, invitation_accepted_at, status_changed_at)
       values ($1, $2, $3, $4, $5, $6, 'MANUAL', 'INTERVIEW', now(), now(), current_date + 5, now(), now(), now() + interval '1 day', '厂区', now(), now())`,
      [bench.countyId, id, clientId, positionId, posts.hr.organisationId, `R${id.slice(-12)}`],
    );
    return id;
  }

  it.each([
    ['its position is closed', 'POSITION_NOT_PUBLISHED', `update position set status = 'CLOSED' where id = $1`],
    ['its slots are filled', 'SLOT_TAKEN', `update job_slot set status = 'FILLED' where position_id = $1`],
    [
      'its agreement is suspended',
      'AGREEMENT_NOT_ACTIVE',
      `update cooperation_agreement set status = 'SUSPENDED', suspension_reason = '核查' where id = (select agreement_id from position where id = $1)`,
    ],
  ])('ranks nobody to a job once %s, and an offer of it is refused %s', async (_, code, change) => {
    await rankers.indexes.refresh();
    const before = await ranked();
    const [best = ''] = before;
    const index = rankers.indexes.of(bench.countyId);
    if (index === undefined) throw new Error('Every county has an index here.');
    const referral = await interview(best);
    await bench.database.admin.query(change, [best]);
    jest.spyOn(index, 'isCurrent').mockResolvedValue(true);
    const after = await ranked();
    expect(after).not.toContain(best);
    jest.restoreAllMocks();
    expect(after).toEqual(await ranked()); // that is PostgreSQL's own: the index knows again that it is behind
    const offered = await bench.act(posts.hr, (tx) =>
      bench.app.get(EnterpriseAnswersService).offer(tx, referral, TERMS),
    );
    expect(offered).toBe(code);
    const { status, held } = await bench.one<{ status: string; held: number }>(
      `select r.status, (select count(*)::int from job_slot s where s.held_for = r.id) as held from referral r where r.id = $1`,
      [referral],
    );
    expect({ status, held }).toEqual({ status: 'INTERVIEW', held: 0 });
    const proposed = await bench.act(caseworker, (tx) =>
      bench.app.get(CaseworkerReferralsService).propose(tx, clientId, best),
    );
    expect(proposed).not.toBe('DONE');
    await bench.database.admin.query(`update cooperation_agreement set status = 'ACTIVE' where status = 'SUSPENDED'`);
  });
});
