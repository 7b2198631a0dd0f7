import { leastMonthlyPayFen, reachesMinimumWage } from './minimum-wage';
import { busyHours, mayAddPlacement, overlaps } from './overlap';
import { endPlacement, statusOnDay, undoEnd } from './placement-end';
import { contractMonths, maxProbationMonths, probationEndOn, probationMonthsUntil } from './probation';

const row = { monthlyFen: 197_000, hourlyFen: 2_000 };

describe('leastMonthlyPayFen', () => {
  it.each([
    [40, 197_000],
    [44, 197_000],
    [30, 197_000],
    [25, 197_000],
    [24, 208_000],
    [20, 173_334],
    [12, 104_000],
  ])('%i hours a week earn at least %i fen a month', (hours, fen) => {
    expect(leastMonthlyPayFen(hours, row)).toBe(fen);
    expect(reachesMinimumWage(fen, hours, row)).toBe(true);
    expect(reachesMinimumWage(fen - 1, hours, row)).toBe(false);
  });
});

describe('probation', () => {
  it.each([
    ['2026-03-02', null, 0],
    ['2026-03-02', '2026-04-01', 1],
    ['2026-03-02', '2026-04-02', 2],
    ['2026-03-02', '2026-05-01', 2],
    ['2026-01-31', '2026-02-27', 1],
  ])('from %s until %s lasts %i months, a part of one as a whole', (hireDate, lastDay, months) => {
    expect(probationMonthsUntil(hireDate, lastDay)).toBe(months);
  });

  it.each([
    ['2026-01-01', '2026-12-31', 12],
    ['2026-01-01', '2026-12-30', 11],
    ['2026-01-31', '2026-02-27', 1],
    ['2026-01-01', '2026-03-31', 3],
    ['2026-01-01', '2026-01-01', 0],
  ])('a contract from %s to %s has %i months', (from, to, months) => expect(contractMonths(from, to)).toBe(months));

  it.each([
    ['2026-03-30', 0],
    ['2026-03-31', 1],
    ['2026-12-30', 1],
    ['2026-12-31', 2],
    ['2028-12-30', 2],
    ['2028-12-31', 6],
    [null, 6],
  ])('a contract from 2026-01-01 to %s allows %i months', (to, months) => {
    expect(maxProbationMonths('2026-01-01', to, 40)).toBe(months);
  });

  it('is not allowed in part-time work', () => {
    expect(maxProbationMonths('2026-01-01', null, 24)).toBe(0);
    expect(maxProbationMonths('2026-01-01', null, 25)).toBe(6);
  });

  it('ends on the eve of the day its months are over', () => {
    expect(probationEndOn('2026-07-20', 2)).toBe('2026-09-19');
    expect(probationEndOn('2026-07-20', 0)).toBeNull();
  });
});

describe('mayAddPlacement', () => {
  const work = (from: string, to: string | null, weeklyHours: number) => ({ from, to, weeklyHours });
  const codesOf = (...parameters: Parameters<typeof mayAddPlacement>) => {
    const outcome = mayAddPlacement(...parameters);
    return outcome.ok ? [] : outcome.refusals.map((one) => one.code);
  };

  it('sees two periods overlap on a single shared day', () => {
    expect(overlaps(work('2026-01-01', '2026-06-30', 1), work('2026-06-30', null, 1))).toBe(true);
    expect(overlaps(work('2026-01-01', '2026-06-30', 1), work('2026-07-01', null, 1))).toBe(false);
    expect(overlaps(work('2026-07-01', null, 1), work('2026-01-01', '2026-06-30', 1))).toBe(false);
  });

  it('counts the busiest day of the period only', () => {
    const existing = [work('2026-01-01', '2026-03-31', 10), work('2026-04-01', '2026-06-30', 12)];
    expect(busyHours(work('2026-02-01', null, 1), existing)).toBe(12);
    expect(busyHours(work('2026-07-01', null, 1), existing)).toBe(0);
  });

  it('never lets two full-time placements overlap', () => {
    expect(codesOf(work('2026-07-01', null, 25), [work('2026-01-01', null, 25)], 60)).toEqual(['FULL_TIME_OVERLAP']);
    expect(codesOf(work('2026-07-01', null, 24), [work('2026-01-01', null, 25)], 60)).toEqual([]);
  });

  it('holds the sum within the hours available', () => {
    expect(codesOf(work('2026-07-01', null, 20), [work('2026-01-01', null, 20)], 40)).toEqual([]);
    expect(codesOf(work('2026-07-01', null, 21), [work('2026-01-01', null, 20)], 40)).toEqual(['HOURS_NOT_LEFT']);
  });
});

describe('endPlacement', () => {
  const facts = { status: 'ACTIVE', hireDate: '2026-06-01', endedOn: '2026-07-07', today: '2026-07-08' } as const;

  it.each(['PROBATION', 'ACTIVE', 'PAUSED'] as const)('ends work that is %s', (status) =>
    expect(endPlacement({ ...facts, status })).toEqual({ ok: true, value: { status: 'ENDED' } }),
  );

  it('cancels work that never began', () => {
    expect(endPlacement({ ...facts, status: 'PLANNED' })).toEqual({ ok: true, value: { status: 'CANCELLED' } });
  });

  it.each(['ENDED', 'CANCELLED'] as const)('refuses a second end of one that is %s', (status) =>
    expect(endPlacement({ ...facts, status })).toMatchObject({ refusals: [{ code: 'WRONG_STATE' }] }),
  );

  it('refuses an end before the start or after today', () => {
    expect(endPlacement({ ...facts, endedOn: '2026-05-31' })).toMatchObject({
      refusals: [{ code: 'END_BEFORE_START', field: ['endedOn'] }],
    });
    expect(endPlacement({ ...facts, endedOn: '2026-07-09' })).toMatchObject({ refusals: [{ code: 'END_IN_FUTURE' }] });
  });
});

describe('undoEnd', () => {
  const facts = {
    status: 'ENDED',
    statusBeforeEnd: 'PROBATION',
    endRecordedOn: '2026-07-01',
    isSlotFree: true,
    today: '2026-07-08',
  } as const;

  it('returns to the state before within seven days', () => {
    expect(undoEnd(facts)).toEqual({ ok: true, value: { status: 'PROBATION' } });
  });

  it.each([
    ['on the eighth day', { today: '2026-07-09' }, 'TOO_LATE'],
    ['when the slot is taken', { isSlotFree: false }, 'SLOT_TAKEN'],
    ['of work that has not ended', { status: 'PAUSED', statusBeforeEnd: 'ACTIVE' }, 'WRONG_STATE'],
    ['to a plan', { statusBeforeEnd: 'PLANNED' }, 'WRONG_STATE'],
  ] as const)('refuses %s', (_, changes, code) => {
    expect(undoEnd({ ...facts, ...changes })).toMatchObject({ ok: false, refusals: [{ code }] });
  });
});

describe('statusOnDay', () => {
  it('follows the calendar from plan to probation to work', () => {
    expect(statusOnDay('2026-07-20', '2026-09-19', '2026-07-19')).toBe('PLANNED');
    expect(statusOnDay('2026-07-20', '2026-09-19', '2026-07-20')).toBe('PROBATION');
    expect(statusOnDay('2026-07-20', '2026-09-19', '2026-09-19')).toBe('PROBATION');
    expect(statusOnDay('2026-07-20', '2026-09-19', '2026-09-20')).toBe('ACTIVE');
  });
});
