import { mayRemindNow } from './remind-now';

const codes = (days: string[], today: string): string[] => {
  const outcome = mayRemindNow(days, today);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
};

describe('mayRemindNow', () => {
  it.each([
    ['never reminded', [], []],
    ['reminded yesterday', ['2026-10-13'], []],
    ['reminded today', ['2026-10-14'], ['REMINDED_TODAY']],
    ['twice in seven days', ['2026-10-08', '2026-10-12'], []],
    ['three times in seven days', ['2026-10-08', '2026-10-10', '2026-10-12'], ['REMINDED_OFTEN']],
    ['three times, one of them seven days ago', ['2026-10-07', '2026-10-10', '2026-10-12'], []],
  ])('%s', (_, days, expected) => {
    expect(codes(days, '2026-10-14')).toEqual(expected);
  });
});
