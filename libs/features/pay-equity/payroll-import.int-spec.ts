import type { Actor } from '#domain/common/actor';
import { addMonths, dayOf, monthOf } from '#domain/common/day';
import { ImportKind } from '#domain/imports/import-codes';
import { Outbox } from '#platform/outbox/outbox';
import { countsOf, ImportBench } from '#testing/imports';
import { PayrollDeclarations } from './payroll-declarations';
import { PayrollImportHandler } from './payroll-import.handler';
import { PayrollImportRepository } from './payroll-import.repository';

const HEADER = '工号,岗位编码,应出勤天数,未出勤天数,基本工资,津贴,个人社保,实际发薪日';
const row = (number: string, change: { pay?: string; days?: string } = {}): string =>
  `${number},J-60101,22,${change.days ?? '0'},"${change.pay ?? '3,000.00'}",200,330.2,2026-4-15`;

describe('importing a payroll', () => {
  const repository = new PayrollImportRepository();
  const handler = new PayrollImportHandler(repository, new PayrollDeclarations(repository), new Outbox());
  const today = dayOf(new Date());
  let months = 2;
  let bench: ImportBench;
  let hr: Actor;
  let otherHr: Actor;
  let caseworker: Actor;

  beforeAll(async () => {
    bench = await ImportBench.open();
    const { organisationId } = await bench.one<{ organisationId: string }>(
      `select p.organisation_id as "organisationId" from placement p
         join membership m on m.organisation_id = p.organisation_id and m.role = 'ENTERPRISE_HR'
        where p.status in ('PROBATION', 'ACTIVE') and p.employee_pseudonym is not null group by 1 order by count(*) desc limit 1`,
    );
    hr = await bench.memberAs(`role = 'ENTERPRISE_HR' and organisation_id = '${organisationId}'`);
    otherHr = await bench.memberAs(`role = 'ENTERPRISE_HR' and organisation_id <> '${organisationId}'`);
    caseworker = await bench.memberAs(`role = 'CASEWORKER'`);
  });

  afterAll(() => bench.close());

  /** A month that no other case uses. */
  const freshMonth = (): string => monthOf(addMonths(today, -(months += 1)));

  const importRows = (period: string, rows: readonly string[], more: { dryRun?: boolean; actor?: Actor } = {}) =>
    bench.import(more.actor ?? hr, ImportKind.PAYROLL, `${[HEADER, ...rows].join('\n')}\n`, handler, {
      period,
      dryRun: more.dryRun ?? false,
    });

  const lines = async (period: string) =>
    (
      await bench.database.admin.query<{ pseudonym: string; base: number; revision: number; linked: boolean }>(
        `select l.pseudonym, l.base_fen::int as base, u.revision, l.placement_id is not null as linked
           from payroll_line l join payroll_upload u on u.id = l.upload_id
          where l.organisation_id = $1 and l.period = $2 order by l.pseudonym`,
        [hr.organisationId, period],
      )
    ).rows;

  const announced = async (period: string): Promise<number> =>
    (
      await bench.one<{ n: number }>(
        `select count(*)::int as n from outbox_event where job = 'payroll.uploaded' and data ->> 'period' = $1`,
        [period],
      )
    ).n;

  it('keeps the lines under the enterprise’s own numbers and announces the declaration', async () => {
    const period = freshMonth();
    const run = await importRows(period, [row('A1'), row('A2', { pay: '2900元' })]);
    expect(countsOf(run)).toEqual({ created: 2, updated: 0, unchanged: 0, refused: 0 });
    expect(await lines(period)).toEqual([
      { pseudonym: 'A1', base: 300_000, revision: 1, linked: false },
      { pseudonym: 'A2', base: 290_000, revision: 1, linked: false },
    ]);
    expect(await announced(period)).toBe(1);
  });

  it('changes and announces nothing when the same file comes again; a mended line is a second declaration', async () => {
    const period = freshMonth();
    await importRows(period, [row('A1'), row('A2')]);
    expect(countsOf(await importRows(period, [row('A1'), row('A2')]))).toMatchObject({ unchanged: 2 });
    expect(await announced(period)).toBe(1);
    expect(countsOf(await importRows(period, [row('A1', { pay: '3100' }), row('A2')]))).toMatchObject({
      updated: 1,
      unchanged: 1,
    });
    expect((await lines(period)).map(({ base, revision }) => [base, revision])).toEqual([
      [310_000, 2],
      [300_000, 1],
    ]);
    expect(await announced(period)).toBe(2);
  });

  it('finds the placed person by the number recorded for her, within her time there and in her enterprise only', async () => {
    const placed = await bench.one<{ number: string; hired: string }>(
      `select employee_pseudonym as number, hire_date::text as hired from placement
        where organisation_id = $1 and status in ('PROBATION', 'ACTIVE') and employee_pseudonym is not null order by hire_date limit 1`,
      [hr.organisationId],
    );
    const current = monthOf(today);
    const before = monthOf(addMonths(placed.hired, -1));
    await importRows(current, [row(placed.number), row('A1')]);
    await importRows(before, [row(placed.number)]);
    await importRows(current, [row(placed.number)], { actor: otherHr });
    expect((await lines(current)).filter(({ linked }) => linked).map(({ pseudonym }) => pseudonym)).toContain(
      placed.number,
    );
    expect((await lines(before)).find(({ pseudonym }) => pseudonym === placed.number)).toMatchObject({ linked: false });
    const { n } = await bench.one<{ n: number }>(
      'select count(*)::int as n from payroll_line where organisation_id = $1 and period = $2 and placement_id is not null',
      [otherHr.organisationId, current],
    );
    expect(n).toBe(0);
  });

  it('refuses rows with a name or an identity number and keeps neither', async () => {
    const period = freshMonth();
    const run = await importRows(period, [
      row('A1'),
      row('王秀英'),
      row('421222199001011234'),
      row('A2', { days: '0.3' }),
      row('A3', { days: '23' }),
    ]);
    expect(countsOf(run)).toEqual({ created: 1, updated: 0, unchanged: 0, refused: 4 });
    expect(await bench.refusals(hr, run.id)).toEqual({
      3: ['工号 NAME_NOT_ALLOWED'],
      4: ['工号 IDENTITY_NUMBER_NOT_ALLOWED'],
      5: ['未出勤天数 NOT_HALF_DAYS'],
      6: ['未出勤天数 OUT_OF_RANGE'],
    });
    const rows = await bench.transactions.run(hr, (tx) => bench.reader.refusedRows(tx, run.id));
    expect(rows.map(({ key, cells }) => [key, cells['employeeNumber']])).toEqual([
      [null, undefined],
      [null, undefined],
      ['A2', 'A2'],
      ['A3', 'A3'],
    ]);
  });

  it('counts the latest file as the whole month: a line that it no longer has stays on record and counts no more', async () => {
    const period = freshMonth();
    const left = async () =>
      (
        await bench.database.admin.query(
          `select l.pseudonym, u.revision, (select count(*)::int from payroll_line_version v where v.line_id = l.id) as earlier,
                  (select (v.content ->> 'base_fen')::int from payroll_line_version v where v.line_id = l.id
                    order by v.replaced_at desc, v.upload_id desc limit 1) as before
             from payroll_line l join payroll_upload u on u.id = l.upload_id
            where l.organisation_id = $1 and l.period = $2 and not l.is_withdrawn order by 1`,
          [hr.organisationId, period],
        )
      ).rows as unknown[];
    await importRows(period, [row('A1'), row('A2')]);
    await importRows(period, [row('A1', { pay: '3100' })]);
    expect(await left()).toEqual([{ pseudonym: 'A1', revision: 2, earlier: 1, before: 300_000 }]);
    expect(await announced(period)).toBe(2);
    await importRows(period, [row('A1', { pay: '3100' }), row('A2', { days: '0.3' })]);
    expect(await left()).toHaveLength(1);
    await importRows(period, [row('A1', { pay: '3100' }), row('A2')]);
    expect(await left()).toEqual([
      { pseudonym: 'A1', revision: 2, earlier: 1, before: 300_000 },
      { pseudonym: 'A2', revision: 3, earlier: 2, before: 300_000 },
    ]);
  });

  it('leaves the other lines of the month alone where a row of the file is refused', async () => {
    const period = freshMonth();
    await importRows(period, [row('A1'), row('A2')]);
    await importRows(period, [row('A1', { pay: '3100' }), row('王秀英')]);
    const { n } = await bench.one<{ n: number }>(
      'select count(*)::int as n from payroll_line where organisation_id = $1 and period = $2 and not is_withdrawn',
      [hr.organisationId, period],
    );
    expect(n).toBe(2);
  });

  it('tries a payroll out without a declaration', async () => {
    const period = freshMonth();
    expect(countsOf(await importRows(period, [row('A1')], { dryRun: true }))).toMatchObject({ created: 1 });
    expect(await lines(period)).toEqual([]);
    expect(await announced(period)).toBe(0);
  });

  it('goes on where it was killed: one declaration, announced once', async () => {
    const period = freshMonth();
    const rows = Array.from({ length: 1_300 }, (_, index) => row(`K${index}`));
    const runId = await bench.send(hr, `${[HEADER, ...rows].join('\n')}\n`, { kind: ImportKind.PAYROLL, period });
    const killAt = 5 + Math.floor(Math.random() * 4);
    await expect(bench.work(hr, runId, handler, { killAt })).rejects.toThrow('killed');
    const run = await bench.work(hr, runId, handler);
    expect({ killAt, ...countsOf(run) }).toEqual({ killAt, created: 1_300, updated: 0, unchanged: 0, refused: 0 });
    expect(new Set((await lines(period)).map(({ revision }) => revision))).toEqual(new Set([1]));
    expect(await announced(period)).toBe(1);
  });

  describe('is not started', () => {
    const start = async (actor: Actor, change: object) => {
      const file = await bench.files.take(hr, { name: 'x.csv', bytes: Buffer.from(`${HEADER}\n`) });
      const input = { kind: ImportKind.PAYROLL, period: '2026-01', fileId: file.ok ? file.value.id : '', ...change };
      const outcome = await bench.transactions.run(actor, (tx) => bench.service.start(tx, input));
      return outcome.ok ? 'started' : outcome.refusals.map(({ code }) => code);
    };

    it.each([
      ['by a caseworker', () => caseworker, {}, ['KIND_NOT_ALLOWED']],
      ['for clients, by an enterprise', () => hr, { kind: ImportKind.CLIENTS }, ['KIND_NOT_ALLOWED']],
      ['without a month', () => hr, { period: null }, ['PERIOD_REQUIRED']],
      ['for a month that does not exist', () => hr, { period: '2026-13' }, ['NOT_A_MONTH']],
      ['for a month to come', () => hr, { period: '2999-01' }, ['PERIOD_IN_FUTURE']],
      ['with another enterprise’s file', () => otherHr, {}, ['FILE_NOT_FOUND']],
      ['with an id that is none', () => hr, { fileId: 'x' }, ['FILE_NOT_FOUND']],
    ])('%s', async (_, actor, change, expected) => {
      expect(await start(actor(), change)).toEqual(expected);
    });

    it('from a file that is no table', async () => {
      const file = await bench.files.take(hr, { name: 'x.pdf', bytes: Buffer.from('%PDF-1.7\n') });
      expect(await start(hr, { fileId: file.ok ? file.value.id : '' })).toEqual(['NOT_A_TABLE']);
    });
  });
});
