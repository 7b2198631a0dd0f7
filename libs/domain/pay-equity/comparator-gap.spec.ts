import fc from 'fast-check';
import { rational, toDecimal } from '../common/rational';
import { compareWithColleagues, disparityEvidence, gapVerdict, perMilleOf } from './comparator-gap';
import { hasHalfAttendance, selectComparators, tenureBand } from './comparator-selection';
import { shownGapPercent, shownMonthlyMedianFen } from './display-figures';
import { comparablePayFen, hourlyPay } from './hourly-pay';
import type { ComparatorLine, PayrollLine } from './payroll-line';

const aLine = (changes: Partial<PayrollLine> = {}): PayrollLine => ({
  employmentType: 'FULL_TIME',
  payBasis: 'MONTHLY',
  jobCode: 'ASSEMBLY',
  grade: 'G1',
  tenureMonths: 14,
  onProbation: false,
  baseFen: 300_000,
  scheduledDays: 21,
  unpaidLeaveDays: 0,
  ...changes,
});
const colleague = (ref: string, changes: Partial<ComparatorLine> = {}): ComparatorLine => ({
  ...aLine(),
  ...changes,
  ref,
});
const colleagues = (...baseFens: number[]): ComparatorLine[] =>
  baseFens.map((baseFen, index) => colleague(`E-${index + 1}`, { baseFen }));

describe('hourlyPay', () => {
  it('is base + general allowances + bonus − objective parts over the hours present', () => {
    const line = aLine({
      baseFen: 300_000,
      bonusFen: 12_000,
      otPayFen: 99_999,
      allowances: [
        { code: 'POST', kind: 'GENERAL', fen: 30_000 },
        { code: 'YEARS', kind: 'GENERAL', fen: 20_000, objective: 'TENURE' },
        { code: 'SKILL', kind: 'GENERAL', fen: 10_000, objective: 'SKILL' },
        { code: 'NIGHT', kind: 'SPECIAL_ENV', fen: 50_000 },
        { code: 'MEAL', kind: 'WELFARE', fen: 50_000 },
      ],
      arrears: [{ period: '2026-04', fen: 50_000 }],
    });
    expect(comparablePayFen(line)).toBe(342_000);
    expect(hourlyPay(line)).toEqual(rational(342_000n, 174n));
  });

  it('leaves unpaid and sick days out of the hours', () => {
    expect(hourlyPay(aLine({ unpaidLeaveDays: 4, sickLeaveDays: 3 }))).toEqual(rational(300_000n * 21n, 174n * 14n));
  });

  it('is pay over the hours worked in part-time work', () => {
    expect(hourlyPay(aLine({ employmentType: 'PART_TIME', baseFen: 161_000, normalMinutes: 4_830 }))).toEqual(
      rational(2_000n),
    );
  });

  it.each([
    ['no base pay', { baseFen: null }],
    ['no days', { scheduledDays: null }],
    ['nobody there all month', { unpaidLeaveDays: 21 }],
    ['part-time work without hours', { employmentType: 'PART_TIME' }],
  ] as const)('is unknown with %s', (_, changes) => expect(hourlyPay(aLine(changes))).toBeNull());
});

