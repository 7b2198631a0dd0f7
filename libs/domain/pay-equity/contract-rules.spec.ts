import { contractWageRule } from './contract-wage-rule';
import { aContract, aLine, PARAMS_2026 } from './pay-check.fixture';
import type { PayContract, PayrollLine } from './payroll-line';
import { postedWageRule } from './posted-wage-rule';
import { probationFloorRule, probationLengthRule } from './probation-rules';

describe('POSTED_WAGE', () => {
  const rule = (changes: Partial<PayContract>) => {
    const { status, severity, findingClass, figures } = postedWageRule(aContract(changes));
    return [status, severity, findingClass, figures.shortfallFen];
  };

  it('passes at the posted minimum and fails one fen below, as an agreement', () => {
    expect(rule({ contractMonthlyFen: 280_000 })).toEqual(['PASS', null, null, 0]);
    expect(rule({ contractMonthlyFen: 279_999 })).toEqual(['FAIL', 'MODERATE', 'AGREEMENT', 1]);
  });

  it('does not concern work that no slot led to, and is INSUFFICIENT where that is not known', () => {
    expect(rule({ postedMinFen: null, hasPostedSlot: false })[0]).toBe('NOT_APPLICABLE');
    expect(rule({ postedMinFen: null })[0]).toBe('INSUFFICIENT');
    expect(rule({ contractMonthlyFen: null })[0]).toBe('INSUFFICIENT');
    expect(postedWageRule(null).status).toBe('INSUFFICIENT');
  });
});

describe('PROBATION_FLOOR', () => {
  const rule = (line: Partial<PayrollLine>, contract: Partial<PayContract> = {}, params = PARAMS_2026) => {
    const { status, severity, figures } = probationFloorRule(
      aLine({ onProbation: true, ...line }),
      aContract(contract),
      params,
    );
    return { status, severity, ...figures };
  };

  it.each([
    [200_000, 'FAIL', 8_000],
    [207_999, 'FAIL', 1],
    [208_000, 'REVIEW', 0],
    [215_000, 'REVIEW', 0],
    [239_999, 'REVIEW', 0],
    [240_000, 'PASS', 0],
  ])('EP07: with lowest 2,600 and contract 3,000 yuan, %i fen is %s', (baseFen, status, shortfallFen) => {
    expect(rule({ baseFen })).toEqual({
      status,
      severity: status === 'FAIL' ? 'MAJOR' : null,
      paidFen: baseFen,
      hardFloorFen: 208_000,
      protectiveFloorFen: 240_000,
      shortfallFen,
    });
  });

  it('EP07d: the minimum wage binds where it is higher than 80 %', () => {
    const low = { lowestSameJobFen: 220_000, contractMonthlyFen: 230_000 };
    expect(rule({ baseFen: 196_999 }, low)).toMatchObject({ status: 'FAIL', shortfallFen: 1, hardFloorFen: 197_000 });
    expect(rule({ baseFen: 197_000 }, low)).toMatchObject({ status: 'PASS', protectiveFloorFen: 197_000 });
  });

  it('takes the floors times the share of the month, half up: hired in the middle of it', () => {
    expect(rule({ baseFen: 100_000, unpaidLeaveDays: 10.5 })).toMatchObject({
      status: 'FAIL',
      hardFloorFen: 104_000,
      protectiveFloorFen: 120_000,
      shortfallFen: 4_000,
    });
    expect(rule({ unpaidLeaveDays: 1 }, { lowestSameJobFen: 260_001 }).hardFloorFen).toBe(198_096);
  });

  it('counts contractual allowances and no others', () => {
    const allowances = [
      { code: 'POST', kind: 'GENERAL', fen: 5_000, contractual: true },
      { code: 'GIFT', kind: 'GENERAL', fen: 5_000 },
    ] as const;
    expect(rule({ baseFen: 203_000, allowances })).toMatchObject({ status: 'REVIEW', paidFen: 208_000 });
  });

  it('does not concern anybody after probation, nor part-time work', () => {
    expect(rule({ onProbation: false }).status).toBe('NOT_APPLICABLE');
    expect(rule({ employmentType: 'PART_TIME' }).status).toBe('NOT_APPLICABLE');
    expect(rule({ employmentType: 'DISPATCH', baseFen: 240_000 }).status).toBe('PASS');
  });

  it.each<[string, Partial<PayrollLine>, Partial<PayContract>]>([
    ['whether it is probation', { onProbation: null }, {}],
    ['the lowest pay of the post', {}, { lowestSameJobFen: null }],
    ['the contract wage', {}, { contractMonthlyFen: null }],
    ['base pay', { baseFen: null }, {}],
    ['attendance', { scheduledDays: null }, {}],
  ])('is INSUFFICIENT without %s', (_, line, contract) => {
    expect(rule(line, contract)).toMatchObject({ status: 'INSUFFICIENT', paidFen: null, shortfallFen: 0 });
  });

  it('stands in for CONTRACT_WAGE, which does not concern probation', () => {
    expect(contractWageRule(aLine({ onProbation: true, baseFen: 240_000 }), aContract()).status).toBe('NOT_APPLICABLE');
  });
});

describe('PROBATION_LENGTH', () => {
  const rule = (contract: Partial<PayContract> | null, line: Partial<PayrollLine> = {}) => {
    const { status, figures } = probationLengthRule(aLine(line), contract === null ? null : aContract(contract));
    return [status, figures.maxMonths, figures.actualMonths];
  };
  const until = (end: string | null, probationMonths: number) => ({ start: '2026-01-01', end, probationMonths });

  it.each([
    ['2026-03-30', 1, 'FAIL', 0],
    ['2026-03-31', 1, 'PASS', 1],
    ['2026-12-30', 2, 'FAIL', 1],
    ['2026-12-31', 2, 'PASS', 2],
    ['2028-12-30', 3, 'FAIL', 2],
    ['2028-12-31', 6, 'PASS', 6],
    ['2028-12-31', 7, 'FAIL', 6],
    [null, 6, 'PASS', 6],
    [null, 7, 'FAIL', 6],
  ])('of a contract from 2026-01-01 to %s with %i months of probation is %s', (end, months, status, max) => {
    expect(rule(until(end, months))).toEqual([status, max, months]);
  });

  it('allows none a second time with one employer, and none in part-time work', () => {
    expect(rule({ ...until(null, 1), earlierProbation: true })).toEqual(['FAIL', 0, 1]);
    expect(rule(until(null, 1), { employmentType: 'PART_TIME' })).toEqual(['FAIL', 0, 1]);
    expect(rule(until(null, 0), { employmentType: 'PART_TIME' })).toEqual(['PASS', 0, 0]);
  });

  it('passes without probation whatever the term, and is INSUFFICIENT without term or length', () => {
    expect(rule({ start: null, end: null, probationMonths: 0 })).toEqual(['PASS', null, 0]);
    expect(rule({ start: null, end: null, probationMonths: 1 })[0]).toBe('INSUFFICIENT');
    expect(rule({ probationMonths: null })[0]).toBe('INSUFFICIENT');
    expect(rule(null)[0]).toBe('INSUFFICIENT');
  });
});
