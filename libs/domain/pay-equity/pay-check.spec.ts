import type { ComparatorVerdict, RuleStatus } from './pay-codes';
import fc from 'fast-check';
import { answersOf, checkPay } from './pay-check';
import { aColleague, aContract, aLine, anInput, colleaguesWith } from './pay-check.fixture';
import type { ComparatorLine, PayrollLine } from './payroll-line';
import { isSegregatedPost, overallVerdict, rulesVerdict } from './pay-verdict';

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

describe('the rules together', () => {
  it.each([
    [['PASS', 'FAIL', 'REVIEW'], 'FAIL'],
    [['PASS', 'REVIEW', 'INSUFFICIENT'], 'REVIEW'],
    [['PASS', 'INSUFFICIENT', 'NOT_APPLICABLE'], 'INSUFFICIENT'],
    [['NOT_APPLICABLE', 'PASS'], 'PASS'],
    [['NOT_APPLICABLE'], 'NOT_APPLICABLE'],
  ] as const)('%j say %s', (statuses, expected) => expect(rulesVerdict(statuses)).toBe(expected));
});

const clients = (count: number): ComparatorLine[] =>
  Array.from({ length: count }, (_, index) => aColleague(`c${index}`, { isProgrammeClient: true }));

describe('checkPay', () => {
  it('finds nothing where everything is as agreed and as the colleagues’', () => {
    const check = checkPay(anInput());
    expect(check).toMatchObject({ overall: 'COMPLIANT', isSegregatedPost: false, comparator: { m: 5 } });
    expect(check.rules.map(({ code, status }) => [code, status])).toEqual([
      ['MIN_WAGE', 'PASS'],
      ['CONTRACT_WAGE', 'PASS'],
      ['POSTED_WAGE', 'PASS'],
      ['PROBATION_FLOOR', 'NOT_APPLICABLE'],
      ['PROBATION_LENGTH', 'PASS'],
      ['OVERTIME_PAY', 'PASS'],
      ['OVERTIME_HOURS', 'PASS'],
      ['LATE_PAYMENT', 'PASS'],
      ['PART_TIME_CYCLE', 'NOT_APPLICABLE'],
      ['NO_CONTRACT', 'PASS'],
      ['SOCIAL_INSURANCE', 'PASS'],
      ['DEDUCTION', 'PASS'],
      ['EQUAL_ALLOWANCE', 'NOT_APPLICABLE'],
      ['DATA_QUALITY', 'PASS'],
    ]);
  });

  it('puts the minimum wage first', () => {
    const check = checkPay(anInput({ line: aLine({ baseFen: 188_000 }), contract: null }));
    expect(check).toMatchObject({ overall: 'VIOLATION', rulesStatus: 'FAIL', comparator: { verdict: 'DISPARITY' } });
    expect(answersOf(check, 'MIN_WAGE')).toMatchObject([{ status: 'FAIL', figures: { shortfallFen: 9_000 } }]);
    expect(answersOf(check, 'CONTRACT_WAGE')).toMatchObject([{ status: 'INSUFFICIENT' }]);
  });

  it('never crashes on a line and a contract that say nothing', () => {
    const check = checkPay(anInput({ line: {}, contract: {}, comparators: [{ ref: 'A' }] }));
    expect(check.overall).toBe('INSUFFICIENT_DATA');
    expect(new Set(check.rules.map(({ status }) => status))).toEqual(new Set(['INSUFFICIENT', 'NOT_APPLICABLE']));
  });

  it('gives a post with half of its workers clients to a person', () => {
    const { comparators } = anInput();
    expect(checkPay(anInput({ comparators: [...comparators, ...clients(4)] })).overall).toBe('SEGREGATED_POST');
    expect(checkPay(anInput({ comparators: [...comparators, ...clients(3)] })).overall).toBe('COMPLIANT');
  });

  it('does not call one client alone a segregated post', () => {
    expect(checkPay(anInput({ comparators: [] }))).toMatchObject({
      overall: 'INSUFFICIENT_DATA',
      isSegregatedPost: false,
    });
  });

  it('calls a gap STRONG from 19 colleagues on, with the client’s own test as its family', () => {
    const against = (m: number) =>
      checkPay(anInput({ line: aLine({ baseFen: 270_000 }), contract: aContract({ contractMonthlyFen: 270_000 }), comparators: colleaguesWith(...Array<number>(m).fill(300_000)) })).comparator; // prettier-ignore
    expect(against(18)).toMatchObject({ verdict: 'DISPARITY', evidence: 'WEAK' });
    expect(against(19)).toMatchObject({ evidence: 'STRONG', figures: { p: { numerator: 1n, denominator: 20n } } });
  });

  it('leaves the test to the monthly run in a re-run that an upload set off', () => {
    const comparators = colleaguesWith(...Array<number>(25).fill(300_000));
    const check = checkPay(anInput({ line: aLine({ baseFen: 270_000 }), comparators, testUse: 'LATER' }));
    expect(check.comparator).toMatchObject({ verdict: 'DISPARITY', evidence: 'WEAK' });
  });
});