describe('selectComparators', () => {
  it.each([
    [0, 0],
    [5, 0],
    [6, 1],
    [11, 1],
    [12, 2],
    [35, 2],
    [36, 3],
    [59, 3],
    [60, 4],
    [600, 4],
    [null, null],
  ])('%s months lie in tenure band %s', (months, band) => expect(tenureBand(months)).toBe(band));

  it.each([
    ['a client of the programme', { isProgrammeClient: true }],
    ['a dispatched worker', { employmentType: 'DISPATCH' }],
    ['another job', { jobCode: 'PACKING' }],
    ['another pay basis', { payBasis: 'PIECE' }],
    ['someone on probation', { onProbation: true }],
    ['someone absent more than half the month', { unpaidLeaveDays: 10.51 }],
    ['someone whose pay is unknown', { baseFen: null }],
  ] as const)('leaves %s out', (_, changes) => {
    const lines = [...colleagues(1, 2, 3, 4, 5), colleague('OTHER', changes)];
    expect(selectComparators(aLine(), lines)).toMatchObject({ level: 'JOB_GRADE_BAND', excluded: ['OTHER'] });
  });

  it('compares a dispatched client with direct employees', () => {
    const selection = selectComparators(aLine({ employmentType: 'DISPATCH' }), colleagues(1, 2, 3, 4, 5));
    expect(selection.comparators).toHaveLength(5);
  });

  it('takes half a month as enough', () => {
    expect(hasHalfAttendance(aLine({ unpaidLeaveDays: 10.5 }))).toBe(true);
    expect(hasHalfAttendance(aLine({ unpaidLeaveDays: 10.51 }))).toBe(false);
  });

  const inBand = (count: number) => colleagues(...Array<number>(count).fill(300_000));
  const near = (count: number) =>
    Array.from({ length: count }, (_, index) => colleague(`N-${index}`, { tenureMonths: 36 }));
  const far = (count: number) =>
    Array.from({ length: count }, (_, index) => colleague(`F-${index}`, { tenureMonths: 1 }));
  const other = (count: number) =>
    Array.from({ length: count }, (_, index) => colleague(`G-${index}`, { grade: 'G2' }));

  it.each([
    ['five in grade and band', [...inBand(5), ...near(3)], 'JOB_GRADE_BAND', 5],
    ['four in band, one beside it', [...inBand(4), ...near(1), ...far(2)], 'JOB_GRADE_NEAR_BAND', 5],
    ['four near, one far', [...inBand(3), ...near(1), ...far(1)], 'JOB_GRADE', 5],
    ['four in grade, one in another', [...inBand(4), ...other(1)], 'JOB', 5],
    ['three in band and nothing else', inBand(3), 'JOB_GRADE_BAND', 3],
    ['three in band, four in all', [...inBand(3), ...other(1)], 'JOB_GRADE_BAND', 3],
    ['two in band, two beside it', [...inBand(2), ...near(2)], 'JOB_GRADE_NEAR_BAND', 4],
  ] as const)('with %s uses level %s', (_, lines, level, m) => {
    const selection = selectComparators(aLine(), lines);
    expect([selection.level, selection.comparators.length]).toEqual([level, m]);
  });

  it('computes nothing with two', () => {
    expect(selectComparators(aLine(), [...inBand(1), ...other(1)])).toEqual({
      level: null,
      comparators: [],
      available: 2,
      excluded: ['E-1', 'G-0'],
    });
  });
});

