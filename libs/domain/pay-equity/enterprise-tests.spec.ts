import fc from 'fast-check';
import {
  analysedPeople,
  cohortStrata,
  enterpriseCohort,
  enterpriseRegression,
  type PersonMonths,
} from './enterprise-tests';
import type { PayrollLine } from './payroll-line';

const SEED = 20_260_901;

const line = (changes: Partial<PayrollLine> = {}): PayrollLine => ({
  employmentType: 'FULL_TIME',
  payBasis: 'MONTHLY',
  jobCode: 'J-1',
  grade: '1',
  onProbation: false,
  tenureMonths: 12,
  baseFen: 348_000,
  scheduledDays: 22,
  unpaidLeaveDays: 0,
  ...changes,
});

const person = (isClient: boolean, ...months: Partial<PayrollLine>[]): PersonMonths => ({
  isClient,
  months: months.map(line),
});

const colleagues = (count: number, changes: Partial<PayrollLine> = {}): PersonMonths[] =>
  Array.from({ length: count }, () => person(false, changes));

describe('cohortStrata', () => {
  it('takes the mean of the last three months spent in the same job and grade, one value per person', () => {
    const client = person(
      true,
      { baseFen: 174_000 },
      { baseFen: 348_000 },
      { baseFen: 696_000, grade: '2' },
      { baseFen: 348_000 },
      { baseFen: 522_000 },
    );
    const [stratum, ...more] = cohortStrata([client, ...colleagues(3)]);
    expect(more).toEqual([]);
    // 348,000 twice and 522,000 once, over 174 hours; the month in another grade says nothing of this one.
    expect(stratum?.clients[0]).toBeCloseTo((2_000 + 2_000 + 3_000) / 3, 9);
    expect(stratum?.comparators).toEqual([2_000, 2_000, 2_000]);
  });

  it.each([
    ['two colleagues', 2, 0],
    ['three', 3, 1],
  ])('has %s beside a client make %i: strata', (_, count, strata) => {
    expect(cohortStrata([person(true, {}), ...colleagues(count)])).toHaveLength(strata);
  });

  it.each([
    ['dispatched', { employmentType: 'DISPATCH' }],
    ['on probation', { onProbation: true }],
    ['paid by the hour', { payBasis: 'HOURLY' }],
    ['less than half present', { unpaidLeaveDays: 11.5 }],
    ['of another grade', { grade: '2' }],
    ['of another job', { jobCode: 'J-2' }],
  ] as const)('does not count a colleague who is %s', (_, changes) => {
    const people = [person(true, {}), ...colleagues(3), ...colleagues(1, changes)];
    expect(cohortStrata(people).map(({ comparators }) => comparators.length)).toEqual([3]);
  });

  it.each([
    [3, 3, 0],
    [3, 4, 1],
    [1, 3, 1],
  ])(
    'with %i clients beside %i colleagues of a post gives %i strata: a gathered post is left out',
    (clients, others, strata) => {
      const people = [...Array.from({ length: clients }, () => person(true, {})), ...colleagues(others)];
      expect(cohortStrata(people)).toHaveLength(strata);
    },
  );
});

describe('enterpriseCohort', () => {
  it('needs two clients: one alone has a test of her own', () => {
    expect(enterpriseCohort([person(true, {}), ...colleagues(5)], SEED)).toBeNull();
    expect(enterpriseCohort([person(true, {}), person(true, {}), ...colleagues(5)], SEED)).toMatchObject({
      clients: 2,
      comparators: 5,
    });
  });

  const pays = fc.array(fc.integer({ min: 200_000, max: 500_000 }), { minLength: 6, maxLength: 9 });
  const cohortOf = (all: readonly number[], factor: number) =>
    enterpriseCohort(
      all.map((pay, index) => person(index < 2, { baseFen: pay * factor })),
      SEED,
    );

  it('says the same when everybody’s pay is scaled by a constant', () => {
    fc.assert(
      fc.property(pays, fc.integer({ min: 2, max: 9 }), (all, factor) => {
        const [one, scaled] = [cohortOf(all, 1), cohortOf(all, factor)];
        expect(scaled?.result.count).toBe(one?.result.count);
        expect(scaled?.result.pooledGap).toBeCloseTo(one?.result.pooledGap ?? NaN, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('never grows more adverse when a client is paid more', () => {
    fc.assert(
      fc.property(pays, fc.integer({ min: 1, max: 100_000 }), (all, more) => {
        const [first = 0, ...others] = all;
        const [before, after] = [cohortOf(all, 1), cohortOf([first + more, ...others], 1)];
        expect(after?.result.count).toBeGreaterThanOrEqual(before?.result.count ?? NaN);
        expect(after?.result.pooledGap).toBeLessThanOrEqual((before?.result.pooledGap ?? NaN) + 1e-12);
      }),
      { numRuns: 60 },
    );
  });
});

describe('enterpriseRegression', () => {
  const madeRegression = (people: PersonMonths[]) => {
    const outcome = enterpriseRegression(people);
    return outcome.ok ? outcome.value : null;
  };

  /** Pay that grows with tenure and grade, with a steady spread; clients get a share of it. */
  const staff = (clients: number, others: number, share: number): PersonMonths[] =>
    Array.from({ length: clients + others }, (_, index) => {
      const isClient = index < clients;
      const grade = String(1 + (index % 3));
      const tenureMonths = (index * 7) % 80;
      const fair = 300_000 + Number(grade) * 20_000 + tenureMonths * 500 + ((index * 37) % 11) * 900;
      return person(isClient, { grade, tenureMonths, baseFen: Math.round(fair * (isClient ? share : 1)) });
    });

  it.each([
    [5, 45, true],
    [5, 44, false],
    [4, 50, false],
    [21, 30, true],
    [22, 29, false],
  ])('over %i clients and %i others applies: %s', (clients, others, applies) => {
    expect(enterpriseRegression(staff(clients, others, 0.9)).ok).toBe(applies);
  });

  it('finds a tenth less for the same grade and tenure at level 4, confirmed by the older second step', () => {
    const regression = madeRegression(staff(8, 60, 0.9));
    expect(regression).toMatchObject({ isFinding: true, isConfirmed: true });
    expect(regression?.analysis.groupCoefficient).toBeCloseTo(Math.log(0.9), 1);
    expect(regression?.analysis.dropped).toEqual(expect.arrayContaining(['years_of_training', 'years_of_earning']));
  });

  it('finds nothing where clients have as much, or a tenth more', () => {
    expect(madeRegression(staff(8, 60, 1))?.isFinding).toBe(false);
    expect(madeRegression(staff(8, 60, 1.1))).toMatchObject({ isFinding: false, isConfirmed: false });
  });

  it('leaves probation, half presence and gathered posts out', () => {
    const own = [person(true, { jobCode: 'J-own' }), person(true, { jobCode: 'J-own' })];
    const others = [person(false, { onProbation: true }), person(false, { unpaidLeaveDays: 12 })];
    expect(analysedPeople([...staff(5, 45, 1), ...own, ...others])).toHaveLength(50);
  });
});
