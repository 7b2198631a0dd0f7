import { commandRunner, type CommandAnswer } from '#testing/command-runner';
import { WrongUsage } from './cli-result';
import { addPayCommands } from './pay.commands';

const { onContent: cli, onFile } = commandRunner(addPayCommands);

const LINE = {
  employmentType: 'FULL_TIME',
  payBasis: 'MONTHLY',
  jobCode: 'BELT',
  grade: 'G1',
  tenureMonths: 14,
  onProbation: false,
  baseFen: 188_000,
  otPayFen: 15_000,
  allowances: [
    { code: 'NIGHT', kind: 'SPECIAL_ENV', fen: 12_000 },
    { code: 'MEAL', kind: 'WELFARE', fen: 20_000 },
  ],
  scheduledDays: 21,
  unpaidLeaveDays: 0,
};
const FILE = {
  period: '2026-01',
  params: { minWageMonthlyFen: 197_000, minWageHourlyFen: 2_000, minWageExcludesEmployeeSi: false },
  line: LINE,
  comparators: Array.from({ length: 7 }, (_, index) => ({ ...LINE, ref: `E-${index}`, baseFen: 200_000 })),
};
const ruleOf = ({ answer }: CommandAnswer, code: string): unknown =>
  (answer['rules'] as { code: string }[]).find((rule) => rule.code === code);

