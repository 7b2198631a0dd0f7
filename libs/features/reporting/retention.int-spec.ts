import type { Actor } from '#domain/common/actor';
import { openBench, type Bench } from '#testing/context';
import { ReportingModule } from './reporting.module';
import { FidelityItem, RETENTION_DAYS, RetentionService, type RetentionFacts } from './retention.service';

const STARTED = `status not in ('PLANNED', 'CANCELLED') and hire_date <= $1::date`;

describe('retention of the generated county', () => {
  let bench: Bench;
  let facts: RetentionFacts;

  beforeAll(async () => {
    bench = await openBench({ modules: [ReportingModule] });
    const [supervisor] = await bench.rows<Actor>(
      `select county_id as "countyId", role, account_id as "accountId", id as "membershipId",
              organisation_id as "organisationId", null as "clientId"
         from membership where role = 'SUPERVISOR' and status = 'ACTIVE' order by id limit 1`,
    );
    if (supervisor === undefined) throw new Error('The seed has no supervisor.');
    facts = await bench.transactions.run(supervisor, (tx) => bench.app.get(RetentionService).of(tx), {
      readOnly: true,
    });
  });

  afterAll(() => bench.close());

  const count = async (sql: string, values: unknown[] = []): Promise<number> =>
    (await bench.rows<{ n: number }>(`select count(*)::int as n from ${sql}`, values))[0]?.n ?? 0;

  it('stands on every job that began, and on every person once', async () => {
    const { asOf } = facts;
    expect(facts.sameEmployer.observations).toBe(await count(`placement where ${STARTED}`, [asOf]));
    expect(facts.anyEmployment.observations).toBe(
      await count(`(select distinct client_id from placement where ${STARTED}) p`, [asOf]),
    );
  });

  it('counts who was at work on day 90, 180 and 365, of those whose day has come', async () => {
    for (const { days, employed, due } of facts.retained) {
      const come = `placement where ${STARTED} and hire_date + $2::int <= $1::date`;
      expect(due).toBe(await count(come, [facts.asOf, days]));
      expect(employed).toBe(
        await count(`${come} and (ended_on is null or ended_on >= hire_date + $2::int)`, [facts.asOf, days]),
      );
    }
    expect(facts.retained.map(({ days }) => days)).toEqual(RETENTION_DAYS);
  });

  it('shows no day on which fewer than five are watched', () => {
    expect(facts.sameEmployer.isPublished).toBe(true);
    for (const { points } of [facts.sameEmployer, facts.anyEmployment])
      expect(points.filter(({ atRisk }) => atRisk < 5)).toEqual([]);
  });

  it('has every line of the fidelity sheet, no count above its denominator', async () => {
    expect(facts.fidelity.map(({ item }) => item)).toEqual(Object.values(FidelityItem));
    const shares = facts.fidelity.filter(({ item, of }) => item !== 'CASELOAD' && of !== undefined);
    for (const { count: part = 0, of = 0 } of shares) expect(part).toBeLessThanOrEqual(of);
    expect(facts.fidelity[0]).toMatchObject({ count: await count(`programme_entry where status = 'ACTIVE'`) });
    expect(facts.placement.placed).toBeLessThanOrEqual(facts.placement.wanted);
    expect(facts.onTime.count).toBeLessThanOrEqual(facts.onTime.of);
  });
});
