import type { PersonMonths } from './enterprise-tests';
import { segregatedPostFigures } from './segregated-posts';
import type { PayrollLine } from './payroll-line';
import { roundedPercent } from './display-figures';
import { clientRegression } from './statistics/client-regression';
import { whyNoCohort, whyNoRegression } from './untested';

const person = (isClient: boolean, changes: Partial<PayrollLine> = {}): PersonMonths => ({
  isClient,
  months: [
    {
      employmentType: 'FULL_TIME',
      payBasis: 'MONTHLY',
      jobCode: 'CUTTING',
      grade: '1',
      baseFen: 315_000,
      scheduledDays: 22,
      unpaidLeaveDays: 0,
      ...changes,
    },
  ],
});

const people = (count: number, isClient: boolean, changes: Partial<PayrollLine> = {}): PersonMonths[] =>
  Array.from({ length: count }, () => person(isClient, changes));

describe('a post that clients were gathered in', () => {
  const grinders = { jobCode: 'GRINDING', baseFen: 326_900 };

  it('puts its own median, the posted pay and other jobs side by side, medians rounded to 50 yuan', () => {
    const all = [...people(6, true), ...people(4, false), ...people(7, false, grinders)];
    expect(segregatedPostFigures(all, new Map([['CUTTING', 310_000]]))).toEqual([
      {
        post: 'CUTTING',
        clients: 6,
        workers: 10,
        medianFen: 315_000,
        postedMinFen: 310_000,
        others: [{ post: 'GRINDING', workers: 7, medianFen: 325_000 }],
      },
    ]);
  });

  it.each([
    [4, null],
    [5, 315_000],
  ])('shows of %i clients the median %s: below five one person’s pay would show through', (clients, medianFen) => {
    expect(segregatedPostFigures(people(clients, true), new Map())[0]).toMatchObject({
      clients,
      medianFen,
      postedMinFen: null,
    });
  });

  it.each([
    [4, 0],
    [5, 1],
  ])('names another job with %i colleagues %i times', (colleagues, named) => {
    const [post] = segregatedPostFigures([...people(5, true), ...people(colleagues, false, grinders)], new Map());
    expect(post?.others).toHaveLength(named);
  });

  it('leaves another pay basis, another segregated post and people hardly there out of what is put beside it', () => {
    const all = [
      ...people(5, true),
      ...people(6, false, { ...grinders, payBasis: 'HOURLY' }),
      ...people(3, true, { jobCode: 'PACKING' }),
      ...people(3, false, { jobCode: 'PACKING' }),
      ...people(5, false, { jobCode: 'SORTING', unpaidLeaveDays: 11.5 }),
    ];
    const posts = segregatedPostFigures(all, new Map());
    expect(posts.map(({ post, others }) => [post, others])).toEqual([
      ['CUTTING', []],
      ['PACKING', []],
    ]);
  });

  it.each([
    [5, 5, 1],
    [5, 6, 0],
    [1, 1, 0],
  ])(
    'with %i clients beside %i colleagues is one of %i: half is enough, one client alone is none',
    (clients, others, found) => {
      expect(segregatedPostFigures([...people(clients, true), ...people(others, false)], new Map())).toHaveLength(
        found,
      );
    },
  );
});

describe('why a group test was not made', () => {
  it.each([
    ['NOT_DECLARED', []],
    ['TOO_FEW_CLIENTS', [...people(1, true), ...people(9, false)]],
    ['TOO_FEW_COLLEAGUES', [...people(2, true), ...people(2, false)]],
    ['NO_COMMON_POST', [...people(2, true), ...people(3, false, { grade: '2' })]],
  ] as const)('is for a cohort %s', (reason, all) => {
    expect(whyNoCohort(all)).toBe(reason);
  });

  const employees = (clients: number, others: number, pay = (index: number) => 3_000 + index) =>
    Array.from({ length: clients + others }, (_, index) => ({
      isInGroup: index < clients,
      age: 40,
      training: 6,
      yearsOfService: index % 9,
      levelOfRequirements: 1,
      professionalPosition: 1,
      activityRate: 100,
      paidHours: 0,
      basicWage: pay(index),
      allowances: 0,
      monthlyWage13: 0,
      specialPayments: 0,
      weeklyHours: 40,
      shift: null,
    }));

  it.each([
    ['TOO_FEW_CLIENTS', 4, 60],
    ['TOO_FEW_COLLEAGUES', 40, 29],
    ['TOO_FEW_PEOPLE', 5, 44],
    [null, 5, 45],
  ] as const)('is for a regression %s with %i clients and %i others', (reason, clients, others) => {
    const outcome = clientRegression(employees(clients, others));
    expect(whyNoRegression(people(clients + others, false), outcome)).toBe(reason);
  });

  it('is that nothing can be computed where everybody is paid the same', () => {
    expect(whyNoRegression(people(50, false), clientRegression(employees(5, 45, () => 3_000)))).toBe('NOT_COMPUTABLE');
  });
});

describe('a share as a person sees it', () => {
  it.each([
    [0.025, 3],
    [0.0249, 2],
    [-0.025, -3],
    [0.004, 0],
    [-0.004, 0],
    [0.051, 5],
  ])('of %f is %i per cent', (share, percent) => expect(roundedPercent(share)).toBe(percent));
});
