import path from 'node:path';
import { commandRunner } from '#testing/command-runner';
import { sharedData } from '#testing/shared-data';
import { WrongUsage } from './cli-result';
import { addPayCommands } from './pay.commands';

const { onContent: cli, onFile } = commandRunner(addPayCommands);

describe('pay-cohort', () => {
  it('counts labellings exactly and says the pooled gap in per cent', async () => {
    const strata = [{ key: 'BELT/1', clients: [16, 16.5], comparators: [18, 18, 18.5, 19, 20, 21] }];
    const { answer, exitCode } = await cli('pay-cohort', { strata });
    expect(exitCode).toBeUndefined();
    expect(answer).toMatchObject({
      permutations: 28,
      count: 1,
      p: '1/28',
      exceedsLimit: true,
      exact: true,
      seed: null,
    });
    expect(answer['pooledGapPct']).toBeCloseTo(14.76, 1);
  });

  it('leaves strata with one side out', async () => {
    const one = { key: 'A', clients: [9], comparators: [10] };
    const { answer } = await cli('pay-cohort', { strata: [one, { key: 'B', clients: [1], comparators: [] }] });
    expect(answer).toMatchObject({ permutations: 2, p: '1/2' });
    expect((answer['pooledGapPct'] as number).toFixed(6)).toBe('10.000000');
  });

  it('draws under the seed where there are too many', async () => {
    const pays = (from: number) => Array.from({ length: 12 }, (_, index) => from + index / 7);
    const file = { strata: [{ key: 'A', clients: pays(18), comparators: pays(18.5) }], seed: 77 };
    const { answer } = await cli('pay-cohort', file);
    expect(answer).toMatchObject({ permutations: 20_000, exact: false, seed: 77 });
    expect((await cli('pay-cohort', file)).answer).toEqual(answer);
  });

  it.each<[string, unknown, object]>([
    ['no strata', {}, { code: 'REQUIRED', field: ['strata'] }],
    ['pay of 0', { strata: [{ key: 'A', clients: [0], comparators: [1] }] }, { code: 'NOT_ABOVE_ZERO', field: ['strata', '0', 'clients', '0'] }], // prettier-ignore
    ['a text as pay', { strata: [{ key: 'A', clients: ['9'], comparators: [1] }] }, { code: 'NOT_A_NUMBER', field: ['strata', '0', 'clients', '0'] }], // prettier-ignore
    ['a key twice', { strata: [{ key: 'A', clients: [9], comparators: [1] }, { key: 'A', clients: [9], comparators: [1] }] }, { code: 'DUPLICATE_KEY', field: ['strata', '1', 'key'] }], // prettier-ignore
    ['a broken seed', { strata: [{ key: 'A', clients: [9], comparators: [1] }], seed: -1 }, { code: 'NOT_A_SEED', field: ['seed'] }], // prettier-ignore
    ['nothing to compare', { strata: [{ key: 'A', clients: [9], comparators: [] }] }, { code: 'NOTHING_TO_COMPARE', field: ['strata'] }], // prettier-ignore
  ])('refuses %s', async (_, content, error) => {
    expect(await cli('pay-cohort', content)).toEqual({ answer: { tested: false, errors: [error] }, exitCode: 1 });
  });
});

describe('adjust-p', () => {
  it('adjusts in the order given', async () => {
    expect((await cli('adjust-p', [0.01, 0.04, 0.03, 0.005])).answer).toEqual([0.02, 0.04, 0.04, 0.02]);
    expect((await cli('adjust-p', [])).answer).toEqual([]);
  });

  it.each<[string, unknown, object]>([
    ['a p above 1', [0.1, 1.1], { code: 'OUT_OF_RANGE', field: ['1'] }],
    ['a text', ['0.1'], { code: 'NOT_A_NUMBER', field: ['0'] }],
    ['a gap in the list', [0.1, null], { code: 'REQUIRED', field: ['1'] }],
    ['an object', {}, { code: 'NOT_A_LIST', field: [] }],
  ])('refuses %s', async (_, content, error) => {
    expect(await cli('adjust-p', content)).toEqual({ answer: { adjusted: false, errors: [error] }, exitCode: 1 });
  });
});

const HEAD =
  'age,sex,years_of_service,training,level_of_requirements,professional_position,activity_rate,paid_hours,basic_wage,allowances,monthly_wage_13,special_payments,weekly_hours,population';
