import { Random } from '#database/seeds/random';
import { anotherPosition, matchWorld, type MatchWorld, type WorldPosition, type WorldSize } from '#testing/match-world';
import { byRank, scoreMatch, type Ranked } from '../match-score';
import type { RankingQuestion } from './asked-ranking';
import { BestRows } from './best-rows';
import { bitCount } from './code-book';
import { RankingIndex } from './ranking-index';
import { RowIds } from './row-ids';

const TODAY = '2026-11-30';

/** What one scorer after the other says: every position scored, the whole list sorted. */
function byForce(world: MatchWorld, positions: Iterable<WorldPosition>, question: RankingQuestion): Ranked[] {
  const ranked: Ranked[] = [];
  for (const position of positions) {
    const { client, minutes, weights, today, hasRadius } = question;
    const match = scoreMatch(client, position, minutes.get(position.township) ?? null, today, weights);
    const checks = match.hardChecks.filter(({ name }) => hasRadius !== false || name !== 'TRAVEL');
    if (checks.every(({ passed }) => passed) === question.isFeasible)
      ranked.push({ id: position.id, score: match.score });
  }
  return ranked.sort(byRank).slice(0, question.first);
}

function questionOf(world: MatchWorld, random: Random, changes: Partial<RankingQuestion> = {}): RankingQuestion {
  const client = random.pick(world.clients);
  return {
    client,
    minutes: world.travel.get(client.township) ?? new Map(),
    weights: world.weights,
    today: world.today,
    first: random.pick([1, 3, 20, 100]),
    isFeasible: random.chance(0.6),
    hasRadius: random.chance(0.7),
    ...changes,
  };
}

function indexOf(positions: Iterable<WorldPosition>): RankingIndex {
  const index = new RankingIndex();
  for (const position of positions) index.put(position);
  return finished(index.settled());
}

/** Goes on without a pause. */
function finished<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const runOf = ({ township, occupationCode, shift }: WorldPosition): string => [township, occupationCode, shift].join();