describe('pay-check', () => {
  it('EP01: says that gross 2,350 counts 1,880 and is 90 short, with the comparison beside it', async () => {
    const result = await cli('pay-check', FILE);
    expect(result.exitCode).toBeUndefined();
    expect(ruleOf(result, 'MIN_WAGE')).toEqual({
      code: 'MIN_WAGE',
      status: 'FAIL',
      severity: 'CRITICAL',
      findingClass: 'STATUTORY',
      countedFen: 188_000,
      thresholdFen: 197_000,
      shortfallFen: 9_000,
    });
    expect(result.answer).toMatchObject({
      overall: 'VIOLATION',
      comparator: {
        m: 7,
        excluded: [],
        clientHourly: '10.8046',
        medianHourly: '11.4943',
        verdict: 'DISPARITY',
        gapPerMille: 60,
        gapExact: '0.060000',
        p: '1/8',
        strictlyLowest: true,
        spreadGuard: true,
        evidence: 'WEAK',
        displayableToCaseworker: true,
      },
    });
  });

  it('makes rules INSUFFICIENT where an input is missing, and computes nothing from two colleagues', async () => {
    const result = await cli('pay-check', { ...FILE, comparators: FILE.comparators.slice(0, 2) });
    expect(ruleOf(result, 'CONTRACT_WAGE')).toMatchObject({ status: 'INSUFFICIENT', severity: null });
    expect(result.answer['comparator']).toMatchObject({
      m: 2,
      verdict: 'INSUFFICIENT_COMPARATORS',
      clientHourly: null,
      medianHourly: null,
      p: null,
      gapPerMille: null,
    });
  });

  it('takes the figures of a period without enough colleagues as nothing, and no colleagues as too few', async () => {
    const { comparators: _left, ...alone } = FILE;
    const result = await cli('pay-check', { ...alone, previous: { gapPerMille: null, strictlyLowest: null } });
    expect(result.answer['comparator']).toMatchObject({ m: 0, verdict: 'INSUFFICIENT_COMPARATORS' });
  });

  it('calls evidence MODERATE where the period before said the same', async () => {
    const previous = { gapPerMille: 51, strictlyLowest: true };
    expect((await cli('pay-check', { ...FILE, previous })).answer['comparator']).toMatchObject({
      evidence: 'MODERATE',
    });
  });

  it('EP10: knows the working days, and a contract without a signature from one of which nothing is known', async () => {
    const line = { ...LINE, agreedPayDate: '2026-02-15', actualPayDate: '2026-02-24' };
    const signed = async (contract: object) =>
      ruleOf(await cli('pay-check', { ...FILE, period: '2026-06', line, contract }), 'NO_CONTRACT');
    expect(ruleOf(await cli('pay-check', { ...FILE, line }), 'LATE_PAYMENT')).toMatchObject({
      status: 'FAIL',
      dueDate: '2026-02-14',
      daysLate: 10,
      stillUnpaid: false,
    });
    expect(await signed({ hireDate: '2026-03-02', signedOn: null })).toMatchObject({ status: 'FAIL' });
    expect(await signed({ hireDate: '2026-03-02' })).toMatchObject({ status: 'INSUFFICIENT' });
  });

  it('EP12: writes the share of an allowance as a fraction', async () => {
    const others = Array.from({ length: 9 }, (_, index) => ({ ...LINE, ref: `E-${index}`, allowances: index === 0 ? [] : LINE.allowances })); // prettier-ignore
    const file = { ...FILE, line: { ...LINE, allowances: [] }, comparators: others };
    expect(ruleOf(await cli('pay-check', file), 'EQUAL_ALLOWANCE')).toMatchObject({
      allowance: 'MEAL',
      share: '8/9',
      medianFen: 20_000,
      clientFen: 0,
      status: 'FAIL',
    });
  });

  it.each<[string, unknown, object[]]>([
    ['no JSON', '{"period": ', [{ code: 'REQUIRED', field: [] }]],
    ['a list', [FILE], [{ code: 'NOT_AN_OBJECT', field: [] }]],
    ['no month', { ...FILE, period: '2026-13' }, [{ code: 'NOT_A_MONTH', field: ['period'] }]],
    [
      'negative pay',
      { ...FILE, line: { ...LINE, baseFen: -1 } },
      [{ code: 'OUT_OF_RANGE', field: ['line', 'baseFen'] }],
    ],
    [
      'a part of a fen',
      { ...FILE, line: { ...LINE, baseFen: 1.5 } },
      [{ code: 'NOT_A_WHOLE_NUMBER', field: ['line', 'baseFen'] }],
    ],
    [
      '32 hours a day',
      { ...FILE, line: { ...LINE, normalMinutes: 32 * 60 * 31 } },
      [{ code: 'OUT_OF_RANGE', field: ['line', 'normalMinutes'] }],
    ],
    [
      'a number as text',
      { ...FILE, line: { ...LINE, otMinutes: { WEEKDAY: '60' } } },
      [{ code: 'NOT_A_NUMBER', field: ['line', 'otMinutes', 'WEEKDAY'] }],
    ],
    [
      'more leave than days',
      { ...FILE, line: { ...LINE, unpaidLeaveDays: 20, sickLeaveDays: 1.5 } },
      [{ code: 'OUT_OF_RANGE', field: ['line', 'unpaidLeaveDays'] }],
    ],
    [
      'an unknown deduction',
      { ...FILE, line: { ...LINE, deductions: [{ code: 'OTHER', fen: 1 }] } },
      [{ code: 'NOT_ONE_OF', field: ['line', 'deductions', '0', 'code'] }],
    ],
    [
      'a colleague without pseudonym',
      { ...FILE, comparators: [LINE] },
      [{ code: 'REQUIRED', field: ['comparators', '0', 'ref'] }],
    ],
    [
      'a contract that ends before it starts, and no parameters',
      { ...FILE, params: undefined, contract: { start: '2026-02-01', end: '2026-01-01' } },
      [
        { code: 'REQUIRED', field: ['params'] },
        { code: 'OUT_OF_RANGE', field: ['contract', 'end'] },
      ],
    ],
    [
      'a day that does not exist',
      { ...FILE, contract: { signedOn: '2026-02-30' }, asOf: 'today' },
      [
        { code: 'NOT_A_DAY', field: ['contract', 'signedOn'] },
        { code: 'NOT_A_DAY', field: ['asOf'] },
      ],
    ],
  ])('refuses %s with exit code 1, the field and the code', async (_, content, errors) => {
    expect(await cli('pay-check', content)).toEqual({ answer: { checked: false, errors }, exitCode: 1 });
  });

  it('says that a file which cannot be read is wrong usage', async () => {
    await expect(onFile('pay-check', '/nowhere/none.json')).rejects.toThrow(WrongUsage);
  });
});
