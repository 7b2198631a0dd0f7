import { arrearsFen, backPayFen, isPaidByArrears } from './back-pay';
import { dataQualityRule } from './data-quality-rule';
import { deductionRule } from './deduction-rule';
import { equalAllowanceRule } from './equal-allowance-rule';
import { findingLabel } from './finding-label';
import { aColleague, aLine, anInput, PARAMS_2026 } from './pay-check.fixture';
import { checkPay } from './pay-check';
import type { Allowance, ComparatorLine, PayrollLine } from './payroll-line';

describe('DEDUCTION', () => {
  const rule = (damageFen: number | null, line: Partial<PayrollLine> = {}) => {
    const deductions = damageFen === null ? [] : [{ code: 'DAMAGE', fen: damageFen }];
    const answer = deductionRule(aLine({ baseFen: 220_000, deductions, ...line }), PARAMS_2026);
    return { status: answer.status, severity: answer.severity, ...answer.figures };
  };

  it('EP12d: of 2,200 yuan at most 230 may go for damage', () => {
    expect(rule(23_000)).toEqual({
      status: 'PASS',
      severity: null,
      capFen: 44_000,
      maxLawfulFen: 23_000,
      deductedFen: 23_000,
      excessFen: 0,
    });
    expect(rule(23_001)).toMatchObject({ status: 'FAIL', severity: 'MAJOR', excessFen: 1 });
  });

  it('holds a fifth of the wage, general allowances and bonus among it, where that is less', () => {
    const rich = { baseFen: 300_000, bonusFen: 20_000, allowances: [{ code: 'POST', kind: 'GENERAL', fen: 30_003 }] } as const; // prettier-ignore
    expect(rule(70_000, rich)).toMatchObject({ status: 'PASS', capFen: 70_000 });
    expect(rule(70_001, rich)).toMatchObject({ status: 'FAIL', excessFen: 1 });
  });

  it('leaves the minimum wage of the days at work, so that a part of a month is not held to the whole', () => {
    expect(rule(10_000, { baseFen: 110_000, unpaidLeaveDays: 10.5 })).toMatchObject({ maxLawfulFen: 11_500, status: 'PASS' }); // prettier-ignore
    expect(rule(1, { baseFen: 90_000, unpaidLeaveDays: 10.5 })).toMatchObject({ maxLawfulFen: 0, status: 'FAIL' });
  });

  it('takes the hourly minimum in part-time work', () => {
    const partTime = { employmentType: 'PART_TIME', baseFen: 170_000, normalMinutes: 4_830 } as const;
    expect(rule(9_000, partTime)).toMatchObject({ status: 'PASS', maxLawfulFen: 9_000 });
    expect(rule(9_001, partTime)).toMatchObject({ status: 'FAIL' });
  });

  it('asks a person about a deposit or a fine, and leaves other deductions alone', () => {
    for (const code of ['DEPOSIT', 'FINE'])
      expect(rule(null, { deductions: [{ code, fen: 1 }] }).status).toBe('REVIEW');
    for (const code of ['SI', 'FUND', 'TAX', 'COURT', 'ADVANCE', 'DORM', 'MEAL'])
      expect(rule(null, { deductions: [{ code, fen: 99_999 }] }).status).toBe('PASS');
  });

  it('is INSUFFICIENT without deductions, or with damage and no wage to hold it against', () => {
    expect(rule(null, { deductions: null })).toMatchObject({ status: 'INSUFFICIENT', capFen: null });
    expect(rule(1, { baseFen: null }).status).toBe('INSUFFICIENT');
    expect(rule(null, { baseFen: null }).status).toBe('PASS');
  });
});

describe('EQUAL_ALLOWANCE', () => {
  const meal = (fen: number): readonly Allowance[] => [{ code: 'MEAL', kind: 'WELFARE', fen }];
  const others = (count: number, withMeal: number, fen = 30_000): ComparatorLine[] =>
    Array.from({ length: count }, (_, index) =>
      aColleague(`E-${index}`, { allowances: index < withMeal ? meal(fen) : [] }),
    );
  const rule = (line: Partial<PayrollLine>, comparators: readonly ComparatorLine[]) =>
    equalAllowanceRule(aLine(line), comparators).map(({ status, severity, findingClass, figures }) => ({
      status,
      severity,
      findingClass,
      ...figures,
    }));

  it('EP12: a meal allowance that eight of nine receive and the client not fails, as an agreement', () => {
    expect(rule({}, others(9, 8))).toEqual([
      {
        status: 'FAIL',
        severity: 'MODERATE',
        findingClass: 'AGREEMENT',
        allowance: 'MEAL',
        share: { numerator: 8n, denominator: 9n },
        medianFen: 30_000,
        clientFen: 0,
      },
    ]);
  });

  it('EP12: 200 yuan for 14 of 21 days are the 300 of a full month', () => {
    expect(rule({ allowances: meal(20_000), unpaidLeaveDays: 7 }, others(9, 8))).toMatchObject([
      { status: 'PASS', clientFen: 30_000 },
    ]);
  });

  it('passes at 95 % of the median and fails one fen below', () => {
    expect(rule({ allowances: meal(28_500) }, others(9, 8))[0]?.status).toBe('PASS');
    expect(rule({ allowances: meal(28_499) }, others(9, 8))[0]?.status).toBe('FAIL');
  });

  it.each([
    [10, 8, 'FAIL'],
    [10, 7, 'REVIEW'],
    [10, 5, 'REVIEW'],
    [10, 4, 'PASS'],
  ])('of %i colleagues %i receive it: %s', (count, receiving, status) => {
    expect(rule({}, others(count, receiving))[0]?.status).toBe(status);
  });

  it('needs three colleagues', () => {
    expect(rule({}, others(3, 3))[0]?.status).toBe('FAIL');
    expect(rule({}, others(2, 2))).toMatchObject([{ status: 'INSUFFICIENT', allowance: null }]);
  });

  it('judges each allowance by itself, and has nothing to judge where nobody receives any', () => {
    const both = others(4, 4).map((line) => ({
      ...line,
      allowances: [...meal(30_000), { code: 'BUS', kind: 'GENERAL', fen: 10_000 } as const],
    }));
    expect(rule({ allowances: meal(30_000) }, both).map(({ allowance, status }) => [allowance, status])).toEqual([
      ['BUS', 'FAIL'],
      ['MEAL', 'PASS'],
    ]);
    expect(rule({}, others(4, 0))).toMatchObject([{ status: 'NOT_APPLICABLE', allowance: null }]);
  });

  it('leaves out what pays for years or skill, and hardship pay of another shift', () => {
    const seniority: Allowance = { code: 'YEARS', kind: 'GENERAL', fen: 9_000, objective: 'TENURE' };
    const night: Allowance = { code: 'NIGHT', kind: 'SPECIAL_ENV', fen: 12_000 };
    const lines = others(5, 0).map((line) => ({ ...line, allowances: [seniority, night], shiftPattern: 'NIGHT' }));
    expect(rule({ shiftPattern: 'DAY' }, lines)).toMatchObject([{ status: 'NOT_APPLICABLE' }]);
    expect(rule({ shiftPattern: 'NIGHT' }, lines)).toMatchObject([{ status: 'FAIL', allowance: 'NIGHT' }]);
  });

  it('does not concern part-time work, and is INSUFFICIENT without attendance', () => {
    expect(rule({ employmentType: 'PART_TIME' }, others(5, 5))[0]?.status).toBe('NOT_APPLICABLE');
    expect(rule({ scheduledDays: null }, others(5, 5))[0]).toMatchObject({ status: 'INSUFFICIENT', allowance: 'MEAL' });
  });
});