const employee = (changes: Partial<Record<string, string | number>> = {}, index = 0): string => {
  const row: Record<string, string | number> = { age: 20 + ((index * 7) % 41), sex: index % 5 === 0 ? 'F' : 'M', years_of_service: (index * 5) % 13, training: 1 + (index % 8), level_of_requirements: 3 + ((index * 3) % 4), professional_position: 5, activity_rate: 100, paid_hours: 0, basic_wage: 4_000 + 25 * index + ((index * 37) % 11) * 20, allowances: '', monthly_wage_13: 0, special_payments: 0, weekly_hours: 40, population: 1, ...changes }; // prettier-ignore
  return HEAD.split(',').map((name) => row[name]).join(','); // prettier-ignore
};
const table = (...rows: string[]): string => [HEAD, ...rows].join('\n');
const sixty = Array.from({ length: 60 }, (_, index) => employee({}, index));

describe('pay-regression', () => {
  it('says that a file which cannot be read is wrong usage', async () => {
    await expect(onFile('pay-regression', '/nowhere/none.csv')).rejects.toThrow(WrongUsage);
  });

  it('analyses a table with its byte-order mark, leaving other populations out', async () => {
    const { answer, exitCode } = await cli(
      'pay-regression',
      `\uFEFF${table(...sixty, employee({ population: 2, age: '' }))}`,
    );
    expect(exitCode).toBeUndefined();
    expect(answer).toMatchObject({ n: 60, nGroup: 12, dropped: [] });
    expect(Object.keys(answer)).toEqual([
      'n',
      'nGroup',
      'dfResidual',
      'dropped',
      'rSquared',
      'groupCoefficient',
      'groupSe',
      'tZero',
      'pTwoSided',
      'kennedy',
      'level',
      'legacy',
    ]);
  });

  it.each<[string, string, object]>([
    [
      'too few people',
      table(...sixty.slice(0, 49)),
      { code: 'TOO_FEW_ROWS', field: [], detail: { rows: 49, least: 50 } },
    ],
    ['an age that is none', table(employee({ age: 'x' }), ...sixty), { code: 'NOT_A_NUMBER', field: ['2', 'age'] }],
    ['an age of 12', table(...sixty, employee({ age: 12 })), { code: 'OUT_OF_RANGE', field: ['62', 'age'] }],
    ['education 9', table(employee({ training: 9 }), ...sixty), { code: 'OUT_OF_RANGE', field: ['2', 'training'] }],
    ['a wage of 0', table(employee({ basic_wage: 0 }), ...sixty), { code: 'OUT_OF_RANGE', field: ['2', 'basic_wage'] }],
    ['no position', table(employee({ professional_position: '' }), ...sixty), { code: 'REQUIRED', field: ['2', 'professional_position'] }], // prettier-ignore
    ['another sex', table(employee({ sex: 'W' }), ...sixty), { code: 'NOT_ONE_OF', field: ['2', 'sex'] }],
    ['no working time', table(employee({ activity_rate: 0 }), ...sixty), { code: 'NO_WORKING_TIME', field: ['2', 'activity_rate'] }], // prettier-ignore
    ['a missing column', 'age,sex\n1,F', { code: 'COLUMN_MISSING', field: ['years_of_service'] }],
    ['a broken quote', 'age,"sex\n1', { code: 'NOT_A_TABLE', field: [] }],
  ])('refuses %s', async (_, content, error) => {
    const { answer, exitCode } = await cli('pay-regression', content);
    expect([answer['analysed'], (answer['errors'] as object[])[0], exitCode]).toEqual([false, error, 1]);
  });
});

const LOGIB = sharedData('logib');

if (LOGIB !== null) {
  describe('pay-regression on the official example', () => {
    it('says what the Swiss tool says', async () => {
      const { answer } = await onFile('pay-regression', path.join(LOGIB, 'datalist_example_raw.csv'));
      expect(answer).toMatchObject({
        n: 280,
        nGroup: 52,
        dfResidual: 267,
        dropped: ['professional_position3'],
        level: 3,
        legacy: { level: 2 },
      });
      expect(answer['groupCoefficient']).toBeCloseTo(-0.02646259506633, 12);
    });
  });
}
