import { calendar2026 } from '../calendar/calendar-2026.fixture';
import { overtimeHoursRule, overtimePayRule } from './overtime-rules';
import { delaySeverity, latePaymentRule, partTimeCycleRule } from './pay-day-rules';
import { aContract, aLine } from './pay-check.fixture';
import type { InsuranceKind, PayContract, PayrollLine } from './payroll-line';
import { noContractRule, socialInsuranceRule } from './registration-rules';

describe('OVERTIME_PAY', () => {
  const ep09 = { otMinutes: { WEEKDAY: 600, REST_DAY: 480, HOLIDAY: 480 }, otPayFen: 60_000 };
  const rule = (line: Partial<PayrollLine>, contract: Partial<PayContract> = {}) => {
    const answer = overtimePayRule(aLine({ ...ep09, ...line }), aContract({ otBaseMonthlyFen: 261_000, ...contract }));
    return { status: answer.status, severity: answer.severity, ...answer.figures };
  };

  it('EP09: 2610/174 = 15 yuan an hour, 225 + 240 + 360 = 825 due, 600 paid, 225 short', () => {
    expect(rule({})).toEqual({
      status: 'FAIL',
      severity: 'MAJOR',
      requiredFen: 82_500,
      paidFen: 60_000,
      shortfallFen: 22_500,
      hourlyBase: '15.0000',
    });
  });

  it('forgives one yuan and no fen more', () => {
    expect(rule({ otPayFen: 82_400 })).toMatchObject({ status: 'PASS', shortfallFen: 0 });
    expect(rule({ otPayFen: 82_399 })).toMatchObject({ status: 'FAIL', shortfallFen: 101 });
  });

  it('rounds the sum half up, not the hours', () => {
    expect(rule({ otMinutes: { WEEKDAY: 1 } }, { otBaseMonthlyFen: 200_000 })).toMatchObject({
      requiredFen: 29,
      hourlyBase: '11.4943',
    });
  });

  it('takes time off for work on a rest day off its hours, and no more than them', () => {
    expect(rule({ compensatedRestDayMinutes: 480 }).requiredFen).toBe(58_500);
    expect(rule({ compensatedRestDayMinutes: 999 }).requiredFen).toBe(58_500);
  });

  it('under the comprehensive hours system counts only holidays, and the excess of the period by half as much again', () => {
    const comprehensive = { hoursSystem: 'COMPREHENSIVE' } as const;
    expect(rule(comprehensive, { comprehensivePeriodExcessMinutes: 120 }).requiredFen).toBe(36_000 + 4_500);
    expect(rule(comprehensive).status).toBe('INSUFFICIENT');
  });

  it('does not concern flexible hours or part-time work', () => {
    expect(rule({ hoursSystem: 'FLEXIBLE' }).status).toBe('NOT_APPLICABLE');
    expect(rule({ employmentType: 'PART_TIME' }).status).toBe('NOT_APPLICABLE');
  });

  it('passes without overtime even where nothing else is known', () => {
    expect(rule({ otMinutes: {}, otPayFen: null }, { otBaseMonthlyFen: null })).toMatchObject({
      status: 'PASS',
      requiredFen: 0,
      hourlyBase: null,
    });
  });

  it.each<[string, Partial<PayrollLine>, Partial<PayContract>]>([
    ['minutes', { otMinutes: null }, {}],
    ['what was paid', { otPayFen: null }, {}],
    ['its base', {}, { otBaseMonthlyFen: null }],
  ])('is INSUFFICIENT without %s', (_, line, contract) => {
    expect(rule(line, contract)).toMatchObject({ status: 'INSUFFICIENT', shortfallFen: 0 });
  });
});

