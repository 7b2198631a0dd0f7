import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sharedData } from '#testing/shared-data';
import { clientRegression } from './client-regression';
import {
  analysisLevel,
  effectPerMille,
  kennedyEffect,
  modalWeeklyHours,
  standardAnalysis,
  standardisedSalary,
  type AnalysedEmployee,
  type StandardAnalysis,
} from './swiss-standard-analysis';

/** The Swiss tool's own example and what R and numpy compute from it. */
const LOGIB = sharedData('logib');

interface Reference {
  readonly n: number;
  readonly n_group: number;
  readonly df_residual: number;
  readonly dropped: readonly string[];
  readonly r_squared: number;
  readonly group_coefficient: number;
  readonly group_se: number;
  readonly t_zero: number;
  readonly p_zero_two_sided: number;
  readonly kennedy: number;
  readonly rating_level: number;
  readonly legacy_two_step: { readonly t_threshold: number; readonly p_one_sided: number; readonly level: number };
  readonly coefficients: Readonly<Record<string, { readonly estimate: number; readonly se: number }>>;
}

const read = (name: string): string => readFileSync(path.join(LOGIB ?? '', name), 'utf8');

/** The example's employees of population 1; the pay of the group times a factor. */
function exampleEmployees(factor: number): AnalysedEmployee[] {
  const [head = '', ...lines] = read('datalist_example_raw.csv').trim().split(/\r?\n/);
  const cells = (line: string): string[] => line.split(',').map((cell) => cell.replace(/^"|"$/g, ''));
  const names = cells(head);
  return lines
    .map((line) => Object.fromEntries(cells(line).map((cell, index) => [names[index] ?? '', cell])))
    .filter((row) => row['population'] === '1')
    .map((row) => employeeOf(row, row['sex'] === 'F' ? factor : 1));
}

function employeeOf(row: Readonly<Record<string, string>>, factor: number): AnalysedEmployee {
  const value = (name: string): number => Number(row[name]);
  return {
    isInGroup: row['sex'] === 'F',
    age: value('age'),
    yearsOfService: value('years_of_service'),
    training: value('training'),
    levelOfRequirements: value('level_of_requirements'),
    professionalPosition: value('professional_position'),
    activityRate: value('activity_rate'),
    paidHours: value('paid_hours'),
    basicWage: value('basic_wage') * factor,
    allowances: value('allowances') * factor,
    monthlyWage13: value('monthly_wage_13') * factor,
    specialPayments: value('special_payments') * factor,
    weeklyHours: value('weekly_hours'),
  };
}

