import { BatchBench } from '#testing/batch-bench';
import { certificateProblem } from '#domain/group-placement/certificate-checker';
import { remainingAfter } from '#domain/group-placement/decisions';
import { fileOf, type InstanceFile } from '#domain/group-placement/placement-instance';
import { randomFrom } from '#testing/small-instances';
import { BatchCohortService } from './batch-cohort.service';
import { BatchReader } from './batch-reader';
import { BatchRowsReader } from './batch-rows-reader';
import { BatchSolvesRepository } from './batch-solves.repository';
import { BatchSolvesService } from './batch-solves.service';
import { BatchWhatIf } from './batch-what-if';
import { PlacementThread } from './placement-thread';
import { PlacementBatchesService } from './placement-batches.service';

/** More than any thread is through with in a second. */
const HUGE = hugeInstance(60_000, 3_000, 40);

function hugeInstance(n: number, m: number, each: number): InstanceFile {
  const random = randomFrom(5);
  const pairs = n * each;
  return {
    n,
    m,
    cap: Int32Array.from({ length: m }, () => Math.floor(n / m)),
    ptr: Int32Array.from({ length: n + 1 }, (_, i) => i * each),
    col: Int32Array.from({ length: pairs }, () => Math.floor(random() * m)),
    w: Int32Array.from({ length: pairs }, () => Math.floor(random() * 10_000)),
  };
}

