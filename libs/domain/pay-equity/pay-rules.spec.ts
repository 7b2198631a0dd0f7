import { rational } from '../common/rational';
import { contractWageFloors, contractWageRule } from './contract-wage-rule';
import { minWageRule } from './min-wage-rule';
import type { PayContract, PayParams, PayrollLine } from './payroll-line';

const params: PayParams = { minWageMonthlyFen: 197_000, minWageHourlyFen: 2_000, minWageExcludesEmployeeSi: false };
const aLine = (changes: Partial<PayrollLine> = {}): PayrollLine => ({
  employmentType: 'FULL_TIME',
  payBasis: 'MONTHLY',
  baseFen: 188_000,
  scheduledDays: 21,
  unpaidLeaveDays: 0,
  ...changes,
});
const minWage = (changes: Partial<PayrollLine>, place: Partial<PayParams> = {}) => {
  const { status, severity, figures } = minWageRule(aLine(changes), { ...params, ...place });
  return { status, severity, ...figures };
};

describe('MIN_WAGE', () => {
  it('EP01: leaves overtime, night and meal allowances out and finds 90 yuan short', () => {
    const line = aLine({
      otPayFen: 15_000,
      allowances: [
        { code: 'NIGHT', kind: 'SPECIAL_ENV', fen: 12_000 },
        { code: 'MEAL', kind: 'WELFARE', fen: 20_000 },
      ],
    });
    expect(minWageRule(line, params)).toEqual({
      code: 'MIN_WAGE',
      status: 'FAIL',
      severity: 'CRITICAL',
      findingClass: 'STATUTORY',
      figures: { countedFen: 188_000, thresholdFen: 197_000, shortfallFen: 9_000 },
    });
  });

  it('EP04: base 1850 passes against 1800 and is 120 short against 1970', () => {
    expect(minWage({ baseFen: 185_000 }, { minWageMonthlyFen: 180_000 })).toMatchObject({
      status: 'PASS',
      shortfallFen: 0,
    });
    expect(minWage({ baseFen: 185_000 })).toMatchObject({ status: 'FAIL', shortfallFen: 12_000 });
  });

  it('passes at exactly the minimum and fails one fen below', () => {
    expect(minWage({ baseFen: 197_000 })).toMatchObject({ status: 'PASS', severity: null });
    expect(minWage({ baseFen: 196_999 })).toMatchObject({ status: 'FAIL', shortfallFen: 1 });
  });

  it('counts general allowances', () => {
    const allowances = [{ code: 'POST', kind: 'GENERAL', fen: 9_000 }] as const;
    expect(minWage({ allowances })).toMatchObject({ status: 'PASS', countedFen: 197_000 });
  });

  it('asks a person where only the bonus lifts pay over the minimum', () => {
    expect(minWage({ bonusFen: 9_000 })).toMatchObject({ status: 'REVIEW', severity: null, shortfallFen: 0 });
    expect(minWage({ bonusFen: 8_999 })).toMatchObject({ status: 'FAIL', shortfallFen: 1 });
    expect(minWage({ baseFen: 197_000, bonusFen: 1 })).toMatchObject({ status: 'PASS' });
  });

  it('takes unpaid days off the minimum, half up to fen', () => {
    expect(minWage({ unpaidLeaveDays: 2 })).toMatchObject({ status: 'PASS', thresholdFen: 178_238 });
    expect(minWage({ unpaidLeaveDays: 10.5 })).toMatchObject({ thresholdFen: 98_500 });
  });

  it('asks four fifths of the minimum for days of sick leave', () => {
    expect(minWage({ sickLeaveDays: 21 })).toMatchObject({ status: 'PASS', thresholdFen: 157_600 });
    expect(minWage({ sickLeaveDays: 5, unpaidLeaveDays: 1 })).toMatchObject({ thresholdFen: 178_238 });
  });

  it("takes the employee's social insurance off where the place says so", () => {
    const socialIns = {
      PENSION: { enrolled: true, employeeFen: 20_000 },
      MEDICAL: { enrolled: true, employeeFen: 5_000 },
    };
    const place = { minWageExcludesEmployeeSi: true };
    expect(minWage({ baseFen: 221_999, socialIns }, place)).toMatchObject({ status: 'FAIL', shortfallFen: 1 });
    expect(minWage({ baseFen: 222_000, employeeSiFen: 25_000 }, place)).toMatchObject({ status: 'PASS' });
    expect(minWage({ baseFen: 222_000, deductions: [{ code: 'SI', fen: 25_000 }] }, place)).toMatchObject({
      status: 'PASS',
    });
    expect(minWage({ baseFen: 222_000 }, place)).toMatchObject({ status: 'INSUFFICIENT' });
    expect(minWage({ baseFen: 197_000, socialIns })).toMatchObject({ status: 'PASS', countedFen: 197_000 });
  });

  it('compares part-time pay with the hourly minimum for the hours', () => {
    const partTime = { employmentType: 'PART_TIME', normalMinutes: 4_830 } as const;
    expect(minWage({ ...partTime, baseFen: 161_000 })).toMatchObject({ status: 'PASS', thresholdFen: 161_000 });
    expect(minWage({ ...partTime, baseFen: 160_999 })).toMatchObject({ status: 'FAIL', shortfallFen: 1 });
    expect(minWage({ employmentType: 'PART_TIME', baseFen: 1 })).toMatchObject({ status: 'INSUFFICIENT' });
  });

  it('treats dispatched work as full-time', () => {
    expect(minWage({ employmentType: 'DISPATCH' })).toMatchObject({ status: 'FAIL', shortfallFen: 9_000 });
  });

  it.each([
    ['base pay', { baseFen: null }],
    ['scheduled days', { scheduledDays: null }],
    ['unpaid days', { unpaidLeaveDays: null }],
    ['a month with days', { scheduledDays: 0 }],
    ['days that add up', { unpaidLeaveDays: 20, sickLeaveDays: 2 }],
  ])('is INSUFFICIENT without %s, never a crash', (_, changes) => {
    expect(minWage(changes)).toMatchObject({ status: 'INSUFFICIENT', countedFen: null, shortfallFen: 0 });
  });
});