describe('the gap', () => {
  it.each([
    [51n, 1_000n, 51],
    [50_999n, 1_000_000n, 50],
    [1n, 20n, 50],
    [-509n, 10_000n, -50],
    [-1n, 10_000n, 0],
    [0n, 1n, 0],
  ])('of %s/%s is %i per mille, without floating-point traps', (numerator, denominator, expected) => {
    expect(perMilleOf(rational(numerator, denominator))).toBe(expected);
  });

  it.each([
    [25, 'WITHIN_TOLERANCE'],
    [26, 'REVIEW'],
    [50, 'REVIEW'],
    [51, 'DISPARITY'],
    [-80, 'WITHIN_TOLERANCE'],
  ])('of %i per mille is %s', (perMille, verdict) => expect(gapVerdict(perMille)).toBe(verdict));

  it('compares with the median: 50 per mille is for review, 51 exceeds the limit', () => {
    const others = colleagues(300_000, 300_000, 300_000, 310_000, 290_000);
    expect(compareWithColleagues(aLine({ baseFen: 285_000 }), others)).toMatchObject({
      verdict: 'REVIEW',
      m: 5,
      evidence: null,
      displayableToCaseworker: true,
      figures: { gapPerMille: 50, rankFromBelow: 1, strictlyLowest: true, shortfallFen: 15_000 },
    });
    const beyond = compareWithColleagues(aLine({ baseFen: 284_700 }), others);
    expect(beyond).toMatchObject({ verdict: 'DISPARITY', evidence: 'WEAK', figures: { gapPerMille: 51 } });
    expect(toDecimal(beyond.figures?.gap ?? rational(0n), 6)).toBe('0.051000');
    expect(toDecimal(beyond.figures?.clientHourly ?? rational(0n), 4)).toBe('1636.2069');
  });

  it('is never adverse to somebody paid more', () => {
    const result = compareWithColleagues(aLine({ baseFen: 330_000 }), colleagues(300_000, 300_000, 300_000));
    expect(result).toMatchObject({ verdict: 'WITHIN_TOLERANCE', figures: { gapPerMille: -100, shortfallFen: 0 } });
  });

  it('gives a verdict but no numbers to show with three or four', () => {
    const result = compareWithColleagues(aLine({ baseFen: 270_000 }), colleagues(300_000, 300_000, 300_000, 300_000));
    expect(result).toMatchObject({ verdict: 'DISPARITY', m: 4, evidence: 'WEAK', displayableToCaseworker: false });
  });

  it('computes nothing with two, or when the client’s own pay is unknown', () => {
    const none = { verdict: 'INSUFFICIENT_COMPARATORS', figures: null, evidence: null };
    expect(compareWithColleagues(aLine(), colleagues(300_000, 300_000))).toMatchObject({ ...none, m: 2 });
    expect(compareWithColleagues(aLine({ baseFen: null }), colleagues(1, 2, 3))).toMatchObject(none);
  });

  it('counts ties against the client’s rank', () => {
    const result = compareWithColleagues(aLine(), colleagues(300_000, 300_000, 290_000, 310_000, 320_000));
    expect(result.figures).toMatchObject({ rankFromBelow: 4, strictlyLowest: false });
  });

  it('never changes when all pay is doubled', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000, max: 900_000 }),
        fc.array(fc.integer({ min: 100_000, max: 900_000 }), { minLength: 3, maxLength: 9 }),
        (own, pays) => {
          const once = compareWithColleagues(aLine({ baseFen: own }), colleagues(...pays));
          const twice = compareWithColleagues(aLine({ baseFen: 2 * own }), colleagues(...pays.map((pay) => 2 * pay)));
          expect(twice.figures?.gap).toEqual(once.figures?.gap);
          expect(twice.verdict).toBe(once.verdict);
        },
      ),
    );
  });
});

describe('the evidence of a disparity', () => {
  const clear = { strictlyLowest: true, spreadGuard: true };
  const before = { gapPerMille: 60, strictlyLowest: true };

  it('is MODERATE when the same was seen the period before', () => {
    expect(disparityEvidence(5, clear, before)).toBe('MODERATE');
  });

  it.each([
    ['with four comparators', 4, clear, before],
    ['when another earns as little', 5, { ...clear, strictlyLowest: false }, before],
    ['when the colleagues lie far apart', 5, { ...clear, spreadGuard: false }, before],
    ['in the first period', 5, clear, null],
    ['when the period before was within the limit', 5, clear, { ...before, gapPerMille: 50 }],
    ['when another was as low the period before', 5, clear, { ...before, strictlyLowest: false }],
  ] as const)('is WEAK %s', (_, m, figures, previous) => expect(disparityEvidence(m, figures, previous)).toBe('WEAK'));

  it('reads the spread guard from the pay lines', () => {
    const apart = colleagues(280_000, 300_000, 300_000, 300_000, 300_000);
    expect(compareWithColleagues(aLine({ baseFen: 280_000 }), apart).figures?.spreadGuard).toBe(false);
    expect(compareWithColleagues(aLine({ baseFen: 279_999 }), apart).figures?.spreadGuard).toBe(true);
  });
});

describe('what a person sees', () => {
  it('is a median rounded to 50 yuan and a gap in whole per cent', () => {
    expect(shownMonthlyMedianFen(rational(312_499n, 174n))).toBe(310_000);
    expect(shownMonthlyMedianFen(rational(312_500n, 174n))).toBe(315_000);
    expect(shownGapPercent(rational(65n, 1_000n))).toBe(7);
  });
});
