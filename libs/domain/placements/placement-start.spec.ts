import { movedStart, type StartFacts } from './placement-start';

const facts = (changes: Partial<StartFacts> = {}): StartFacts => ({
  status: 'PLANNED',
  hireDate: '2026-11-02',
  contractTo: '2027-11-01',
  probationEndOn: '2026-12-01',
  agreementTo: '2026-12-31',
  today: '2026-10-14',
  ...changes,
});
const codes = (hireDate: string, changes: Partial<StartFacts> = {}) => {
  const outcome = movedStart(facts(changes), hireDate);
  return outcome.ok ? 'OK' : outcome.refusals.map(({ code }) => code).join();
};

describe('movedStart', () => {
  it('moves the first day and the end of probation by as much', () => {
    expect(movedStart(facts(), '2026-11-09')).toEqual({
      ok: true,
      value: { hireDate: '2026-11-09', probationEndOn: '2026-12-08' },
    });
  });

  it.each([
    ['2026-10-14', 'OK'],
    ['2026-10-13', 'START_IN_PAST'],
    ['2026-12-31', 'OK'],
    ['2027-01-01', 'START_AFTER_AGREEMENT'],
    ['2026-11-02', 'START_UNCHANGED'],
    ['2026-11-31', 'NOT_A_DATE'],
  ])('to %s is %s', (hireDate, expected) => {
    expect(codes(hireDate)).toBe(expected);
  });

  it('does not pass the end of the contract', () => {
    expect(codes('2026-11-10', { contractTo: '2026-11-10' })).toBe('OK');
    expect(codes('2026-11-11', { contractTo: '2026-11-10' })).toBe('START_AFTER_CONTRACT');
  });

  it.each(['PROBATION', 'ACTIVE', 'PAUSED', 'ENDED', 'CANCELLED'] as const)('is refused in the state %s', (status) => {
    expect(codes('2026-11-09', { status })).toBe('WRONG_STATE');
  });
});
