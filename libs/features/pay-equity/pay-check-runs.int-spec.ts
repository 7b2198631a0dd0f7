import type { Actor } from '#domain/common/actor';
import { Outbox } from '#platform/outbox/outbox';
import { PayBench, PERIOD } from '#testing/pay-bench';
import { myPayCheckOf, payFindingOf } from './graphql/pay-equity.mapping';
import { PayCheckRunsRepository } from './pay-check-runs.repository';
import { PayCheckRunsService } from './pay-check-runs.service';
import { PayFindingsReader } from './pay-findings-reader';
import { PayrollMonthsService } from './payroll-months.service';
import { PayrollUploaded } from './payroll.jobs';

describe('setting off equal-pay runs and reading what they found', () => {
  let bench: PayBench;

  beforeAll(async () => {
    bench = await PayBench.open();
  });

  beforeEach(() => bench.clear());

  afterAll(() => bench.close());

  it('runs for the one enterprise that declared', async () => {
    const other = await bench.anEnterprise();
    await bench.anUnderpaidMonth();
    const elsewhere = await bench.aPlacement(bench.person(1).clientId, 188_000, other);
    const uploadId = await bench.declare([{ placementId: elsewhere, baseFen: 188_000 }], other);
    await bench.transactions.run(bench.system(), (tx) =>
      bench.app
        .get(Outbox)
        .add(tx, PayrollUploaded, { subjectId: uploadId, data: { organisationId: other, period: PERIOD } }),
    );
    expect(await bench.work()).toEqual(['payroll.uploaded', 'pay-check.run', 'pay-check.part', 'pay-check.close']);
    expect(await bench.rows('select placement_id from pay_check_result')).toEqual([{ placement_id: elsewhere }]);
    expect(await bench.rows('select cause, lines_expected, findings, insufficient from pay_check_run')).toEqual([
      { cause: 'PAYROLL_UPLOADED', lines_expected: 2, findings: 1, insufficient: 1 },
    ]);
  });

  it('runs by itself on the fifth working day after the deadline, once', async () => {
    await bench.anUnderpaidMonth();
    const morning = (instant: string) =>
      bench.transactions.run(bench.system(), (tx) =>
        bench.app.get(PayCheckRunsService).queueMonthly({ ...tx, now: new Date(instant) }),
      );
    await morning('2026-10-26T22:30:00.000Z');
    await morning('2026-10-27T22:30:00.000Z');
    expect(await bench.rows('select period, cause from pay_check_run where period = $1', [PERIOD])).toEqual([
      { period: PERIOD, cause: 'MONTHLY' },
    ]);
  });

  it('is refused for what is no month and for a month to come', async () => {
    expect(await bench.run('2026-13')).toBe('NOT_A_MONTH');
    expect(await bench.run('2026-11')).toBe('MONTH_NOT_BEGUN');
    expect(await bench.rows('select id from pay_check_run')).toEqual([]);
  });

  describe('what it found', () => {
    const listed = (actor: Actor) =>
      bench.transactions.run(
        actor,
        async (tx) =>
          (
            await bench.app
              .get(PayFindingsReader)
              .page(tx, { period: null, statuses: null }, { limit: 20, after: null })
          ).rows,
      );

    it('is read by the own caseworker, the supervisor and the person herself; by no other caseworker, enterprise or client', async () => {
      await bench.anUnderpaidMonth();
      await bench.run();
      const { caseworker, clientId } = bench.person();
      const [own] = (await listed(caseworker)).map(payFindingOf);
      expect(own).toMatchObject({
        shortfall: { amount: '90.00' },
        figures: expect.arrayContaining([{ name: 'countedFen', value: '188000' }]) as unknown,
      });
      expect(await listed({ ...caseworker, role: 'SUPERVISOR' })).toHaveLength(1);
      expect(await listed(bench.person(1).caseworker)).toEqual([]);
      expect(await listed({ ...caseworker, role: 'CLIENT', clientId })).toHaveLength(1);
      expect(await listed({ ...caseworker, role: 'CLIENT', clientId: bench.person(1).clientId })).toEqual([]);
      const hr: Actor = { ...caseworker, role: 'ENTERPRISE_HR', organisationId: bench.enterprise };
      await expect(listed(hr)).rejects.toThrow('gives ENTERPRISE_HR nothing to read of the type client');
      expect(await bench.transactions.run(hr, (tx) => tx.query('select id from pay_finding'))).toEqual([]);
    });

    it('reads in plain figures to the person herself', async () => {
      await bench.anUnderpaidMonth();
      await bench.run();
      const own: Actor = { ...bench.person().caseworker, role: 'CLIENT', clientId: bench.person().clientId };
      const months = await bench.transactions.run(own, (tx) => bench.app.get(PayFindingsReader).ofOneself(tx));
      expect(months.map(myPayCheckOf)).toMatchObject([
        {
          period: PERIOD,
          verdict: 'VIOLATION',
          received: { amount: '2350.00' },
          countedTowardsMinimum: { amount: '1880.00' },
          minimumWage: { amount: '1970.00' },
          shortfall: { amount: '90.00' },
          minimumWageVerified: false,
        },
      ]);
      const other: Actor = { ...own, clientId: bench.person(1).clientId };
      expect(await bench.transactions.run(other, (tx) => bench.app.get(PayFindingsReader).ofOneself(tx))).toEqual([]);
    });
  });

  it('tells an enterprise which of its months are due, in and missing', async () => {
    const [agreement] = await bench.rows<{ organisation_id: string }>(
      `update cooperation_agreement set effective_from = '2026-07-01' where status = 'ACTIVE' returning organisation_id`,
    );
    const organisationId = agreement?.organisation_id ?? '';
    await bench.declare([{ baseFen: 300_000, period: '2026-09' }], organisationId);
    const hr: Actor = { ...bench.person().caseworker, role: 'ENTERPRISE_HR', organisationId };
    const months = await bench.transactions.run(hr, (tx) => bench.app.get(PayrollMonthsService).ofOwnEnterprise(tx));
    expect(
      months.map(({ period, deadline, lines, isMissing }) => [period, deadline, lines, isMissing]).slice(0, 4),
    ).toEqual([
      ['2026-10', '2026-11-20', 0, false],
      ['2026-09', '2026-10-20', 1, false],
      ['2026-08', '2026-09-20', 0, true],
      ['2026-07', '2026-08-20', 0, true],
    ]);
  });

  it('ends two parts at the same moment, though the results of each hold the run by its key', async () => {
    await bench.anUnderpaidMonth();
    await bench.run();
    const [{ id } = { id: '' }] = await bench.rows<{ id: string }>('select id from pay_check_run');
    let arrived = 0;
    let open = (): void => undefined;
    const both = new Promise<void>((resolve) => (open = resolve));
    const part = () =>
      bench.transactions.run(bench.system(), async (tx) => {
        await tx.query('select from pay_check_run where id = $1 for key share', [id]); // as a foreign key does
        arrived += 1;
        if (arrived === 2) open();
        await both;
        return (await bench.app.get(PayCheckRunsRepository).lock(tx, id))?.id;
      });
    expect(await Promise.all([part(), part()])).toEqual([id, id]);
  });
});