describe('DATA_QUALITY', () => {
  const issues = (line: Partial<PayrollLine>, changes: Partial<Parameters<typeof dataQualityRule>[0]> = {}) => {
    const facts = { line: aLine(line), others: [], asOf: null, hasPeriodGap: false, ...changes };
    const { status, severity, figures } = dataQualityRule(facts);
    expect([status, severity]).toEqual([figures.issues.length === 0 ? 'PASS' : 'INSUFFICIENT', null]);
    return figures.issues;
  };

  it('finds nothing wrong with a whole line', () => expect(issues({})).toEqual([]));

  it.each<[string, Partial<PayrollLine>]>([
    ['MISSING_HOURS', { employmentType: 'PART_TIME', normalMinutes: null }],
    ['MISSING_ATTENDANCE', { scheduledDays: null }],
    ['MISSING_ATTENDANCE', { unpaidLeaveDays: 22 }],
    ['MISSING_PAY_DATE', { agreedPayDate: null }],
    ['MISSING_PAY_DATE', { actualPayDate: null }],
    ['LOW_ATTENDANCE', { unpaidLeaveDays: 10.51 }],
  ])('names %s', (issue, line) => expect(issues(line)).toEqual([issue]));

  it('takes half a month as enough, and an unpaid month as no gap in the data when the day is known', () => {
    expect(issues({ unpaidLeaveDays: 10.5 })).toEqual([]);
    expect(issues({ actualPayDate: null }, { asOf: '2026-05-20' })).toEqual([]);
  });

  it('names a line that is there twice, which then counts once, and a month that was left out', () => {
    const twice = [aColleague('A'), aColleague('B'), aColleague('A')];
    expect(issues({}, { others: twice, hasPeriodGap: true })).toEqual(['DUPLICATE_LINE', 'PERIOD_GAP']);
    expect(checkPay(anInput({ comparators: twice })).comparator.m).toBe(2);
  });
});

describe('back-pay', () => {
  it('is verified when the arrears of later lines for the month reach the shortfall', () => {
    const lines = [
      aLine({ arrears: [{ period: '2026-03', fen: 5_000 }] }),
      aLine({ arrears: [{ period: '2026-03', fen: 3_999 }, { period: '2026-02', fen: 9_999 }] }), // prettier-ignore
    ];
    expect(arrearsFen('2026-03', lines)).toBe(8_999);
    expect(isPaidByArrears({ period: '2026-03', shortfallFen: 8_999 }, lines)).toBe(true);
    expect(isPaidByArrears({ period: '2026-03', shortfallFen: 9_000 }, lines)).toBe(false);
  });

  it('of a month is the largest shortfall of the wage floors, and overtime and deductions on top', () => {
    const line = aLine({
      baseFen: 190_000,
      otMinutes: { WEEKDAY: 600 },
      otPayFen: 0,
      deductions: [{ code: 'DAMAGE', fen: 100 }],
    });
    const { rules } = checkPay(anInput({ line }));
    expect(backPayFen(rules)).toBe(110_000 + 25_862 + 100);
    expect(backPayFen(checkPay(anInput()).rules)).toBe(0);
  });
});

describe('the word for a failed rule', () => {
  it('is "to be verified" until a person confirmed it where the law is concerned, else "not as agreed"', () => {
    expect(findingLabel('STATUTORY', false)).toBe('TO_VERIFY');
    expect(findingLabel('STATUTORY', true)).toBe('CONFIRMED');
    expect([findingLabel('AGREEMENT', false), findingLabel('AGREEMENT', true)]).toEqual(['NOT_AS_AGREED', 'NOT_AS_AGREED']); // prettier-ignore
  });
});
