import { PayBench } from '#testing/pay-bench';

describe('the generated county’s first equal-pay run', () => {
  let bench: PayBench;

  beforeAll(async () => {
    bench = await PayBench.open();
    await bench.work();
  }, 120_000);

  afterAll(() => bench.close());

  it('has too little data only of who is without a line or without colleagues, and finds the two who are paid too little and a third through her group’s test', async () => {
    const [run] = await bench.rows<Record<string, number>>('select * from pay_check_run');
    expect(run).toMatchObject({ state: 'DONE', findings: 3 });
    expect(run?.['compliant']).toBeGreaterThan(10);
    expect(
      await bench.rows(
        `select evidence, count(*)::int as n from pay_finding where rule_code = 'COMPARATOR_GAP' group by 1`,
      ),
    ).toEqual([{ evidence: 'STRONG', n: 2 }]);
    const unclear = await bench.rows(
      `select r.payroll_line_id is null as "isWithoutLine", e.key as rule
         from pay_check_result r
         left join lateral jsonb_each(case when r.payroll_line_id is null then '{}' else r.rules end) e
           on e.value ->> 'status' = 'INSUFFICIENT'
        where r.verdict = 'INSUFFICIENT_DATA' group by 1, 2 order by 1`,
    );
    expect(unclear).toEqual([
      { isWithoutLine: false, rule: 'EQUAL_ALLOWANCE' },
      { isWithoutLine: true, rule: null },
    ]);
  });
});