describe('OVERTIME_HOURS', () => {
  const rule = (line: Partial<PayrollLine>) => {
    const { status, severity, figures } = overtimeHoursRule(aLine(line));
    return [status, severity, figures.totalMinutes, figures.capMinutes];
  };

  it('EP09: 36 hours pass, a minute more and 40 hours do not', () => {
    expect(rule({ otMinutes: { WEEKDAY: 1_200, REST_DAY: 480, HOLIDAY: 480 } })).toEqual(['PASS', null, 2_160, 2_160]);
    expect(rule({ otMinutes: { WEEKDAY: 2_161 } })).toEqual(['FAIL', 'MODERATE', 2_161, 2_160]);
    expect(rule({ otMinutes: { HOLIDAY: 2_400 } })[0]).toBe('FAIL');
  });

  it('leaves out what was given back as time off', () => {
    expect(rule({ otMinutes: { WEEKDAY: 2_160, REST_DAY: 480 }, compensatedRestDayMinutes: 480 })[0]).toBe('PASS');
  });

  it('is INSUFFICIENT without minutes and does not concern flexible hours', () => {
    expect(rule({ otMinutes: null })[0]).toBe('INSUFFICIENT');
    expect(rule({ otMinutes: { WEEKDAY: 9_999 }, hoursSystem: 'FLEXIBLE' })[0]).toBe('NOT_APPLICABLE');
  });
});

describe('LATE_PAYMENT', () => {
  const rule = (agreedPayDate: string | null, actualPayDate: string | null, asOf: string | null = null) => {
    const answer = latePaymentRule(aLine({ agreedPayDate, actualPayDate }), calendar2026(), asOf);
    return { status: answer.status, severity: answer.severity, ...answer.figures };
  };

  it('EP10: agreed for 15 February 2026, in the Spring Festival, is due on the make-up Saturday before', () => {
    expect(rule('2026-02-15', '2026-02-24')).toEqual({
      status: 'FAIL',
      severity: 'MAJOR',
      dueDate: '2026-02-14',
      daysLate: 10,
      stillUnpaid: false,
    });
    expect(rule('2026-02-15', '2026-02-14')).toMatchObject({ status: 'PASS', daysLate: 0 });
  });

  it.each([
    ['2026-05-15', 'PASS', null, 0],
    ['2026-05-16', 'FAIL', 'MODERATE', 1],
    ['2026-05-22', 'FAIL', 'MODERATE', 7],
    ['2026-05-23', 'FAIL', 'MAJOR', 8],
    ['2026-06-14', 'FAIL', 'MAJOR', 30],
    ['2026-06-15', 'FAIL', 'CRITICAL', 31],
    ['2026-05-12', 'PASS', null, 0],
  ])('due on 15 May and paid on %s is %s %s', (paidOn, status, severity, daysLate) => {
    expect(rule('2026-05-15', paidOn)).toMatchObject({ status, severity, daysLate });
  });

  it('counts to the day of the check what is not paid yet', () => {
    expect(rule('2026-05-15', null, '2026-05-25')).toMatchObject({ status: 'FAIL', daysLate: 10, stillUnpaid: true });
    expect(rule('2026-05-15', null, '2026-05-15')).toMatchObject({ status: 'PASS', daysLate: 0 });
  });

  it('is INSUFFICIENT without an agreed day, and without payment where nothing says which day it is', () => {
    expect(rule(null, '2026-05-15')).toMatchObject({ status: 'INSUFFICIENT', dueDate: null });
    expect(rule('2026-05-15', null)).toMatchObject({ status: 'INSUFFICIENT', dueDate: '2026-05-15', daysLate: null });
  });

  it('grades by days', () => expect([7, 8, 30, 31].map(delaySeverity)).toEqual(['MODERATE', 'MAJOR', 'MAJOR', 'CRITICAL'])); // prettier-ignore
});

describe('PART_TIME_CYCLE', () => {
  const rule = (payCycleDays: number | null, employmentType: PayrollLine['employmentType'] = 'PART_TIME') =>
    partTimeCycleRule(aLine({ employmentType: employmentType ?? null }), aContract({ payCycleDays })).status;

  it('passes at 15 days, fails at 16, and concerns part-time work only', () => {
    expect([rule(15), rule(16), rule(null), rule(30, 'FULL_TIME'), rule(30, 'DISPATCH')]).toEqual([
      'PASS',
      'FAIL',
      'INSUFFICIENT',
      'NOT_APPLICABLE',
      'NOT_APPLICABLE',
    ]);
  });
});

