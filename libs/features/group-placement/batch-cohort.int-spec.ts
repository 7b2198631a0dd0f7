import { randomUUID } from 'node:crypto';
import { BatchBench } from '#testing/batch-bench';
import { BatchCohortService } from './batch-cohort.service';
import { PlacementBatchesService } from './placement-batches.service';

describe('collecting the clients of a batch', () => {
  let bench: BatchBench;

  beforeAll(async () => {
    bench = await BatchBench.open();
  }, 120_000);

  beforeEach(() => bench.clear());

  afterAll(() => bench.close());

  const cohort = (): BatchCohortService => bench.get(BatchCohortService);

  const results = (id: string, ids: string[], actor = bench.supervisor) =>
    bench.read(actor, async (tx) => (await cohort().results(tx, id, ids)).map(({ isIn, code }) => code ?? isIn));

  it('takes her own from each caseworker and nobody else’s, with a result for each', async () => {
    const [mine, other] = bench.caseworkers;
    if (mine === undefined || other === undefined) throw new Error('The county has caseworkers.');
    const id = await bench.opened();
    const own = await bench.candidates(3, mine);
    const theirs = await bench.candidates(2, other);
    const asked = [...own, ...theirs, randomUUID(), 'no id'];
    expect(await bench.act(mine, (tx) => cohort().add(tx, id, asked))).toEqual([]);
    expect(await results(id, asked, mine)).toEqual([true, true, true, 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']); // prettier-ignore
    expect(await bench.act(other, (tx) => cohort().add(tx, id, theirs))).toEqual([]);
    expect(await bench.batch(id, mine)).toMatchObject({ clientsTotal: 5, ownClients: 3, caseworkersTotal: 2, can: ['ADD_CLIENTS'] }); // prettier-ignore
    expect((await bench.rowsOf(id, mine)).map(({ clientId }) => clientId).sort()).toEqual([...own].sort());
    expect(await bench.batch(id)).toMatchObject({ clientsTotal: 5, ownClients: 5 });
  });

  it('lets a caseworker take her own out again, and no other', async () => {
    const [mine, other] = bench.caseworkers;
    if (mine === undefined || other === undefined) throw new Error('The county has caseworkers.');
    const id = await bench.opened();
    const own = await bench.candidates(2, mine);
    const theirs = await bench.candidates(2, other);
    await bench.act(bench.supervisor, (tx) => cohort().add(tx, id, [...own, ...theirs]));
    expect(await bench.act(mine, (tx) => cohort().remove(tx, id, [...own, ...theirs]))).toEqual([]);
    expect((await bench.rowsOf(id)).map(({ clientId }) => clientId).sort()).toEqual([...theirs].sort());
  });

  it.each([
    ['OBJECTS_TO_RANKING', `update client set objects_to_ranking = true where id = $1`, `update client set objects_to_ranking = false where id = $1`], // prettier-ignore
    ['ENTRY_NOT_ACTIVE', `update programme_entry set status = 'PAUSED' where client_id = $1`, `update programme_entry set status = 'ACTIVE' where client_id = $1`], // prettier-ignore
    ['LIVE_PLACEMENT', `insert into placement (county_id, id, client_id, mode, hire_date, contract_from, agreed_pay_fen, pay_cycle_days, weekly_hours, shift, employment_type, job_code, grade, status)
       select county_id, gen_random_uuid(), id, 'SELF_EMPLOYED', current_date, current_date, 300000, 30, 20, 'DAY', 'PART_TIME', 'J', '1', 'ACTIVE' from client where id = $1`, `delete from placement where client_id = $1`], // prettier-ignore
  ])('keeps out with %s, and takes her where that is over', async (code, begin, end) => {
    const id = await bench.opened();
    const [one = ''] = await bench.candidates(1);
    await bench.rows(begin, [one]);
    expect(await bench.refused(bench.supervisor, (tx) => cohort().add(tx, id, [one]))).toEqual([]);
    expect(await results(id, [one])).toEqual([code]);
    expect(await bench.candidates(500)).not.toContain(one);
    await bench.rows(end, [one]);
    expect(await bench.act(bench.supervisor, (tx) => cohort().add(tx, id, [one]))).toEqual([]);
    expect(await results(id, [one])).toEqual([true]);
  });

  it('keeps out who is in another open batch, and takes her when that one is given up', async () => {
    const first = await bench.collected(2);
    const [one = ''] = (await bench.rowsOf(first)).map(({ clientId }) => clientId);
    const second = await bench.opened();
    expect(await bench.refused(bench.supervisor, (tx) => cohort().add(tx, second, [one]))).toEqual([]);
    expect(await results(second, [one])).toEqual(['IN_ANOTHER_BATCH']);
    await bench.act(bench.supervisor, (tx) => bench.get(PlacementBatchesService).discard(tx, first));
    expect(await bench.act(bench.supervisor, (tx) => cohort().add(tx, second, [one]))).toEqual([]);
    expect(await results(second, [one])).toEqual([true]);
  });

  it('has one of two batches that take the same client at the same time', async () => {
    const [first, second] = [await bench.opened(), await bench.opened()];
    const ids = await bench.candidates(20);
    await Promise.all([first, second].map((id) => bench.act(bench.supervisor, (tx) => cohort().add(tx, id, ids))));
    const held = await bench.rows<{ n: number }>('select count(*)::int as n from batch_assignment group by client_id');
    expect(held).toEqual(ids.map(() => ({ n: 1 })));
  });

  it('refuses nobody at all, more than 500, an unknown batch, and whoever comes after the cut-off; writes nothing', async () => {
    const id = await bench.opened();
    const [mine] = bench.caseworkers;
    const many = Array.from({ length: 501 }, () => randomUUID());
    const add = (batchId: string, ids: string[]) => bench.refused(mine ?? bench.supervisor, (tx) => cohort().add(tx, batchId, ids)); // prettier-ignore
    expect(await add(id, [])).toEqual(['NO_CLIENTS_GIVEN']);
    expect(await add(id, many)).toEqual(['TOO_MANY_CLIENTS']);
    expect(await add(randomUUID(), many.slice(1))).toEqual(['NOT_FOUND']);
    expect(await add(id, many.slice(1))).toEqual([]);
    await bench.rows(`update placement_batch set cutoff_at = now() - interval '1 second'`);
    expect(await add(id, many.slice(1))).toEqual(['CUTOFF_PASSED']);
  });

  it('refuses a caseworker every step but adding, before the policies do', async () => {
    const id = await bench.collected(2);
    const [mine = bench.supervisor] = bench.caseworkers;
    expect(await bench.refused(mine, (tx) => bench.get(PlacementBatchesService).discard(tx, id))).toEqual(['NOT_IN_CHARGE']); // prettier-ignore
    await expect(bench.opened(mine)).rejects.toThrow('gives CASEWORKER nothing to create of the type placement_batch');
  });
});
