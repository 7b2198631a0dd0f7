import type { ComparatorVerdict, RuleStatus } from './pay-codes';
import { checkPay, type PayCheckInput } from './pay-check';
import { isSegregatedPost, overallVerdict } from './pay-verdict';

const verdict = (rules: RuleStatus[], comparator: ComparatorVerdict, isSegregated = false) =>
  overallVerdict({ rules, comparator, isSegregatedPost: isSegregated });

describe('overallVerdict', () => {
  it.each([
    [['FAIL', 'PASS'], 'DISPARITY', false, 'VIOLATION'],
    [['FAIL'], 'INSUFFICIENT_COMPARATORS', true, 'VIOLATION'],
    [['PASS'], 'DISPARITY', true, 'SEGREGATED_POST'],
    [['PASS', 'REVIEW'], 'DISPARITY', false, 'DISPARITY_INDICATED'],
    [['INSUFFICIENT'], 'REVIEW', false, 'REVIEW'],
    [['REVIEW', 'INSUFFICIENT'], 'INSUFFICIENT_COMPARATORS', false, 'REVIEW'],
    [['PASS', 'INSUFFICIENT'], 'WITHIN_TOLERANCE', false, 'INSUFFICIENT_DATA'],
    [['PASS'], 'INSUFFICIENT_COMPARATORS', false, 'INSUFFICIENT_DATA'],
    [['PASS', 'NOT_APPLICABLE'], 'WITHIN_TOLERANCE', false, 'COMPLIANT'],
  ] as const)('%j and %s (segregated %s) come to %s', (rules, comparator, isSegregated, expected) => {
    expect(verdict([...rules], comparator, isSegregated)).toBe(expected);
  });
});

describe('isSegregatedPost', () => {
  it.each([
    [6, 10, true],
    [5, 10, true],
    [4, 9, false],
    [0, 0, false],
  ])('%i clients of %i workers: %s', (clients, workers, expected) =>
    expect(isSegregatedPost(clients, workers)).toBe(expected),
  );
});

describe('checkPay', () => {
  const line = {
    employmentType: 'FULL_TIME',
    jobCode: 'BELT',
    baseFen: 300_000,
    scheduledDays: 21,
    unpaidLeaveDays: 0,
  } as const;
  const input = (changes: Partial<PayCheckInput> = {}): PayCheckInput => ({
    params: { minWageMonthlyFen: 197_000, minWageHourlyFen: 2_000, minWageExcludesEmployeeSi: false },
    line,
    contract: { contractMonthlyFen: 300_000 },
    comparators: ['a', 'b', 'c', 'd', 'e'].map((ref) => ({ ...line, ref })),
    previous: null,
    ...changes,
  });
  const clients = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...line, ref: `c${index}`, isProgrammeClient: true }));

  it('finds nothing where pay is as agreed and as the colleagues’', () => {
    expect(checkPay(input())).toMatchObject({ overall: 'COMPLIANT', isSegregatedPost: false, comparator: { m: 5 } });
  });

  it('puts the minimum wage first', () => {
    const low = { ...line, baseFen: 188_000 };
    expect(checkPay(input({ line: low, contract: null }))).toMatchObject({
      overall: 'VIOLATION',
      minWage: { status: 'FAIL' },
      contractWage: { status: 'INSUFFICIENT' },
      comparator: { verdict: 'DISPARITY' },
    });
  });

  it('gives a post with half of its workers clients to a person', () => {
    const { comparators } = input();
    expect(checkPay(input({ comparators: [...comparators, ...clients(4)] }))).toMatchObject({
      overall: 'SEGREGATED_POST',
    });
    expect(checkPay(input({ comparators: [...comparators, ...clients(3)] }))).toMatchObject({ overall: 'COMPLIANT' });
  });

  it('does not call one client alone a segregated post', () => {
    expect(checkPay(input({ comparators: [] }))).toMatchObject({
      overall: 'INSUFFICIENT_DATA',
      isSegregatedPost: false,
    });
  });
});