describe('NO_CONTRACT', () => {
  const rule = (period: string, hireDate: string | null, signedOn: string | null, line: Partial<PayrollLine> = {}) => {
    const { status, figures } = noContractRule(aLine(line), aContract({ hireDate, signedOn }), period);
    return [status, figures.contractDue, figures.notYetDue];
  };

  it('passes in the first month after the start and fails when it is over', () => {
    expect(rule('2026-03', '2026-03-02', null)).toEqual(['PASS', '2026-04-02', true]);
    expect(rule('2026-04', '2026-03-02', null)).toEqual(['FAIL', '2026-04-02', false]);
    expect(rule('2026-04', '2026-03-30', null)).toEqual(['PASS', '2026-04-30', true]);
    expect(rule('2026-04', '2026-03-29', null)[0]).toBe('FAIL');
  });

  it('passes with a contract that was signed in time, and from the month after a late one', () => {
    expect(rule('2026-04', '2026-03-02', '2026-04-02')[0]).toBe('PASS');
    expect(rule('2026-04', '2026-03-02', '2026-04-03')[0]).toBe('PASS');
    expect(rule('2026-04', '2026-03-02', '2026-04-04')[0]).toBe('FAIL');
    expect(rule('2026-05', '2026-03-02', '2026-05-01')[0]).toBe('PASS');
    expect(rule('2026-05', '2026-03-02', '2026-05-02')[0]).toBe('FAIL');
    expect(rule('2026-06', '2026-03-02', '2026-05-02')[0]).toBe('PASS');
  });

  it('is INSUFFICIENT where start or signature are not known; part-time work may be agreed by word of mouth', () => {
    expect(rule('2026-04', null, null)[0]).toBe('INSUFFICIENT');
    expect(noContractRule(aLine(), { hireDate: '2026-03-02' }, '2026-04').status).toBe('INSUFFICIENT');
    expect(noContractRule(aLine(), null, '2026-04').status).toBe('INSUFFICIENT');
    expect(rule('2026-04', '2026-03-02', null, { employmentType: 'PART_TIME' })[0]).toBe('NOT_APPLICABLE');
  });
});

describe('SOCIAL_INSURANCE', () => {
  const enrolledIn = (...kinds: InsuranceKind[]) => Object.fromEntries(kinds.map((kind) => [kind, { enrolled: true }]));
  const ALL: InsuranceKind[] = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'INJURY'];
  const rule = (hireDate: string | null, line: Partial<PayrollLine>, period = '2026-04') => {
    const { status, severity, figures } = socialInsuranceRule(aLine(line), aContract({ hireDate }), period);
    return { status, severity, ...figures };
  };

  it('EP11: hired on 2 March without injury insurance by 30 April is critical', () => {
    expect(rule('2026-03-02', { socialIns: enrolledIn('PENSION', 'MEDICAL', 'UNEMPLOYMENT') })).toEqual({
      status: 'FAIL',
      severity: 'CRITICAL',
      missing: ['INJURY'],
      registrationDue: '2026-04-01',
      notYetDue: false,
    });
  });

  it('EP11: hired on 20 April it is not due before 20 May', () => {
    expect(rule('2026-04-20', { socialIns: {} })).toMatchObject({
      status: 'PASS',
      registrationDue: '2026-05-20',
      notYetDue: true,
    });
    expect(rule('2026-03-31', { socialIns: {} })).toMatchObject({ status: 'FAIL', registrationDue: '2026-04-30' });
    expect(rule('2026-04-01', { socialIns: {} })).toMatchObject({ status: 'PASS', registrationDue: '2026-05-01' });
  });

  it('is major where another kind is missing, declared as not enrolled included', () => {
    expect(rule('2026-03-02', { socialIns: { ...enrolledIn(...ALL), PENSION: { enrolled: false } } })).toMatchObject({
      status: 'FAIL',
      severity: 'MAJOR',
      missing: ['PENSION'],
    });
  });

  it('asks only injury insurance of part-time work, and all four kinds of dispatched work', () => {
    const injury = { socialIns: enrolledIn('INJURY') };
    expect(rule('2026-03-02', { ...injury, employmentType: 'PART_TIME' }).status).toBe('PASS');
    expect(rule('2026-03-02', { ...injury, employmentType: 'DISPATCH' }).missing).toEqual(ALL.slice(0, 3));
  });

  it('is INSUFFICIENT where nothing is known of it', () => {
    expect(rule('2026-03-02', { socialIns: null })).toMatchObject({ status: 'INSUFFICIENT', missing: null });
    expect(rule(null, { socialIns: {} }).status).toBe('INSUFFICIENT');
    expect(rule(null, {}).status).toBe('PASS');
  });
});
