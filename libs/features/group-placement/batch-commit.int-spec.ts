import { BatchBench } from '#testing/batch-bench';
import { BatchCommitRepository } from './batch-commit.repository';
import { BatchCommitService } from './batch-commit.service';
import { PlacementBatchesService } from './placement-batches.service';
import { ReferralLapseService } from '#features/referrals';

interface Held {
  readonly status: string;
  readonly source: string;
  readonly days: number;
}

describe('the commit of a batch', () => {
  let bench: BatchBench;

  beforeAll(async () => {
    bench = await BatchBench.open();
  }, 120_000);

  beforeEach(() => bench.clear());

  afterAll(() => bench.close());

  const request = (id: string) => (tx: Parameters<BatchCommitService['request']>[0]) => bench.get(BatchCommitService).request(tx, id); // prettier-ignore

  const results = async (id: string) => {
    const rows = await bench.rowsOf(id);
    return { placed: rows.filter(({ positionId }) => positionId !== null), unplaced: rows.filter(({ positionId }) => positionId === null) }; // prettier-ignore
  };

  const held = () =>
    bench.rows<Held>(
      `select r.status, r.source, extract(day from j.held_until - r.proposed_at)::int as days
         from batch_assignment a join referral r on r.id = a.referral_id join job_slot j on j.held_for = r.id and j.status = 'HELD'`,
    );

  it('proposes every placed row with a slot held for seven days, and lets everybody go', async () => {
    const id = await bench.approved(30);
    await bench.commit(id);
    const { placed, unplaced } = await results(id);
    expect(placed.map(({ result }) => result)).toEqual(placed.map(() => 'PROPOSED'));
    expect(unplaced.map(({ result }) => result)).toEqual(unplaced.map(() => 'UNPLACED'));
    expect(await held()).toEqual(placed.map(() => ({ status: 'PROPOSED', source: 'BATCH', days: 7 })));
    expect(await bench.batch(id)).toMatchObject({ status: 'COMMITTED', isCommitting: false, rowsDecided: 30, can: [] });
    expect(await bench.rows('select id from batch_assignment where is_open')).toEqual([]);
    expect(await bench.rows(`select id from placement where created_at > now() - interval '1 minute'`)).toEqual([]);
  });

  it('gives each row that does not hold any more back with its reason; the others stand', async () => {
    const id = await bench.approved(30);
    const { placed } = await results(id);
    const [a, b, c, d, e] = placed;
    if (!a || !b || !c || !d || !e) throw new Error('Enough are placed.');
    const others = placed.filter((row) => ![a, b, c, d].includes(row));
    const far = others.find(({ positionId }) => ![a, b, c, d].some((row) => row.positionId === positionId)) ?? e;
    await bench.rows(`update client set objects_to_ranking = true where id = $1`, [a.clientId]);
    await bench.rows(`update programme_entry set status = 'PAUSED' where client_id = $1`, [b.clientId]);
    await bench.rows(`insert into placement (county_id, id, client_id, mode, hire_date, contract_from, agreed_pay_fen, pay_cycle_days, weekly_hours, shift, employment_type, job_code, grade, status)
      select county_id, gen_random_uuid(), id, 'SELF_EMPLOYED', current_date, current_date, 300000, 30, 20, 'DAY', 'PART_TIME', 'J', '1', 'ACTIVE' from client where id = $1`, [c.clientId]); // prettier-ignore
    const [hours] = await bench.rows<{ hours: number }>(`select weekly_hours_available as hours from client where id = $1`, [d.clientId]); // prettier-ignore
    await bench.rows(`update client set weekly_hours_available = 1 where id = $1`, [d.clientId]);
    await bench.rows(`update position set status = 'CLOSED' where id = $1`, [far.positionId]);
    await bench.commit(id);
    await bench.rows(`update client set objects_to_ranking = false where id = $1`, [a.clientId]);
    await bench.rows(`update programme_entry set status = 'ACTIVE' where client_id = $1`, [b.clientId]);
    await bench.rows(`delete from placement where client_id = $1`, [c.clientId]);
    await bench.rows(`update client set weekly_hours_available = $2 where id = $1`, [d.clientId, hours?.hours]);
    await bench.rows(`update position set status = 'PUBLISHED' where id = $1`, [far.positionId]);
    const codes = new Map((await bench.rowsOf(id)).map(({ clientId, resultCode }) => [clientId, resultCode]));
    expect([a, b, c, d, far].map(({ clientId }) => codes.get(clientId))).toEqual(['OBJECTS_TO_RANKING', 'ENTRY_NOT_ACTIVE', 'LIVE_PLACEMENT', 'HARD_BLOCKER', 'POSITION_NOT_PUBLISHED']); // prettier-ignore
    const stood = (await bench.rowsOf(id)).filter(({ result }) => result === 'PROPOSED');
    expect(await held()).toHaveLength(stood.length);
    expect(stood.length).toBe(placed.length - [...codes.values()].filter((code) => code !== null).length);
    expect(await bench.candidates(500)).toContain(d.clientId);
  });

  it('gives rows back whose agreement ended, whose slots went, and who was referred there by hand meanwhile', async () => {
    const id = await bench.approved(30);
    const { placed } = await results(id);
    const positions = [...new Set(placed.map(({ positionId }) => positionId))];
    const agreements = await bench.rows<{ id: string; positions: string[] }>(
      `select agreement_id as id, array_agg(id) as positions from position where id = any ($1) group by 1 order by count(*) limit 1`,
      [positions],
    );
    const ended = agreements[0]?.positions ?? [];
    const [full] = positions.filter((one) => one !== null && !ended.includes(one));
    await bench.rows(`update cooperation_agreement set status = 'SUSPENDED' where id = $1`, [agreements[0]?.id]);
    await bench.rows(`update job_slot set status = 'WITHDRAWN' where status = 'OPEN' and position_id = $1`, [full]);
    await bench.commit(id);
    await bench.rows(`update cooperation_agreement set status = 'ACTIVE' where id = $1`, [agreements[0]?.id]);
    await bench.rows(`update job_slot set status = 'OPEN' where status = 'WITHDRAWN' and position_id = $1`, [full]);
    for (const row of await bench.rowsOf(id)) {
      if (row.positionId === null) continue;
      if (ended.includes(row.positionId)) expect(row.resultCode).toBe('AGREEMENT_NOT_ACTIVE');
      else if (row.positionId === full) expect(row.resultCode).toBe('NO_OPEN_SLOT');
      else expect(row.result).toBe('PROPOSED');
    }
  });

  it('is done once by two people at the same time', async () => {
    const id = await bench.approved(20);
    const codes = await Promise.all([bench.supervisor, bench.secondSupervisor].map((actor) => bench.act(actor, request(id)))); // prettier-ignore
    expect(codes.flat()).toEqual(['ALREADY_COMMITTING']);
    expect(await bench.refused(bench.supervisor, (tx) => bench.get(PlacementBatchesService).discard(tx, id))).toEqual(['ALREADY_COMMITTING']); // prettier-ignore
    expect(await bench.work()).toEqual(['batch.commit']);
    expect(await held()).toHaveLength((await results(id)).placed.length);
    expect(await bench.refused(bench.supervisor, request(id))).toEqual(['WRONG_STATE']);
  });

  it('goes on where it was cut off, and doubles nothing', async () => {
    const id = await bench.approved(20);
    expect(await bench.act(bench.supervisor, request(id))).toEqual([]);
    const rows = bench.get(BatchCommitRepository);
    const noted = rows.noteProposed.bind(rows);
    let left = 7;
    rows.noteProposed = (...args) => (left-- > 0 ? noted(...args) : Promise.reject(new Error('The worker died.')));
    await expect(bench.work()).rejects.toThrow('The worker died.');
    rows.noteProposed = noted;
    expect(await held()).toHaveLength(7);
    expect(await bench.batch(id)).toMatchObject({ status: 'APPROVED', isCommitting: true });
    expect(await bench.work()).toEqual(['batch.commit']);
    const { placed } = await results(id);
    expect(await held()).toHaveLength(placed.length);
    expect(await bench.rows(`select client_id from referral where source = 'BATCH' and proposed_at > now() - interval '10 minutes' group by client_id having count(*) > 1`)).toEqual([]); // prettier-ignore
  });

  it('holds for seven days and no longer: the slot is free again, the proposal goes on without it', async () => {
    const id = await bench.approved(20);
    await bench.commit(id);
    const { placed } = await results(id);
    const lapse = bench.get(ReferralLapseService);
    const hourly = () =>
      bench.bench.transactions.run(
        { ...bench.supervisor, role: 'SYSTEM:referral.lapse', membershipId: null },
        async (tx) => {
          for (const one of await lapse.lapsing(tx)) await lapse.lapse(tx, one);
        },
      );
    await hourly();
    expect(await held()).toHaveLength(placed.length);
    await bench.rows(`update job_slot set held_until = now() - interval '1 second' where held_for in (select referral_id from batch_assignment)`); // prettier-ignore
    await hourly();
    expect(await held()).toEqual([]);
    const states = await bench.rows<{ status: string }>(`select distinct status from referral where id in (select referral_id from batch_assignment)`); // prettier-ignore
    expect(states).toEqual([{ status: 'PROPOSED' }]);
  });

  it('refuses what nobody approved, and a batch that is over; writes nothing', async () => {
    const id = await bench.inReview(10);
    expect(await bench.refused(bench.supervisor, request(id))).toEqual(['WRONG_STATE']);
    await bench.act(bench.supervisor, (tx) => bench.get(PlacementBatchesService).discard(tx, id));
    expect(await bench.refused(bench.supervisor, request(id))).toEqual(['WRONG_STATE']);
  });
});
