import { BatchApprovalService } from '../../libs/features/group-placement/batch-approval.service';
import { BatchCommitService } from '../../libs/features/group-placement/batch-commit.service';
import { BatchSolvesService } from '../../libs/features/group-placement/batch-solves.service';
import { BatchBench } from '#testing/batch-bench';
import { endedAfter, failures } from './support/ended-membership';

const COHORT = 20;

interface Kept {
  readonly status: string;
  readonly states: readonly string[];
  readonly codes: readonly (string | null)[];
  readonly instances: number;
  readonly placed: number;
}

describe('a supervisor whose membership ends while the worker does what she asked for', () => {
  let bench: BatchBench;

  beforeAll(async () => {
    bench = await BatchBench.open();
  }, 180_000);

  beforeEach(() => bench.clear());

  afterAll(() => bench.close());

  const kept = async (id: string): Promise<Kept | undefined> =>
    (
      await bench.rows<Kept>(
        `select b.status, (select json_agg(s.state order by s.seq) from batch_solve s where s.batch_id = b.id) as states,
                (select json_agg(s.error_code order by s.seq) from batch_solve s where s.batch_id = b.id) as codes,
                (select count(*)::int from batch_instance i where i.batch_id = b.id) as instances,
                (select count(*)::int from batch_assignment a where a.batch_id = b.id and a.position_id is not null) as placed
           from placement_batch b where b.id = $1`,
        [id],
      )
    )[0];

  const phaseIs = async (phase: string): Promise<boolean> =>
    (await bench.rows(`select from batch_solve where phase = $1 and state = 'RUNNING'`, [phase])).length > 0;

  /** Seen for the second time: the step after the one that noted it has committed too. */
  const afterPhase = (phase: string): (() => Promise<boolean>) => {
    let seen = 0;
    return async () => (await phaseIs(phase)) && (seen += 1) === 2;
  };

  it.each<[string, () => number | (() => Promise<boolean>)]>([
    ['before the worker begins', () => 0],
    ['once it has begun', () => 1],
    ['while the pairs are read', () => () => phaseIs('RANKING_PAIRS')],
    ['when the result is to be explained', () => () => phaseIs('WRITING')],
    ['when the result is to be stored', () => afterPhase('WRITING')],
  ])(
    'leaves a batch for another supervisor to solve: %s',
    async (_, when) => {
      const id = await bench.collected(COHORT);
      expect(await bench.act(bench.supervisor, (tx) => bench.get(BatchSolvesService).request(tx, id))).toEqual([]);
      await endedAfter(bench, bench.supervisor, when(), (afterStep) => bench.work(afterStep));
      const stopped = { status: 'COLLECTING', states: ['FAILED'], codes: ['REQUESTER_GONE'], instances: 0, placed: 0 };
      expect(await kept(id)).toEqual(stopped);
      expect(await failures(bench, 'batch.solve')).toBe(1);
      const { can } = await bench.batch(id, bench.secondSupervisor);
      expect(can).toContain('SOLVE');
      expect(await bench.act(bench.secondSupervisor, (tx) => bench.get(BatchSolvesService).request(tx, id))).toEqual(
        [],
      );
      expect(await bench.work()).toEqual(['batch.solve']);
      expect(await kept(id)).toMatchObject({ status: 'SOLVED', states: ['FAILED', 'DONE'], instances: 1 });
    },
    60_000,
  );

  it('keeps the result that stood before a run in review', async () => {
    const id = await bench.inReview(COHORT);
    const before = await kept(id);
    expect(await bench.act(bench.supervisor, (tx) => bench.get(BatchSolvesService).request(tx, id))).toEqual([]);
    await endedAfter(bench, bench.supervisor, afterPhase('WRITING'), (afterStep) => bench.work(afterStep));
    const codes = [null, 'REQUESTER_GONE'];
    expect(await kept(id)).toEqual({ ...before, status: 'IN_REVIEW', states: ['DONE', 'FAILED'], codes });
    expect((await bench.batch(id, bench.secondSupervisor)).can).toEqual(expect.arrayContaining(['SOLVE', 'SUBMIT']));
  }, 60_000);

  it('takes a commit back: what was proposed stands, and another supervisor proposes the rest once', async () => {
    const id = await bench.inReview(COHORT);
    expect(await bench.act(bench.supervisor, (tx) => bench.get(BatchApprovalService).submit(tx, id))).toEqual([]);
    expect(await bench.act(bench.secondSupervisor, (tx) => bench.get(BatchApprovalService).approve(tx, id))).toEqual(
      [],
    );
    const commit = (tx: Parameters<BatchCommitService['request']>[0]) => bench.get(BatchCommitService).request(tx, id);
    expect(await bench.act(bench.secondSupervisor, commit)).toEqual([]);
    const proposed = () =>
      bench.rows<{ id: string }>(`select referral_id as id from batch_assignment where referral_id is not null`);
    const three = async (): Promise<boolean> => (await proposed()).length === 3;
    await endedAfter(bench, bench.secondSupervisor, three, (afterStep) => bench.work(afterStep));
    expect(await proposed()).toHaveLength(3);
    const stopped = await bench.batch(id);
    expect(stopped).toMatchObject({ status: 'APPROVED', isCommitting: false });
    expect(stopped.can).toContain('COMMIT');
    expect(await bench.act(bench.supervisor, commit)).toEqual([]);
    expect(await bench.work()).toEqual(['batch.commit']);
    expect(await bench.batch(id)).toMatchObject({ status: 'COMMITTED', rowsDecided: COHORT });
    const { placed = 0 } = (await kept(id)) ?? {};
    expect(new Set((await proposed()).map((row) => row.id)).size).toBe(placed);
    expect(placed).toBeGreaterThan(3);
  }, 60_000);
});
