import { systemActor } from '#domain/common/actor';
import { dayOf } from '#domain/common/day';
import { byRank, scoreMatch } from '#domain/matching/match-score';
import type { IndexedPosition } from '#domain/matching/ranking-index/position-columns';
import { ShiftedClock } from '#platform/clock/clock';
import type { Tx } from '#platform/database/transaction';
import { testDatabase, type TestDatabase } from '#testing/database';
import { matchWorld, type MatchWorld, type WorldClient } from '#testing/match-world';
import { plantMatchWorld } from '#testing/plant-match-world';
import { rankingBench, type RankingBench } from '#testing/ranking-bench';
import { CountyIndex } from '../../libs/features/matching/county-index';
import { RankingIndexRepository } from '../../libs/features/matching/ranking-index.repository';
import type { RankingRequest } from '../../libs/features/matching/ranking.repository';
import { faultRun } from './support/fault-run';

/** 200 questions in each test run, 10,000 by `npm run test:faults`. */
const RUN = faultRun('the order of three rankers', { inTests: 200, inFull: 10_000 });
const QUESTIONS_BETWEEN_CHANGES = 20;

/** Acts after which the ranking is another one; $1 is a position. */
const CHANGES = [
  `update position set status = 'CLOSED' where id = $1`,
  `update position set status = 'PUBLISHED' where id = $1`,
  `update position set pay_min_fen = 0, pay_max_fen = pay_max_fen + 1, weekly_hours = 40, required_skills = '{NEW_SKILL}' where id = $1`,
  `update position set township = '甲镇', shift = 'DAY', required_skills = '{}', required_certificates = '{}' where id = $1`,
  `update job_slot set status = 'FILLED' where position_id = $1`,
  `update job_slot set status = 'OPEN' where position_id = $1`,
  `delete from job_slot where position_id = $1`,
  `update cooperation_agreement set status = 'SUSPENDED' where id = (select agreement_id from position where id = $1)`,
  `update cooperation_agreement set status = 'ACTIVE' where id = (select agreement_id from position where id = $1)`,
] as const;

interface Orders {
  readonly memory: readonly string[] | null;
  readonly database: readonly string[];
  readonly plain: readonly string[];
}

/** Every open position scored in TypeScript, and the whole list sorted. */
function plainOrder(
  { travel, weights, today }: MatchWorld,
  client: WorldClient,
  open: readonly IndexedPosition[],
  { isFeasible, first }: RankingRequest,
): string[] {
  const ways = travel.get(client.township);
  return open
    .map((position) => {
      const match = scoreMatch(client, position, ways?.get(position.township) ?? null, today, weights);
      return { id: position.id, score: match.score, feasible: match.feasible };
    })
    .filter(({ feasible }) => feasible === isFeasible)
    .sort(byRank)
    .slice(0, first)
    .map(({ id }) => id);
}

describe('the ranking in memory, in PostgreSQL and by scoring everything', () => {
  const { random } = RUN;
  let database: TestDatabase;
  let bench: RankingBench;
  let world: MatchWorld;
  let countyId: string;
  let open: IndexedPosition[];

  beforeAll(async () => {
    database = await testDatabase();
    bench = rankingBench(database.app);
    world = matchWorld({ seed: RUN.seed, today: dayOf(new Date()), clients: 200, positions: 1_200, strictness: 0.4 });
    countyId = await plantMatchWorld(database.admin, world);
    await bench.indexes.refresh();
    open = await asJob(allOpen);
  }, 120_000);

  afterAll(() => database.close());

  const asJob = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    bench.transactions.run(systemActor(countyId, 'test'), work, { readOnly: true });

  /** The three orders; that of the index is null where it says that it is behind. */
  async function orders(tx: Tx): Promise<Orders> {
    const client = random.pick(world.clients);
    const asked = await bench.rankings.asked(tx, client.id);
    if (asked === null) throw new Error('Nobody objects in this world.');
    const request: RankingRequest = { isFeasible: random.chance(0.6), first: random.pick([1, 5, 20, 20, 100]) };
    return {
      memory: await bench.indexes.ranked(tx, asked, request),
      database: await bench.rankings.ranked(tx, asked, request),
      plain: plainOrder(world, client, open, request),
    };
  }

  const allOpen = async (tx: Tx): Promise<IndexedPosition[]> =>
    new RankingIndexRepository().open(
      tx,
      world.positions.map(({ id }) => id),
    );

  async function change(): Promise<void> {
    for (let n = random.int(1, 3); n > 0; n--)
      await database.admin.query(random.pick(CHANGES), [random.pick(world.positions).id]);
  }

  it(`are the same on ${RUN.rounds} random questions, while positions, slots and agreements change in between`, async () => {
    const found = { behind: 0, ranked: 0 };
    for (let round = 0; round < RUN.rounds; round++) {
      if (round % QUESTIONS_BETWEEN_CHANGES === 0) {
        await change();
        if ((await asJob(orders)).memory === null) found.behind += 1;
        await bench.indexes.refresh();
        open = await asJob(allOpen);
      }
      const { memory, database: truth, plain } = await asJob(orders);
      expect(memory).toEqual(truth);
      expect(truth).toEqual(plain);
      found.ranked += truth.length;
    }
    RUN.report(found);
    expect(found.ranked).toBeGreaterThan(RUN.rounds);
    expect(found.behind).toBeGreaterThan(0);
  }, 1_800_000);

  it('count a change from the moment when it is committed, and not before', async () => {
    const other = await database.admin.connect();
    const isCurrent = (): Promise<boolean> =>
      asJob(async (tx) => (await bench.indexes.of(countyId)?.isCurrent(tx)) ?? false);
    try {
      await other.query('begin');
      await other.query(CHANGES[0], [world.positions[0]?.id]);
      await bench.indexes.refresh(); // its snapshot is younger than the transaction that is still open
      expect(await isCurrent()).toBe(true);
      await other.query('commit');
      expect(await isCurrent()).toBe(false);
      await bench.indexes.refresh();
      expect(await isCurrent()).toBe(true);
      await other.query('begin');
      await other.query(CHANGES[1], [world.positions[0]?.id]);
      await other.query('rollback');
      expect(await isCurrent()).toBe(true);
    } finally {
      other.release();
    }
  });

  it('give no order from memory where the index has not followed for ten minutes', async () => {
    const clock = new ShiftedClock(new Date());
    const index = new CountyIndex(countyId, new RankingIndexRepository(), bench.transactions, clock);
    const isCurrent = (): Promise<boolean> => asJob((tx) => index.isCurrent(tx));
    expect(await isCurrent()).toBe(false); // never filled
    await index.follow();
    expect(await isCurrent()).toBe(true);
    const now = clock.now().getTime();
    jest.spyOn(clock, 'now').mockReturnValue(new Date(now + 9 * 60_000));
    expect(await isCurrent()).toBe(true);
    jest.spyOn(clock, 'now').mockReturnValue(new Date(now + 11 * 60_000));
    expect(await isCurrent()).toBe(false);
    await index.follow();
    expect(await isCurrent()).toBe(true);
  });
});
