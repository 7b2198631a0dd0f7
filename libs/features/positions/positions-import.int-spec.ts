import type { Actor } from '#domain/common/actor';
import { ImportKind } from '#domain/imports/import-codes';
import { ParametersService } from '#features/parameters';
import { countsOf, ImportBench } from '#testing/imports';
import { PositionsImportHandler } from './positions-import.handler';
import { PositionsImportRepository } from './positions-import.repository';

const HEADER = '岗位编号,企业,协议编号,岗位名称,职业,乡镇,班次,每周工时,最低月薪,最高月薪,加分技能,名额';

describe('importing positions', () => {
  const handler = new PositionsImportHandler(new PositionsImportRepository(), new ParametersService());
  let bench: ImportBench;
  let caseworker: Actor;

  beforeAll(async () => {
    bench = await ImportBench.open();
    caseworker = await bench.memberAs(`role = 'CASEWORKER'`);
  });

  afterAll(() => bench.close());

  interface Agreement {
    readonly id: string;
    readonly number: string;
    readonly enterprise: string;
    readonly free: number;
  }

  /** Some agreement with room for ten more slots. */
  async function anAgreement(status = 'ACTIVE'): Promise<Agreement> {
    const { id } = await bench.one<{ id: string }>(
      `select id from cooperation_agreement where status = 'ACTIVE' order by random() limit 1`,
    );
    return bench.one<Agreement>(
      `update cooperation_agreement a set amended_slots = allotted_slots - pledged_slots + 10, status = $2
         from organisation o where a.id = $1 and o.id = a.organisation_id returning a.id, a.number, o.name as enterprise, 10 as free`,
      [id, status],
    );
  }

  const row = (
    agreement: Agreement,
    number: string,
    change: { slots?: number; pay?: string; enterprise?: string; agreement?: string; hours?: number } = {},
  ): string =>
    [
      number,
      change.enterprise ?? agreement.enterprise,
      change.agreement ?? agreement.number,
      '线束装配工',
      '',
      '隽水镇',
      '白班',
      change.hours ?? 40,
      change.pay ?? '3000元',
      '5000',
      '压接、剥线',
      change.slots ?? 2,
    ].join(',');

  const importRows = (...rows: readonly string[]) =>
    bench.import(caseworker, ImportKind.POSITIONS, `${[HEADER, ...rows].join('\n')}\n`, handler);

  const stored = (agreement: Agreement, number: string) =>
    bench.one<{ status: string; version: number; pay: number; slots: number; open: number; seqs: number[] }>(
      `select p.status, p.version, p.pay_min_fen::int as pay, p.slots_total as slots,
              (select count(*)::int from job_slot s where s.position_id = p.id and s.status = 'OPEN') as open,
              (select array_agg(s.seq order by s.seq) from job_slot s where s.position_id = p.id) as seqs
         from position p where p.agreement_id = $1 and p.position_number = $2`,
      [agreement.id, number],
    );

  it('publishes a position with its slots under an agreement in force', async () => {
    const agreement = await anAgreement();
    expect(countsOf(await importRows(row(agreement, 'X1', { slots: 3 })))).toMatchObject({ created: 1, refused: 0 });
    expect(await stored(agreement, 'X1')).toEqual({
      status: 'PUBLISHED',
      version: 1,
      pay: 300_000,
      slots: 3,
      open: 3,
      seqs: [1, 2, 3],
    });
  });

  it('leaves it under review where the agreement is suspended', async () => {
    const agreement = await anAgreement('SUSPENDED');
    await importRows(row(agreement, 'X2'));
    expect(await stored(agreement, 'X2')).toMatchObject({ status: 'UNDER_REVIEW', open: 2 });
  });

  it('changes nothing when the same file comes again, and only what differs otherwise', async () => {
    const agreement = await anAgreement();
    await importRows(row(agreement, 'X3'), row(agreement, 'X4'));
    expect(countsOf(await importRows(row(agreement, 'X3'), row(agreement, 'X4')))).toMatchObject({
      unchanged: 2,
      updated: 0,
    });
    expect(countsOf(await importRows(row(agreement, 'X3', { pay: '3200' }), row(agreement, 'X4')))).toMatchObject({
      unchanged: 1,
      updated: 1,
    });
    expect(await stored(agreement, 'X3')).toMatchObject({ version: 2, pay: 320_000 });
  });

  it('adds slots and takes open ones away, but none that is in use', async () => {
    const agreement = await anAgreement();
    await importRows(row(agreement, 'X5', { slots: 2 }));
    await importRows(row(agreement, 'X5', { slots: 4 }));
    expect(await stored(agreement, 'X5')).toMatchObject({ slots: 4, open: 4, seqs: [1, 2, 3, 4] });
    await bench.database.admin.query(
      `update job_slot set status = 'FILLED' where id in
      (select s.id from job_slot s join position p on p.id = s.position_id where p.agreement_id = $1 and p.position_number = 'X5' and s.seq <= 2)`,
      [agreement.id],
    );
    const refused = await importRows(row(agreement, 'X5', { slots: 1 }));
    expect(await bench.refusals(caseworker, refused.id)).toEqual({ 2: ['名额 SLOTS_IN_USE'] });
    await importRows(row(agreement, 'X5', { slots: 2 }));
    expect(await stored(agreement, 'X5')).toMatchObject({ slots: 2, open: 0 });
  });

  it('refuses the row that goes beyond the pledge and keeps those before it', async () => {
    const agreement = await anAgreement();
    const run = await importRows(
      row(agreement, 'X6', { slots: 7 }),
      row(agreement, 'X7', { slots: 4 }),
      row(agreement, 'X8', { slots: 3 }),
    );
    expect(countsOf(run)).toEqual({ created: 2, updated: 0, unchanged: 0, refused: 1 });
    expect(await bench.refusals(caseworker, run.id)).toEqual({ 3: ['名额 PLEDGE_EXCEEDED'] });
  });

  it('refuses what it cannot tie to an enterprise and its agreement, and pay below the minimum wage', async () => {
    const [agreement, other] = [await anAgreement(), await anAgreement()];
    const { monthly } = await bench.one<{ monthly: number }>(
      'select max(monthly_fen)::int as monthly from minimum_wage join county on code = region_code',
    );
    const run = await importRows(
      row(agreement, 'Y1', { enterprise: '没有这家公司' }),
      row(agreement, 'Y2', { agreement: '没有这份' }),
      row(agreement, 'Y3', { agreement: other.id === agreement.id ? '别的' : other.number }),
      row(agreement, 'Y4', { pay: '1500' }),
      row(agreement, 'Y5', { hours: 60 }),
    );
    expect(monthly).toBeGreaterThan(150_000);
    expect(await bench.refusals(caseworker, run.id)).toEqual({
      2: ['企业 UNKNOWN_ENTERPRISE'],
      3: ['协议编号 UNKNOWN_AGREEMENT'],
      4: ['协议编号 UNKNOWN_AGREEMENT'],
      5: ['最低月薪 PAY_BELOW_MINIMUM_WAGE'],
      6: ['每周工时 OUT_OF_RANGE'],
    });
  });

  it('refuses only the row that a constraint of the database stops', async () => {
    const agreement = await anAgreement();
    await bench.database.admin.query(`alter table position add constraint test_title_check check (title <> '电工')`);
    const rows = [row(agreement, 'Z1'), row(agreement, 'Z2').replace('线束装配工', '电工'), row(agreement, 'Z3')];
    const run = await importRows(...rows);
    await bench.database.admin.query('alter table position drop constraint test_title_check');
    expect(countsOf(run)).toEqual({ created: 2, updated: 0, unchanged: 0, refused: 1 });
    expect(await bench.refusals(caseworker, run.id)).toEqual({ 3: ['CONFLICT'] });
  });
});
