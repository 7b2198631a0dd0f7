import type { Actor } from '#domain/common/actor';
import { addMonths, dayOf, monthOf } from '#domain/common/day';
import { Audit } from '#platform/audit/audit';
import { Outbox } from '#platform/outbox/outbox';
import { ImportBench } from '#testing/imports';
import { ParametersService } from '../parameters/parameters.service';
import { PayrollDeclarations } from './payroll-declarations';
import { PayrollEntryService } from './payroll-entry.service';
import { PayrollImportRepository } from './payroll-import.repository';
import { PayrollLinesRepository } from './payroll-lines.repository';
import { PayrollMappingService } from './payroll-mapping.service';
import { PayrollTrialRepository } from './payroll-trial.repository';
import { PayrollTrialService } from './payroll-trial.service';

const HEADER =
  '工号,岗位编码,应出勤天数,未出勤天数,基本工资,津贴,夜班津贴,平时加班小时,加班费,罚款,约定发薪日,实际发薪日';
const row = (number: string, change: { pay?: string; hours?: string } = {}): string =>
  `${number},J-1,22,0,${change.pay ?? '3000'},0,0,${change.hours ?? '0'},0,,2026-4-15,2026-4-15`;

describe('payroll in', () => {
  const audit = new Audit();
  const outbox = new Outbox();
  const repository = new PayrollImportRepository();
  const trials = new PayrollTrialService(new PayrollTrialRepository(), new ParametersService());
  const entries = new PayrollEntryService(repository, new PayrollDeclarations(repository), outbox, audit);
  const mappings = new PayrollMappingService(audit);
  const today = dayOf(new Date());
  const period = monthOf(addMonths(today, -5));
  let bench: ImportBench;
  let hr: Actor;
  let otherHr: Actor;

  const as = <T>(actor: Actor, work: Parameters<typeof bench.transactions.run<T>>[1]): Promise<T> =>
    bench.transactions.run(actor, work);
  const count = async (sql: string, parameters: unknown[] = []): Promise<number> =>
    (await bench.one<{ n: number }>(`select count(*)::int as n from ${sql}`, parameters)).n;

  beforeAll(async () => {
    bench = await ImportBench.open();
    const { organisationId } = await bench.one<{ organisationId: string }>(
      `select p.organisation_id as "organisationId" from placement p
         join membership m on m.organisation_id = p.organisation_id and m.role = 'ENTERPRISE_HR'
        where p.status = 'ACTIVE' and p.employee_pseudonym is not null group by 1 order by count(*) desc limit 1`,
    );
    hr = await bench.memberAs(`role = 'ENTERPRISE_HR' and organisation_id = '${organisationId}'`);
    otherHr = await bench.memberAs(`role = 'ENTERPRISE_HR' and organisation_id <> '${organisationId}'`);
  }, 120_000);

  afterAll(() => bench.close());

  describe('checks before sending', () => {
    const tables = [
      'payroll_line',
      'payroll_upload',
      'import_run',
      'import_row',
      'file',
      'outbox_event',
      'audit_entry',
    ];
    const everything = (): Promise<number[]> => Promise.all(tables.map((table) => count(table)));

    const check = async (rows: readonly string[], month = period) =>
      as(hr, (tx) => trials.check(tx, month, `${[HEADER, ...rows].join('\n')}\n`));

    it('say of each row what an import and each rule would say, and keep nothing', async () => {
      const before = await everything();
      const { rows } = await check([
        row('A1'),
        row('A2', { pay: '1000' }),
        row('A3', { hours: '40' }),
        row('王秀英'),
        row('A1'),
        row('A4', { pay: '-5' }),
        row('=HYPERLINK(1)'),
      ]);
      expect(rows.map(({ refusals }) => refusals.map(({ code }) => code))).toEqual([
        [],
        [],
        [],
        ['NAME_NOT_ALLOWED'],
        ['DUPLICATE_IN_FILE'],
        ['NEGATIVE'],
        ['FORMULA_NOT_ALLOWED'],
      ]);
      const failed = (at: number) => rows[at]?.rules.filter(({ status }) => status === 'FAIL').map(({ code }) => code);
      expect([failed(0), failed(1), failed(2)]).toEqual([[], ['MIN_WAGE'], ['OVERTIME_HOURS']]);
      expect(rows.map(({ key }) => key)).toEqual(['A1', 'A2', 'A3', null, 'A1', 'A4', '=HYPERLINK(1)']);
      expect(await everything()).toEqual(before);
    });

    it('compare nobody with anybody, and know the contract of one’s own employees alone', async () => {
      const placed = await bench.one<{ number: string; pay: string }>(
        `select employee_pseudonym as number, (agreed_pay_fen / 100 - 300)::text as pay from placement
          where organisation_id = $1 and status = 'ACTIVE' and employee_pseudonym is not null order by hire_date limit 1`,
        [hr.organisationId],
      );
      const current = monthOf(today);
      const codes = async (actor: Actor) => {
        const csv = `${HEADER}\n${row(placed.number, { pay: placed.pay })}\n`;
        const { rows } = await as(actor, (tx) => trials.check(tx, current, csv));
        return rows[0]?.rules.filter(({ status }) => status === 'FAIL').map(({ code }) => code);
      };
      expect(await codes(hr)).toContain('CONTRACT_WAGE');
      expect(await codes(otherHr)).not.toContain('CONTRACT_WAGE');
      const { rows } = await check(Array.from({ length: 6 }, (_, index) => row(`B${index}`)));
      expect(rows.flatMap(({ rules }) => rules).map(({ code }) => code)).not.toContain('EQUAL_ALLOWANCE');
    });

    it('say where a contract pays less than its position was published with', async () => {
      const { number } = await bench.one<{ number: string }>(
        `with placed as (
           select p.county_id, p.id, p.employee_pseudonym, o.pay_min_fen from placement p
             join job_slot s on s.county_id = p.county_id and s.id = p.slot_id
             join position o on o.county_id = s.county_id and o.id = s.position_id
            where p.organisation_id = $1 and p.status = 'ACTIVE' and p.employee_pseudonym is not null order by p.hire_date limit 1)
         update placement p set agreed_pay_fen = placed.pay_min_fen - 100 from placed where p.county_id = placed.county_id and p.id = placed.id
         returning placed.employee_pseudonym as number`,
        [hr.organisationId],
      );
      const { rows } = await as(hr, (tx) => trials.check(tx, monthOf(today), `${HEADER}\n${row(number)}\n`));
      const posted = rows[0]?.rules.find(({ code }) => code === 'POSTED_WAGE');
      expect(posted).toMatchObject({ status: 'FAIL', figures: { shortfallFen: 100 } });
    });

    it.each([
      ['a month to come', '2999-01', HEADER, 'PERIOD_IN_FUTURE'],
      ['a month that does not exist', '2026-13', HEADER, 'NOT_A_MONTH'],
      ['a column missing', '2026-01', '工号,岗位编码', 'MISSING_COLUMN'],
      ['nothing', '2026-01', '', 'FILE_EMPTY'],
      ['a quote that is never closed', '2026-01', `${HEADER}\n"A1`, 'NOT_A_TABLE'],
    ])('refuse %s as a whole', async (_, month, csv, code) => {
      const { fileRefusal, rows } = await as(hr, (tx) => trials.check(tx, month, csv));
      expect([fileRefusal?.code, rows]).toEqual([code, []]);
    });
  });

  describe('a line by hand', () => {
    const cells = (change: Record<string, string> = {}) =>
      Object.entries({ employeeNumber: 'H1', jobCode: 'J-1', scheduledDays: '22', baseFen: '2500', ...change }).map(
        ([key, value]) => ({ key, value }),
      );
    const month = monthOf(addMonths(today, -6));
    const record = (change: Record<string, string> = {}, when = month) =>
      as(hr, (tx) => entries.record(tx, when, cells(change)));
    const announced = () => count(`outbox_event where job = 'payroll.uploaded' and data ->> 'period' = $1`, [month]);

    it('is declared, corrected with its earlier version kept, and announced each time that something changed', async () => {
      expect(await record()).toMatchObject({ ok: true });
      expect(await record({ employeeNumber: 'H2' })).toMatchObject({ ok: true });
      expect(await record()).toMatchObject({ ok: true });
      expect(await record({ baseFen: '2600' })).toMatchObject({ ok: true });
      const { rows, totalCount } = await as(hr, (tx) =>
        new PayrollLinesRepository().page(tx, month, { limit: 20, after: null }),
      );
      expect(totalCount).toBe(2);
      expect(rows.map(({ id: _id, ...line }) => line)).toEqual([
        { employeeNumber: 'H1', jobCode: 'J-1', baseFen: 260_000, revision: 3, earlierVersions: 1 },
        { employeeNumber: 'H2', jobCode: 'J-1', baseFen: 250_000, revision: 2, earlierVersions: 0 },
      ]);
      expect(await announced()).toBe(3);
      const others = await as(otherHr, (tx) =>
        new PayrollLinesRepository().page(tx, month, { limit: 20, after: null }),
      );
      expect(others.rows).toEqual([]);
    });

    it.each([
      [{ baseFen: '-1' }, ['cells', 'baseFen'], 'NEGATIVE'],
      [{ normalMinutes: '704' }, ['cells', 'normalMinutes'], 'MORE_HOURS_THAN_THE_DAY_HAS'],
      [{ employeeNumber: '王秀英' }, ['cells', 'employeeNumber'], 'NAME_NOT_ALLOWED'],
      [{ jobCode: '421222199001011234' }, ['cells', 'jobCode'], 'IDENTITY_NUMBER_NOT_ALLOWED'],
      [{ isPlaced: '是' }, ['cells', 'isPlaced'], 'UNKNOWN_COLUMN'],
    ])('is refused on its field for %j, and nothing is written', async (change, field, code) => {
      const before = await count('payroll_upload');
      expect(await record(change)).toEqual({ ok: false, refusals: [expect.objectContaining({ code, field })] });
      expect(await record(change, '2999-01')).toMatchObject({ ok: false, refusals: [{ code: 'PERIOD_IN_FUTURE' }] });
      expect(await count('payroll_upload')).toBe(before);
    });
  });

  describe('matched columns', () => {
    const columns = [
      { header: ' 员工编号 ', key: 'employeeNumber' },
      { header: '应发', key: 'baseFen' },
    ];

    it('are remembered for the enterprise alone, the latest in place of the one before', async () => {
      const none = await as(hr, (tx) => mappings.ofOwnEnterprise(tx));
      await as(hr, (tx) => mappings.remember(tx, [{ header: '旧列', key: 'baseFen' }]));
      await as(hr, (tx) => mappings.remember(tx, columns));
      expect(none).toEqual([]);
      expect(await as(hr, (tx) => mappings.ofOwnEnterprise(tx))).toEqual([
        { header: '员工编号', key: 'employeeNumber' },
        { header: '应发', key: 'baseFen' },
      ]);
      expect(await as(otherHr, (tx) => mappings.ofOwnEnterprise(tx))).toEqual([]);
      expect(await count('payroll_mapping')).toBe(1);
    });

    it.each([
      [[{ header: 'x', key: 'isPlaced' }], 'UNKNOWN_COLUMN'],
      [[{ header: '421222199001011234', key: null }], 'HEADER_NOT_ALLOWED'],
      [[...columns, { header: '实发', key: 'baseFen' }], 'COLUMN_TWICE'],
      [Array.from({ length: 201 }, (_, index) => ({ header: `c${index}`, key: null })), 'TOO_MANY_COLUMNS'],
    ])('are not remembered as %j', async (wrong, code) => {
      const outcome = await as(otherHr, (tx) => mappings.remember(tx, wrong));
      expect(outcome).toMatchObject({ ok: false, refusals: [{ code }] });
      expect(await count('payroll_mapping')).toBe(1);
    });
  });
});
