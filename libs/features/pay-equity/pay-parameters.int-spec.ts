import type { Actor } from '#domain/common/actor';
import { addMonths, dayOf } from '#domain/common/day';
import { Audit } from '#platform/audit/audit';
import { Outbox } from '#platform/outbox/outbox';
import { ImportBench } from '#testing/imports';
import { MinimumWagesService, type MinimumWageInput } from '../parameters/minimum-wages.service';
import { ParametersService } from '../parameters/parameters.service';
import { ContractTermsService } from '../placements/contract-terms.service';
import { PlacementsRepository, type ContractTerms } from '../placements/placements.repository';
import { MinimumWageEffectRepository } from './minimum-wage-effect.repository';

describe('what pay is judged by', () => {
  const audit = new Audit();
  const outbox = new Outbox();
  const wages = new MinimumWagesService(outbox, audit);
  const terms = new ContractTermsService(new PlacementsRepository(), outbox, audit);
  const today = dayOf(new Date());
  let bench: ImportBench;
  let hr: Actor;
  let supervisor: Actor;

  const as = <T>(actor: Actor, work: Parameters<typeof bench.transactions.run<T>>[1]): Promise<T> =>
    bench.transactions.run(actor, work);
  const count = async (sql: string, parameters: unknown[] = []): Promise<number> =>
    (await bench.one<{ n: number }>(`select count(*)::int as n from ${sql}`, parameters)).n;

  beforeAll(async () => {
    bench = await ImportBench.open();
    hr = await bench.memberAs(`role = 'ENTERPRISE_HR'`);
    supervisor = await bench.memberAs(`role = 'SUPERVISOR'`);
  }, 120_000);

  afterAll(() => bench.close());

  describe('the minimum wage', () => {
    const input = (change: Partial<MinimumWageInput> = {}): MinimumWageInput => ({
      effectiveFrom: addMonths(today, -2),
      monthlyFen: 205_000,
      hourlyFen: 2_100,
      excludesEmployeeSi: false,
      sourceDoc: '县人社局通知',
      publishedOn: null,
      isVerified: false,
      ...change,
    });
    const announced = () => count(`outbox_event where job = 'min_wage.changed'`);

    it('holds the rows of the specification, those that nobody confirmed marked', async () => {
      const rows = await as(supervisor, (tx) => wages.all(tx));
      expect(rows.find(({ effectiveFrom }) => effectiveFrom === '2025-12-01')).toMatchObject({
        monthlyFen: 197_000,
        hourlyFen: 2_000,
        isVerified: false,
      });
    });

    it('is added for a day gone by, corrected and confirmed; each time what it reaches is announced', async () => {
      const added = await as(supervisor, (tx) => wages.add(tx, input()));
      const id = added.ok ? added.value.id : '';
      const changed = await as(supervisor, (tx) =>
        wages.change(tx, id, input({ monthlyFen: 206_000, isVerified: true })),
      );
      expect([added.ok, changed.ok]).toEqual([true, true]);
      expect((await as(supervisor, (tx) => wages.all(tx))).find((one) => one.id === id)).toMatchObject({
        monthlyFen: 206_000,
        isVerified: true,
        sourceDoc: '县人社局通知',
      });
      expect(await announced()).toBe(2);
      const parameters = new ParametersService();
      expect(await as(hr, (tx) => parameters.minimumWageOn(tx, today))).toMatchObject({ monthlyFen: 206_000 });
    });

    it.each([
      [{ monthlyFen: -1 }, 'OUT_OF_RANGE'],
      [{ hourlyFen: 99 }, 'OUT_OF_RANGE'],
      [{ sourceDoc: ' ' }, 'REQUIRED'],
      [{ sourceDoc: 'x'.repeat(201) }, 'TOO_LONG'],
      [{ effectiveFrom: '2026-02-30' }, 'NOT_A_DATE'],
      [{ effectiveFrom: '2025-12-01' }, 'DAY_TAKEN'],
    ])('is not added as %j', async (change, code) => {
      const before = [await count('minimum_wage'), await announced()];
      const outcome = await as(supervisor, (tx) => wages.add(tx, input(change)));
      expect(outcome).toMatchObject({ ok: false, refusals: [{ code }] });
      expect([await count('minimum_wage'), await announced()]).toEqual(before);
    });

    it('keeps the day of a row that months were judged by', async () => {
      const [row] = await as(supervisor, (tx) => wages.all(tx));
      const outcome = await as(supervisor, (tx) =>
        wages.change(tx, row?.id ?? '', input({ effectiveFrom: '2026-01-02' })),
      );
      expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'DAY_IS_FIXED' }] });
    });

    it('is nobody else’s to write, whatever the application would say', async () => {
      const outcome = await as(hr, (tx) => wages.add(tx, input({ effectiveFrom: '2020-01-01' })));
      expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'NOT_FOUND' }] });
      expect(await count(`minimum_wage where effective_from = '2020-01-01'`)).toBe(0);
    });

    it('says beforehand which checked months it reaches: none before the first run', async () => {
      const effects = new MinimumWageEffectRepository();
      expect(await as(supervisor, (tx) => effects.monthsFrom(tx, '2020-01-01'))).toEqual([]);
    });
  });

  describe('the terms of a contract', () => {
    const full: ContractTerms = {
      signedOn: '2026-01-05',
      overtimeBaseFen: 261_000,
      lowestSameJobFen: 230_000,
      payCycleDays: 15,
      probationEndOn: null,
    };
    let caseworker: Actor;
    let placement: { id: string; version: number; hired: string };

    beforeAll(async () => {
      placement = await bench.one(
        `select p.id, p.version, p.hire_date::text as hired, c.caseworker_membership_id as member
           from placement p join client c on c.id = p.client_id where p.status = 'ACTIVE' order by p.id limit 1`,
      );
      caseworker = await bench.memberAs(
        `id = (select c.caseworker_membership_id from placement p join client c on c.id = p.client_id where p.id = '${placement.id}')`,
      );
    });

    const written = () =>
      bench.one<Record<string, unknown>>(
        `select contract_signed_on::text as signed, overtime_base_fen::int as base, lowest_same_job_fen::int as lowest,
                pay_cycle_days as cycle, version from placement where id = $1`,
        [placement.id],
      );

    it.each([
      [{ signedOn: '2999-01-01' }, 'SIGNED_IN_FUTURE'],
      [{ overtimeBaseFen: 0 }, 'OUT_OF_RANGE'],
      [{ payCycleDays: 32 }, 'OUT_OF_RANGE'],
      [{ probationEndOn: '2000-01-01' }, 'PROBATION_BEFORE_START'],
    ])('are not recorded as %j', async (change, code) => {
      const before = await written();
      const outcome = await as(caseworker, (tx) =>
        terms.record(tx, placement.id, placement.version, { ...full, ...change }),
      );
      expect(outcome).toMatchObject({ ok: false, refusals: [{ code }] });
      expect(await written()).toEqual(before);
    });

    it('are nobody else’s to record', async () => {
      const before = await written();
      const isDone = await as(hr, (tx) => terms.record(tx, placement.id, placement.version, full)).then(
        ({ ok }) => ok,
        () => false,
      );
      expect(isDone).toBe(false);
      expect(await written()).toEqual(before);
    });

    it('are recorded once, and the months of the contract are checked again', async () => {
      const record = () => as(caseworker, (tx) => terms.record(tx, placement.id, placement.version, full));
      const outcomes = await Promise.all([record(), record()]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusals: [{ code: 'STALE_VERSION' }] });
      expect(await written()).toEqual({
        signed: '2026-01-05',
        base: 261_000,
        lowest: 230_000,
        cycle: 15,
        version: placement.version + 1,
      });
      expect(await count(`outbox_event where job = 'contract.changed' and subject_id = $1`, [placement.id])).toBe(1);
    });
  });
});