function analysed(employees: readonly AnalysedEmployee[]): StandardAnalysis {
  const outcome = standardAnalysis(employees);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

/** Alike to 1e-9 of its size, or absolutely for what is smaller than one. */
function expectAlike(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

if (LOGIB !== null) {
  const variants = JSON.parse(read('reference_numpy.json')) as Readonly<Record<string, Reference>>;
  describe('the official example of the Swiss standard analysis', () => {
    it.each(Object.entries(variants))('is reproduced to 1e-9: %s', (name, reference) => {
      const result = analysed(exampleEmployees(Number(/_x([\d.]+)$/.exec(name)?.[1] ?? 1)));
      expect(result).toMatchObject({
        n: reference.n,
        nGroup: reference.n_group,
        dfResidual: reference.df_residual,
        dropped: reference.dropped,
        level: reference.rating_level,
        legacy: { level: reference.legacy_two_step.level },
      });
      expectAlike(result.rSquared, reference.r_squared);
      expectAlike(result.groupCoefficient, reference.group_coefficient);
      expectAlike(result.groupSe, reference.group_se);
      expectAlike(result.tZero, reference.t_zero);
      expectAlike(result.kennedy, reference.kennedy);
      expectAlike(result.legacy.tThreshold, reference.legacy_two_step.t_threshold);
      // Small p-values agree in their digits, not only in being small.
      expectAlike(result.pTwoSided / reference.p_zero_two_sided, 1);
      expectAlike(result.legacy.pOneSided / reference.legacy_two_step.p_one_sided, 1);
      expect(result.coefficients.map((one) => one.name)).toEqual(Object.keys(reference.coefficients));
      for (const { name: column, estimate, standardError } of result.coefficients) {
        expectAlike(estimate, reference.coefficients[column]?.estimate ?? NaN);
        expectAlike(standardError, reference.coefficients[column]?.se ?? NaN);
      }
    });

    it('agrees with the R package, published rounding included', () => {
      const r = JSON.parse(read('reference_R_example.json')) as Readonly<Record<string, number>>;
      const result = analysed(exampleEmployees(1));
      expectAlike(result.groupCoefficient, r['sex_coefficient'] ?? NaN);
      expectAlike(result.groupSe, r['sex_se'] ?? NaN);
      expectAlike(result.pTwoSided, r['p_two_sided'] ?? NaN);
      expectAlike(result.kennedy, r['kennedy'] ?? NaN);
      expect([result.groupCoefficient.toFixed(3), result.groupSe.toFixed(3), result.tZero.toFixed(3)]).toEqual([
        '-0.026',
        '0.003',
        '7.925',
      ]);
    });

    it('says of clients in place of women: a level 4 to their disadvantage is a finding, to their advantage none', () => {
      const regression = (factor: number) => {
        const outcome = clientRegression(exampleEmployees(factor));
        return outcome.ok ? outcome.value : outcome.refusals;
      };
      expect(regression(1)).toMatchObject({ isFinding: false, isConfirmed: false });
      expect(regression(0.97)).toMatchObject({ isFinding: true, isConfirmed: true });
      expect(regression(1.2)).toMatchObject({ isFinding: false, analysis: { level: 4 } });
    });
  });
}

const anEmployee = (changes: Partial<AnalysedEmployee> = {}): AnalysedEmployee => ({
  isInGroup: false,
  age: 40,
  yearsOfService: 5,
  training: 6,
  levelOfRequirements: 5,
  professionalPosition: 5,
  activityRate: 100,
  paidHours: 0,
  basicWage: 5_000,
  allowances: 100,
  monthlyWage13: 400,
  specialPayments: 0,
  weeklyHours: 40,
  ...changes,
});

/** Sixty employees whose pay depends on age, level and a little on the row. */
const sixty = (change: (index: number) => Partial<AnalysedEmployee>): AnalysedEmployee[] =>
  Array.from({ length: 60 }, (_, index) =>
    anEmployee({
      age: 20 + ((index * 7) % 41),
      yearsOfService: (index * 5) % 13,
      training: 1 + (index % 8),
      levelOfRequirements: 3 + ((index * 3) % 4),
      basicWage: 4_000 + 25 * index + ((index * 37) % 11) * 20,
      ...change(index),
    }),
  );

const codes = (employees: readonly AnalysedEmployee[]) => {
  const outcome = standardAnalysis(employees);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
};

describe('standardAnalysis', () => {
  it('takes pay to full time by the rate, and by the hours paid', () => {
    expect(standardisedSalary(anEmployee({ activityRate: 50 }), 40)).toBe(11_000);
    expect(standardisedSalary(anEmployee({ weeklyHours: 42 }), 40)).toBeCloseTo(5_500 / 1.05, 9);
    const hourly = anEmployee({ activityRate: 0, paidHours: 52, allowances: 0, monthlyWage13: 0, basicWage: 1_560 });
    expect(standardisedSalary(hourly, 40)).toBeCloseTo(1_560 / 0.3, 9);
  });

  it('finds the most common weekly hours, of two the lower', () => {
    expect(modalWeeklyHours([42, 40, 40, 42, 38])).toBe(40);
  });

  it('drops a column that says what earlier ones say, and keeps the effect', () => {
    const plain = sixty((index) => ({ isInGroup: index % 3 === 0 }));
    const doubled = plain.map((one) => ({ ...one, shift: `S${one.levelOfRequirements}` }));
    const [once, twice] = [analysed(plain), analysed(doubled)];
    expect(once.dropped).toEqual([]);
    expect(twice.dropped).toEqual(['shiftS3', 'shiftS4', 'shiftS5']);
    expect(twice.dfResidual).toBe(once.dfResidual);
    expectAlike(twice.groupCoefficient, once.groupCoefficient);
  });

  it('takes shifts that differ into account', () => {
    const shifts = analysed(sixty((index) => ({ isInGroup: index % 3 === 0, shift: index % 7 < 3 ? 'DAY' : 'NIGHT' })));
    expect(shifts.coefficients.map(({ name }) => name)).toContain('shiftDAY');
  });

  it('never changes its gap when all pay is multiplied', () => {
    const once = sixty((index) => ({ isInGroup: index % 5 === 0 }));
    const scaled = once.map((one) => ({
      ...one,
      basicWage: one.basicWage * 7,
      allowances: one.allowances * 7,
      monthlyWage13: one.monthlyWage13 * 7,
    }));
    expectAlike(analysed(scaled).groupCoefficient, analysed(once).groupCoefficient);
  });

  it('gives no analysis of 49 people, of one group alone, or where the group cannot be told apart', () => {
    const all = sixty((index) => ({ isInGroup: index % 5 === 0 }));
    expect(codes(all.slice(0, 50))).toEqual([]);
    expect(codes(all.slice(0, 49))).toEqual(['TOO_FEW_ROWS']);
    expect(codes(sixty(() => ({})))).toEqual(['GROUP_EMPTY']);
    expect(codes(sixty(() => ({ isInGroup: true })))).toEqual(['OTHERS_EMPTY']);
    const sameAsLevel = sixty(() => ({})).map((one) => ({ ...one, isInGroup: one.levelOfRequirements === 3 }));
    expect(codes(sameAsLevel)).toEqual(['GROUP_NOT_SEPARABLE']);
    const alike = Array.from({ length: 60 }, (_, index) => anEmployee({ isInGroup: index % 2 === 0, age: 20 + index }));
    expect(codes(alike)).toEqual(['PAY_DOES_NOT_VARY']);
  });
});

describe('the level of an effect', () => {
  it.each([
    [-0.0259999, 25, 2],
    [-0.026, 26, 3],
    [0.0509999, 50, 3],
    [-0.051, 51, 4],
  ])('of %d is floored to %i per mille: level %i', (kennedy, perMille, level) => {
    expect([effectPerMille(kennedy), analysisLevel(0.049, kennedy)]).toEqual([perMille, level]);
  });

  it('is 1 where it is not significant: 5 % itself is not', () => {
    expect([analysisLevel(0.05, -0.2), analysisLevel(0.0499, -0.2)]).toEqual([1, 4]);
  });

  it('follows Kennedy: exp(δ − se²/2) − 1', () => {
    expectAlike(kennedyEffect(-0.1, 0.02), Math.exp(-0.1 - 0.0002) - 1);
  });
});

describe('clientRegression', () => {
  const clientsAmong = (clients: number, all = 60) => {
    const outcome = clientRegression(sixty((index) => ({ isInGroup: index % 12 < 1 || index % 12 === 5 })).slice(0, all).map((one, index) => ({ ...one, isInGroup: index < clients }))); // prettier-ignore
    return outcome.ok ? 'DONE' : outcome.refusals.map(({ code }) => code).join();
  };

  it.each([
    [4, 60, 'TOO_FEW_CLIENTS'],
    [5, 60, 'DONE'],
    [30, 60, 'DONE'],
    [31, 60, 'TOO_FEW_OTHERS'],
    [10, 49, 'TOO_FEW_ROWS'],
  ])('with %i clients of %i employees: %s', (clients, all, expected) => {
    expect(clientsAmong(clients, all)).toBe(expected);
  });

  it('needs 30 degrees of freedom', () => {
    const many = sixty((index) => ({ isInGroup: index % 7 === 0, shift: `S${index % 29}` }));
    const outcome = clientRegression(many);
    expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'TOO_FEW_DEGREES_OF_FREEDOM' }] });
  });

  it('enters the family one-sided: half of p when clients have less, the rest when they have more', () => {
    for (const factor of [0.9, 1.1]) {
      const employees = sixty((index) => ({ isInGroup: index % 5 === 0 })).map((one) =>
        one.isInGroup ? { ...one, basicWage: one.basicWage * factor } : one,
      );
      const outcome = clientRegression(employees);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
      const { analysis, pAdverse } = outcome.value;
      expectAlike(pAdverse, factor < 1 ? analysis.pTwoSided / 2 : 1 - analysis.pTwoSided / 2);
      expect(outcome.value.isFinding).toBe(factor < 1);
    }
  });
});