describe('solving a batch of group placement', () => {
  let bench: BatchBench;

  beforeAll(async () => {
    bench = await BatchBench.open();
  }, 120_000);

  beforeEach(() => bench.clear());

  afterAll(() => bench.close());

  const solves = (): BatchSolvesService => bench.get(BatchSolvesService);

  async function proofOf(id: string): Promise<string | null> {
    const open = await bench.read(bench.supervisor, (tx) => bench.get(BatchWhatIf).open(tx, id));
    if (open === null) throw new Error('It was solved.');
    return certificateProblem(fileOf(remainingAfter(open.instance, open.decisions)), open.standing.certificate);
  }

  it('gives positions with parts and reasons, figures of four ways, and a proof that the checker accepts', async () => {
    const id = await bench.collected(90);
    await bench.solve(id);
    const batch = await bench.batch(id);
    expect(batch).toMatchObject({ status: 'SOLVED', clientsTotal: 90, solve: { state: 'DONE', permille: 1000 } });
    expect(batch.outcome?.policies.map(({ policy }) => policy)).toEqual(['MOST_PLACED_THEN_FIT', 'WORST_FIT_FIRST', 'TWO_SIDED_STABLE', 'GREEDY']); // prettier-ignore
    expect(batch.outcome?.policies.every(({ placed }) => placed <= (batch.outcome?.placed ?? 0))).toBe(true);
    const rows = await bench.rowsOf(id);
    const placed = rows.filter(({ positionId }) => positionId !== null);
    expect(placed).toHaveLength(batch.outcome?.placed ?? -1);
    expect(placed.length).toBeGreaterThan(20);
    for (const row of placed) {
      expect(row.parts.reduce((sum, { points }) => sum + points, 0)).toBe(row.score);
      expect([row.placedCode === null, row.unplacedCode]).toEqual([false, null]);
    }
    expect(await proofOf(id)).toBeNull();
  });

  it('proves for everybody without a position why there is none: by groups that count, and by what fails nearest', async () => {
    const id = await bench.collected(90);
    await bench.solve(id);
    const unplaced = (await bench.rowsOf(id)).filter(({ positionId }) => positionId === null);
    const groups = await bench.read(bench.supervisor, (tx) => bench.get(BatchRowsReader).unplacedGroups(tx, id));
    expect(groups.reduce((sum, { people }) => sum + people, 0)).toBe(unplaced.length);
    for (const group of groups) {
      const own = unplaced.filter(({ groupKey }) => groupKey === group.key);
      expect(own.map(({ unplacedCode }) => unplacedCode)).toEqual(own.map(() => group.code));
      expect(own).toHaveLength(group.people);
      if (group.code === 'SEATS_SHORT') expect((group.competing ?? 0) - (group.seats ?? 0)).toBe(group.people);
      else
        expect(own.every(({ blockers }) => blockers.length > 0 && blockers.every(({ passed }) => !passed))).toBe(true);
    }
    expect(groups.map(({ code }) => code)).toContain('NO_FEASIBLE_POSITION');
  });

  it('counts beforehand what the run then finds', async () => {
    const id = await bench.collected(60);
    const before = await bench.read(bench.supervisor, (tx) => bench.get(BatchReader).capacity(tx, { id, status: 'COLLECTING' })); // prettier-ignore
    await bench.solve(id);
    const after = await bench.read(bench.supervisor, (tx) =>
      bench.get(BatchReader).capacity(tx, { id, status: 'SOLVED' }),
    );
    const placed = after.lines.reduce((sum, line) => sum + line.placed, 0);
    expect(placed).toBe((await bench.batch(id)).outcome?.placed);
    expect({ ...after, lines: after.lines.map((line) => ({ ...line, placed: 0 })) }).toEqual(before);
    expect(before.openSlots).toBeGreaterThan(before.positions);
  });

  it('gives the same hash and the same placement for the same people, pairs and weights', async () => {
    const id = await bench.collected(60);
    await bench.solve(id);
    const once = [(await bench.batch(id)).outcome?.inputHash, (await bench.rowsOf(id)).map((row) => [row.clientId, row.positionId])]; // prettier-ignore
    await bench.solve(id);
    const again = [(await bench.batch(id)).outcome?.inputHash, (await bench.rowsOf(id)).map((row) => [row.clientId, row.positionId])]; // prettier-ignore
    expect(again).toEqual(once);
    const fewer = await bench.candidates(30);
    await bench.clear();
    const other = await bench.opened();
    await bench.act(bench.supervisor, (tx) => bench.get(BatchCohortService).add(tx, other, fewer));
    await bench.solve(other);
    expect((await bench.batch(other)).outcome?.inputHash).not.toBe(once[0]);
  });

  it('places nobody, and says so, where every pair is blocked', async () => {
    const id = await bench.collected(12);
    const limits = await bench.rows<{ id: string; hours: number }>(`update client set weekly_hours_available = 1 where id in (select client_id from batch_assignment) returning id, 0 as hours`); // prettier-ignore
    await bench.solve(id);
    await bench.rows(`update client set weekly_hours_available = 40 where weekly_hours_available = 1`);
    expect(limits).toHaveLength(12);
    expect((await bench.batch(id)).outcome).toMatchObject({ placed: 0, totalFit: 0, worstFit: null, meanFit: null });
    expect((await bench.rowsOf(id)).every(({ unplacedCode }) => unplacedCode === 'NO_FEASIBLE_POSITION')).toBe(true);
    expect(await proofOf(id)).toBeNull();
  });

  it('refuses a batch without clients, and one without an open slot in the county; writes nothing', async () => {
    const empty = await bench.opened();
    expect(await bench.refused(bench.supervisor, (tx) => solves().request(tx, empty))).toEqual(['NO_CLIENTS']);
    const id = await bench.collected(3);
    await bench.rows(`update job_slot set status = 'WITHDRAWN' where status = 'OPEN'`);
    expect(await bench.refused(bench.supervisor, (tx) => solves().request(tx, id))).toEqual(['NO_OPEN_SLOTS']);
    await bench.rows(`update job_slot set status = 'OPEN' where status = 'WITHDRAWN'`);
  });

  it('fails with the reason where the last slot went while the run waited; the batch still collects', async () => {
    const id = await bench.collected(3);
    expect(await bench.act(bench.supervisor, (tx) => solves().request(tx, id))).toEqual([]);
    await bench.rows(`update job_slot set status = 'WITHDRAWN' where status = 'OPEN'`);
    expect(await bench.work()).toEqual(['batch.solve']);
    await bench.rows(`update job_slot set status = 'OPEN' where status = 'WITHDRAWN'`);
    expect(await bench.batch(id)).toMatchObject({ status: 'COLLECTING', outcome: null, solve: { state: 'FAILED', errorCode: 'NO_OPEN_SLOTS' } }); // prettier-ignore
    await bench.solve(id);
    expect((await bench.batch(id)).status).toBe('SOLVED');
  });

  it('is one at a time, keeps the cohort as it is meanwhile, and leaves nothing when it is stopped', async () => {
    const id = await bench.collected(10);
    expect(await bench.act(bench.supervisor, (tx) => solves().request(tx, id))).toEqual([]);
    expect(await bench.refused(bench.secondSupervisor, (tx) => solves().request(tx, id))).toEqual(['SOLVE_RUNNING']);
    const [one] = await bench.candidates(1);
    expect(await bench.refused(bench.supervisor, (tx) => bench.get(BatchCohortService).add(tx, id, [one ?? '']))).toEqual(['SOLVE_RUNNING']); // prettier-ignore
    expect(await bench.act(bench.supervisor, (tx) => solves().cancel(tx, id))).toEqual([]);
    expect(await bench.refused(bench.supervisor, (tx) => solves().cancel(tx, id))).toEqual(['NO_SOLVE_RUNNING']);
    expect(await bench.work()).toEqual(['batch.solve']);
    expect(await bench.batch(id)).toMatchObject({ status: 'COLLECTING', outcome: null, solve: { state: 'CANCELLED' } });
    expect(await bench.rows('select id from batch_instance')).toEqual([]);
  });

  it('ends within a second when it is stopped in the middle of the computation; the thread then does the next run', async () => {
    const thread = bench.get(PlacementThread);
    const solve = thread.solve.bind(thread);
    const begun = new Promise<void>((resolve) => {
      thread.solve = (_file, decisions, signal, onProgress) => {
        resolve();
        return solve(HUGE, decisions, signal, onProgress);
      };
    });
    const id = await bench.collected(10);
    expect(await bench.act(bench.supervisor, (tx) => solves().request(tx, id))).toEqual([]);
    const working = bench.work();
    await begun;
    expect(await bench.act(bench.supervisor, (tx) => solves().cancel(tx, id))).toEqual([]);
    const cancelledAt = performance.now();
    expect(await working).toEqual(['batch.solve']);
    expect(performance.now() - cancelledAt).toBeLessThan(1_000);
    thread.solve = solve;
    expect(await bench.batch(id)).toMatchObject({ status: 'COLLECTING', outcome: null, solve: { state: 'CANCELLED' } });
    await bench.solve(id);
    expect((await bench.batch(id)).status).toBe('SOLVED');
  });

  it('begins anew where its worker died in the middle, and keeps one result', async () => {
    const id = await bench.collected(20);
    expect(await bench.act(bench.supervisor, (tx) => solves().request(tx, id))).toEqual([]);
    const [run] = await bench.rows<{ id: string }>('select id from batch_solve');
    await bench.bench.transactions.run({ ...bench.supervisor, role: 'SYSTEM:batch.solve', membershipId: null }, (tx) =>
      bench.get(BatchSolvesRepository).begin(tx, run?.id ?? ''),
    );
    expect(await bench.work()).toEqual(['batch.solve']);
    expect((await bench.batch(id)).status).toBe('SOLVED');
    expect(await bench.rows('select id from batch_instance')).toHaveLength(1);
  });

  it('stops with the batch that is given up, and its clients are free', async () => {
    const id = await bench.collected(10);
    expect(await bench.act(bench.supervisor, (tx) => solves().request(tx, id))).toEqual([]);
    expect(await bench.act(bench.supervisor, (tx) => bench.get(PlacementBatchesService).discard(tx, id))).toEqual([]);
    expect(await bench.work()).toEqual(['batch.solve']);
    expect(await bench.batch(id)).toMatchObject({ status: 'DISCARDED', outcome: null, can: [] });
    expect(await bench.rows('select id from batch_assignment where is_open')).toEqual([]);
  });
});