describe('RankingIndex', () => {
  it.each([1, 0.3, 0])('gives the order of the plain scorer on random questions (strictness %d)', (strictness) => {
    let found = 0;
    for (let seed = 1; seed <= 3; seed++) {
      const world = matchWorld({ seed, today: TODAY, clients: 60, positions: 250, strictness });
      const index = indexOf(world.positions);
      const random = new Random(seed);
      for (let round = 0; round < 40; round++) {
        const question = questionOf(world, random);
        const expected = byForce(world, world.positions, question);
        expect(index.rank(question)).toEqual(expected);
        found += expected.length;
      }
    }
    expect(found).toBeGreaterThan(500);
  });

  it('follows positions that come, change, move to another run and go, beyond the rows that it began with', () => {
    const size: WorldSize = { seed: 9, today: TODAY, clients: 40, positions: 900, strictness: 0.3 };
    const world = matchWorld(size);
    const random = new Random(77);
    const open = new Map(world.positions.map((position) => [position.id, position]));
    let index = indexOf(open.values());
    for (let round = 0; round < 3_000; round++) {
      const one = random.pick(world.positions);
      const drawn = anotherPosition(random, size, one);
      if (random.chance(0.3)) {
        index.remove(one.id);
        open.delete(one.id);
      } else {
        const next = random.chance(0.5) ? drawn : { ...drawn, id: one.id };
        index.put(next);
        open.set(next.id, next);
      }
      if (index.isWorn) index = finished(index.settled());
      if (round % 50 > 0) continue;
      const question = questionOf(world, random);
      expect(index.rank(question)).toEqual(byForce(world, open.values(), question));
    }
    expect(index.size).toBe(open.size);
    expect(open.size).toBeGreaterThan(1_024);
  });

  it('ranks the same where room was kept for other rows than came, and answers between two slices of settling', () => {
    const world = matchWorld({ seed: 6, today: TODAY, clients: 60, positions: 6_000, strictness: 0.3 });
    const expected = world.positions.slice(0, 2_000).map((one) => [runOf(one), { ...one, rows: 1 + (one.weeklyHours % 3) }] as const); // prettier-ignore
    const index = new RankingIndex();
    finished(index.expect(new Map(expected).values()));
    const open = world.positions.slice(1_000);
    for (const position of open) index.put(position);
    expect(index.isWorn).toBe(true);
    const random = new Random(6);
    const agrees = (asked: RankingIndex): void => {
      const question = questionOf(world, random);
      expect(asked.rank(question)).toEqual(byForce(world, open, question));
    };
    const steps = index.settled();
    let pauses = 0;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done !== true) {
        agrees(index);
        pauses += 1;
        continue;
      }
      expect([step.value.size, step.value.isWorn]).toEqual([5_000, false]);
      for (let round = 0; round < 10; round++) agrees(step.value);
      break;
    }
    expect(pauses).toBeGreaterThan(0);
  });

  it('ranks by id where scores are equal, and takes the smaller id of two at the end of the list', () => {
    const world = matchWorld({ seed: 3, today: TODAY, clients: 1, positions: 1, strictness: 0 });
    const [position] = world.positions;
    if (position === undefined) throw new Error('There is a position.');
    const ids = ['b', 'f', '0', 'a'].map((digit) => `${digit}0000000-0000-7000-8000-000000000000`);
    const index = indexOf(ids.map((id) => ({ ...position, id })));
    const question = questionOf(world, new Random(1), { hasRadius: false, isFeasible: true });
    const ranked = (first: number): string[] => index.rank({ ...question, first }).map(({ id }) => id.charAt(0));
    expect(ranked(4)).toEqual(['0', 'a', 'b', 'f']);
    expect(ranked(3)).toEqual(['0', 'a', 'b']);
  });

  it('ranks nothing where it is empty, and keeps a code that only a later position has', () => {
    const world = matchWorld({ seed: 4, today: TODAY, clients: 1, positions: 1, strictness: 0 });
    const [position] = world.positions;
    const [client] = world.clients;
    if (position === undefined || client === undefined) throw new Error('There is a pair.');
    const codes = Array.from({ length: 200 }, (_, n) => `SKILL_${n}`);
    const able = { ...client, skills: codes };
    const question = questionOf(world, new Random(1), { client: able, hasRadius: false, isFeasible: true, first: 500 });
    const index = new RankingIndex();
    expect(index.rank(question)).toEqual([]);
    const positions = codes.map((code, n) => ({
      ...position,
      id: `${n.toString(16).padStart(8, '0')}-0000-7000-8000-000000000000`,
      requiredSkills: [code],
      wishedSkills: codes.slice(0, n),
      requiredCertificates: [],
    }));
    positions.forEach((one) => index.put(one));
    expect(index.rank(question)).toEqual(byForce(world, positions, question));
    index.remove('ffffffff-0000-7000-8000-000000000000'); // nobody's
    expect(index.size).toBe(200);
  });
});

describe('RowIds', () => {
  it('finds each of many ids while others come and go, and orders them as text', () => {
    const random = new Random(5);
    const ids = new RowIds(512);
    const held: (string | undefined)[] = [];
    const found: (number | null)[] = [];
    for (let round = 0; round < 20_000; round++) {
      const row = random.int(0, 511);
      const before = held[row];
      if (before !== undefined) {
        found.push((ids.rowOf(before) ?? -1) - row);
        ids.remove(row);
        found.push((ids.rowOf(before) ?? -1) + 1);
      }
      const id = random.uuid();
      ids.set(row, id);
      held[row] = id;
      if (ids.idOf(row) !== id) found.push(-1);
    }
    expect(found.filter((difference) => difference !== 0)).toEqual([]);
    expect(found.length).toBeGreaterThan(10_000);
    const texts = held.map((id) => id ?? '');
    expect(Math.sign(ids.compare(3, 4))).toBe((texts[3] ?? '') < (texts[4] ?? '') ? -1 : 1);
  });
});

describe('BestRows and bitCount', () => {
  it('keep the best, and count bits', () => {
    const best = new BestRows(2, (a, b) => a - b);
    expect(best.least).toBe(0);
    for (const [row, score] of [
      [5, 1],
      [4, 7],
      [3, 7],
      [9, 0],
    ] as const)
      best.offer(row, score);
    expect([best.rows, best.scores, best.least]).toEqual([[3, 4], [7, 7], 7]);
    expect([0, 1, 0x8000_0000, 0xffff_ffff].map(bitCount)).toEqual([0, 1, 1, 32]);
  });
});
