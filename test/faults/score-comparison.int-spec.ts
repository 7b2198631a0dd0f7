import { isDeepStrictEqual } from 'node:util';
import { systemActor } from '#domain/common/actor';
import { daysBetween, dayOf } from '#domain/common/day';
import { scoreMatch, type MatchScore } from '#domain/matching/match-score';
import { testDatabase, type TestDatabase } from '#testing/database';
import { matchWorld, type MatchWorld, type WorldClient, type WorldPosition } from '#testing/match-world';
import { rankingBench, type RankingBench } from '#testing/ranking-bench';
import { plantMatchWorld } from '#testing/plant-match-world';
import { checksOf, partsOf } from '../../libs/features/matching/match-view';
import type { MatchRow } from '../../libs/features/matching/matching.repository';
import { isInFull } from './support/fault-run';

/** 5,000 pairs in each test run, 100,000 by `npm run test:faults`. */
const SIZE = isInFull ? { clients: 400, positions: 250 } : { clients: 100, positions: 50 };

const side = (name: string, distance: number): string[] => (Math.abs(distance) > 1 ? [] : [`${name} ${distance}`]);

/** Where a pair lies at a boundary, and which checks it fails. */
function places(client: WorldClient, position: WorldPosition, minutes: number | null, world: MatchWorld): string[] {
  const wanted = client.minAcceptablePayFen;
  const earliest = [world.today, client.availableFrom, position.openFrom]
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  const held = client.certificates.filter(({ code }) => position.requiredCertificates.includes(code));
  return [
    ...(minutes === null ? ['travel unknown'] : side('travel', minutes - client.travelLimitMinutes)),
    ...(minutes === null ? [] : side('twenty minutes', minutes - 20)),
    ...side('hours', position.weeklyHours - client.weeklyHoursAvailable),
    ...side('three quarters', Math.sign(4 * position.weeklyHours - 3 * client.weeklyHoursAvailable)),
    ...(wanted === null ? ['no pay stated'] : side('highest pay', position.payMaxFen - wanted)),
    ...(wanted === null ? [] : side('lowest pay', position.payMinFen - wanted)),
    ...(wanted === null ? [] : side('a quarter more', Math.sign(4 * (position.payMinFen - wanted) - wanted))),
    ...held.flatMap(({ validTo }) => (validTo === null ? [] : side('certificate', daysBetween(world.today, validTo)))),
    ...(position.closesOn === null || earliest === undefined
      ? ['no closing day']
      : side('closing', daysBetween(earliest, position.closesOn))),
    ...side('agreement begins', daysBetween(world.today, position.agreementFrom)),
    ...side('agreement ends', daysBetween(world.today, position.agreementTo)),
    `wish ${client.desiredOccupations.indexOf(position.occupationCode)}`,
  ];
}

const failed = ({ hardChecks }: MatchScore): string[] =>
  hardChecks.map(({ name, passed }) => `${name} ${passed ? 'passes' : 'fails'}`);

const BOUNDARIES = [
  'travel',
  'twenty minutes',
  'hours',
  'three quarters',
  'highest pay',
  'lowest pay',
  'a quarter more',
  'certificate',
  'closing',
  'agreement begins',
  'agreement ends',
].flatMap((name) => [-1, 0, 1].map((distance) => `${name} ${distance}`));

describe('two scorers that share no code', () => {
  let database: TestDatabase;
  let bench: RankingBench;

  beforeAll(async () => {
    database = await testDatabase();
    bench = rankingBench(database.app);
  });

  afterAll(() => database.close());

  function differs(row: MatchRow, client: WorldClient, position: WorldPosition, world: MatchWorld, seen: Set<string>) {
    const minutes = world.travel.get(client.township)?.get(position.township) ?? null;
    const expected = scoreMatch(client, position, minutes, world.today, world.weights);
    for (const place of [...places(client, position, minutes, world), ...failed(expected)]) seen.add(place);
    const given = { score: row.score, feasible: row.feasible, parts: partsOf(row), hardChecks: checksOf(row) };
    return isDeepStrictEqual(given, expected) ? [] : [{ given, expected, client, position }];
  }

  it(`give ${SIZE.clients * SIZE.positions} random pairs the same parts, figures and checks, on both sides of each boundary`, async () => {
    const world = matchWorld({ seed: 20_261_130, today: dayOf(new Date()), ...SIZE });
    const countyId = await plantMatchWorld(database.admin, world);
    const positions = new Map(world.positions.map((position) => [position.id, position]));
    const seen = new Set<string>();
    const different: object[] = [];
    let compared = 0;
    await bench.transactions.run(systemActor(countyId, 'test'), async (tx) => {
      for (const client of world.clients) {
        const rows = [
          ...(await bench.ranking.forClient(tx, client.id, { isFeasible: true, first: SIZE.positions })),
          ...(await bench.ranking.forClient(tx, client.id, { isFeasible: false, first: SIZE.positions })),
        ];
        for (const row of rows) {
          const position = positions.get(row.position_id);
          if (position === undefined) throw new Error('A position is missing.');
          different.push(...differs(row, client, position, world, seen));
        }
        compared += rows.length;
      }
    });
    expect(different.slice(0, 3)).toEqual([]);
    expect(compared).toBe(SIZE.clients * SIZE.positions);
    expect(BOUNDARIES.filter((place) => !seen.has(place))).toEqual([]);
    const outcomes = [...seen].filter((place) => /(passes|fails)$/.test(place));
    expect(outcomes).toHaveLength(18); // each of the nine checks, passed and failed
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'travel unknown',
        'no pay stated',
        'no closing day',
        'wish -1',
        'wish 0',
        'wish 1',
        'wish 2',
      ]),
    );
  }, 600_000);
});