describe('CONTRACT_WAGE', () => {
  const contract: PayContract = { contractMonthlyFen: 320_000 };
  const rule = (changes: Partial<PayrollLine>, agreed: PayContract | null = contract) => {
    const { status, severity, figures } = contractWageRule(aLine(changes), agreed);
    return { status, severity, ...figures };
  };

  it.each([
    [270_000, 'FAIL', 9_540],
    [279_539, 'FAIL', 1],
    [279_540, 'REVIEW', 0],
    [285_000, 'REVIEW', 0],
    [290_574, 'REVIEW', 0],
    [290_575, 'PASS', 0],
    [291_000, 'PASS', 0],
  ])('EP05: with two unpaid days of 21, %i fen of 3,200 yuan is %s', (baseFen, status, shortfallFen) => {
    expect(rule({ baseFen, unpaidLeaveDays: 2 })).toEqual({
      status,
      severity: status === 'FAIL' ? 'MAJOR' : null,
      paidFen: baseFen,
      hardFloorFen: 279_540,
      protectiveFloorFen: 290_575,
      shortfallFen,
    });
  });

  it('asks the whole wage when no day is unpaid', () => {
    expect(rule({ baseFen: 320_000 })).toMatchObject({ status: 'PASS', hardFloorFen: 320_000 });
    expect(rule({ baseFen: 319_999 })).toMatchObject({ status: 'FAIL', shortfallFen: 1 });
  });

  it('counts allowances that the contract promises, of any kind, and no others', () => {
    const allowances = [
      { code: 'POST', kind: 'GENERAL', fen: 10_000, contractual: true },
      { code: 'NIGHT', kind: 'SPECIAL_ENV', fen: 10_000, contractual: true },
      { code: 'GIFT', kind: 'GENERAL', fen: 10_000 },
    ] as const;
    expect(rule({ baseFen: 300_000, allowances })).toMatchObject({ status: 'PASS', paidFen: 320_000 });
  });

  it('never asks less than nothing and never more than the wage', () => {
    expect(contractWageFloors(320_000, rational(23n), rational(23n))).toEqual({ hardFen: 0, protectiveFen: 0 });
    expect(contractWageFloors(320_000, rational(23n), rational(1n)).protectiveFen).toBe(320_000);
  });

  it('does not concern part-time work', () => {
    expect(rule({ employmentType: 'PART_TIME' })).toMatchObject({ status: 'NOT_APPLICABLE', paidFen: null });
  });

  it('is INSUFFICIENT without a contract wage, days or base pay', () => {
    expect(rule({}, null)).toMatchObject({ status: 'INSUFFICIENT' });
    expect(rule({}, {})).toMatchObject({ status: 'INSUFFICIENT' });
    expect(rule({ scheduledDays: null })).toMatchObject({ status: 'INSUFFICIENT' });
    expect(rule({ baseFen: null })).toMatchObject({ status: 'INSUFFICIENT' });
  });
});