describe('somebody hired or leaving inside a month', () => {
  it('is held to the part of the month: the days outside the employment are unpaid days', () => {
    const line = aLine({ baseFen: 150_000, unpaidLeaveDays: 10 });
    const check = checkPay(anInput({ line }));
    expect(answersOf(check, 'MIN_WAGE')[0]?.figures).toMatchObject({ thresholdFen: 103_190, countedFen: 150_000 });
    expect(answersOf(check, 'CONTRACT_WAGE')[0]?.figures).toMatchObject({
      hardFloorFen: 151_724,
      protectiveFloorFen: 162_069,
      shortfallFen: 1_724,
    });
    expect(check.comparator.figures?.gapPerMille).toBe(45);
  });
});

describe('sick leave', () => {
  it('lowers the minimum to four fifths for its days and stays out of the hours compared', () => {
    const line = aLine({ baseFen: 280_000, sickLeaveDays: 5, scheduledDays: 20 });
    const check = checkPay(anInput({ line }));
    expect(answersOf(check, 'MIN_WAGE')[0]?.figures.thresholdFen).toBe(187_150);
    expect(check.comparator.figures?.gapPerMille).toBe(-244);
  });
});

describe('properties', () => {
  const ORDER = ['COMPLIANT', 'INSUFFICIENT_DATA', 'REVIEW', 'DISPARITY_INDICATED', 'VIOLATION'];
  const pay = fc.integer({ min: 150_000, max: 400_000 });
  const allowance = fc.record({
    code: fc.constantFrom('MEAL', 'POST'),
    kind: fc.constantFrom('GENERAL' as const, 'WELFARE' as const),
    fen: fc.integer({ min: 0, max: 40_000 }),
    contractual: fc.boolean(),
  });
  const line: fc.Arbitrary<PayrollLine> = fc
    .record({
      baseFen: pay,
      bonusFen: fc.integer({ min: 0, max: 40_000 }),
      allowances: fc.array(allowance, { maxLength: 2 }),
      unpaidLeaveDays: fc.integer({ min: 0, max: 18 }),
      sickLeaveDays: fc.integer({ min: 0, max: 3 }),
      onProbation: fc.boolean(),
      otPayFen: fc.integer({ min: 0, max: 50_000 }),
      otMinutes: fc.record({ WEEKDAY: fc.integer({ min: 0, max: 900 }) }),
      deductions: fc.array(fc.record({ code: fc.constantFrom('DAMAGE', 'FINE'), fen: fc.integer({ min: 0, max: 50_000 }) }), { maxLength: 1 }), // prettier-ignore
    })
    .map((changes) => aLine(changes));
  const others = fc
    .array(line, { maxLength: 8 })
    .map((lines) => lines.map((one, index) => ({ ...one, onProbation: false, ref: `E-${index}` })));

  it('raising a client’s pay never worsens the verdict', () => {
    fc.assert(
      fc.property(line, others, fc.integer({ min: 1, max: 80_000 }), (own, comparators, more) => {
        const before = checkPay(anInput({ line: own, comparators }));
        for (const raised of [
          { ...own, baseFen: (own.baseFen ?? 0) + more },
          { ...own, otPayFen: (own.otPayFen ?? 0) + more },
        ]) {
          const after = checkPay(anInput({ line: raised, comparators }));
          expect(ORDER.indexOf(after.overall)).toBeLessThanOrEqual(ORDER.indexOf(before.overall));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('changes nothing when colleagues change places', () => {
    fc.assert(
      fc.property(line, others, fc.infiniteStream(fc.nat()), (own, comparators, keys) => {
        const turned = comparators
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const [before, after] = [comparators, turned].map((lines) =>
          checkPay(anInput({ line: own, comparators: lines })),
        );
        expect(after?.rules).toEqual(before?.rules);
        expect(after?.comparator.figures).toEqual(before?.comparator.figures);
        expect(after?.overall).toBe(before?.overall);
      }),
      { numRuns: 200 },
    );
  });

  it('scaling all pay changes no gap, no rank and no evidence', () => {
    const scaled = <T extends PayrollLine>(one: T, k: number): T => ({
      ...one,
      baseFen: (one.baseFen ?? 0) * k,
      bonusFen: (one.bonusFen ?? 0) * k,
      allowances: (one.allowances ?? []).map((each) => ({ ...each, fen: each.fen * k })),
    });
    fc.assert(
      fc.property(line, others, fc.integer({ min: 2, max: 50 }), (own, comparators, k) => {
        const before = checkPay(anInput({ line: own, comparators })).comparator;
        const after = checkPay(
          anInput({ line: scaled(own, k), comparators: comparators.map((one) => scaled(one, k)) }),
        ).comparator;
        expect(after.figures?.gap).toEqual(before.figures?.gap);
        expect(after.figures?.p).toEqual(before.figures?.p);
        expect([after.verdict, after.evidence, after.m]).toEqual([before.verdict, before.evidence, before.m]);
      }),
      { numRuns: 200 },
    );
  });
});
