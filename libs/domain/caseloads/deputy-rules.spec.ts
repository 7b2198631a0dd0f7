import { addDays } from '../common/day';
import { checkedDeputy, DEPUTY_AHEAD_DAYS, LONGEST_DEPUTY_DAYS } from './deputy-rules';

const TODAY = '2026-11-30';
const wanted = (fromOn: string, toOn: string, deputy = 'wang') => ({
  caseworker: { personId: 'li' },
  deputy: { personId: deputy },
  fromOn,
  toOn,
});
const codes = (given: ReturnType<typeof wanted>): string[] => {
  const outcome = checkedDeputy(given, TODAY);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
};

describe('checkedDeputy', () => {
  it.each([
    ['for today alone', wanted(TODAY, TODAY)],
    ['for the longest time', wanted(TODAY, addDays(TODAY, LONGEST_DEPUTY_DAYS - 1))],
    ['as far ahead as may be', wanted(addDays(TODAY, DEPUTY_AHEAD_DAYS), addDays(TODAY, DEPUTY_AHEAD_DAYS))],
  ])('names a deputy %s', (_, given) => {
    expect(codes(given)).toEqual([]);
  });

  it.each([
    ['SAME_PERSON', wanted(TODAY, TODAY, 'li')],
    ['START_IN_PAST', wanted(addDays(TODAY, -1), TODAY)],
    ['TOO_FAR_AHEAD', wanted(addDays(TODAY, DEPUTY_AHEAD_DAYS + 1), addDays(TODAY, DEPUTY_AHEAD_DAYS + 1))],
    ['LAST_BEFORE_FIRST', wanted(addDays(TODAY, 1), TODAY)],
    ['DEPUTY_TOO_LONG', wanted(TODAY, addDays(TODAY, LONGEST_DEPUTY_DAYS))],
    ['OUT_OF_RANGE', wanted('2026-02-30', TODAY)],
  ])('refuses %s', (code, given) => {
    expect(codes(given)).toEqual([code]);
  });
});
