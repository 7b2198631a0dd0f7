import { mayBecome, pairsOf } from '../common/lifecycle';
import { checkedNote, LONGEST_NOTE, nextContactOf, PAIRING_LIFECYCLE } from './pairing';

const TODAY = '2026-12-01';
const codes = (text: string | null, nextContactOn: string | null): string[] => {
  const outcome = checkedNote({ text, nextContactOn }, TODAY);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
};
const note = (on: string, nextContactOn: string | null) => ({
  writtenAt: new Date(`${on}T04:00:00Z`),
  nextContactOn,
});

describe('a pairing', () => {
  it.each(pairsOf(PAIRING_LIFECYCLE))('from %s to %s is ended once', (from, to) => {
    expect(mayBecome(PAIRING_LIFECYCLE, from, to)).toBe(from === 'ACTIVE' && to === 'ENDED');
  });
});

describe('a mentor’s note', () => {
  it.each([
    ['说好周六一起去看车间', null, []],
    [null, '2026-12-01', []],
    [null, '2027-06-01', []],
    ['  ', null, ['NOTE_OR_DAY_REQUIRED']],
    [null, null, ['NOTE_OR_DAY_REQUIRED']],
    ['字'.repeat(LONGEST_NOTE), null, []],
    ['字'.repeat(LONGEST_NOTE + 1), null, ['TOO_LONG']],
    [null, '2026-11-30', ['DAY_IN_PAST']],
    [null, '2027-06-02', ['LOOK_TOO_FAR']],
  ] as const)('%j with the next contact on %j: %j', (text, day, expected) => {
    expect(codes(text, day)).toEqual(expected);
  });

  it('is kept without outer blanks, and without a text where there is none', () => {
    expect(checkedNote({ text: ' 通过电话 ', nextContactOn: null }, TODAY)).toMatchObject({
      value: { text: '通过电话' },
    });
    expect(checkedNote({ text: ' ', nextContactOn: TODAY }, TODAY)).toMatchObject({ value: { text: null } });
  });
});

describe('the next contact', () => {
  it('is the last day that was named', () => {
    expect(nextContactOf([note('2026-12-01', '2026-12-08'), note('2026-11-20', '2026-12-01')])).toBe('2026-12-08');
    expect(nextContactOf([])).toBeNull();
    expect(nextContactOf([note('2026-12-01', null)])).toBeNull();
  });

  it('stays while something is noted before it, and is over once something is noted on its day', () => {
    expect(nextContactOf([note('2026-12-07', null), note('2026-12-01', '2026-12-08')])).toBe('2026-12-08');
    expect(nextContactOf([note('2026-12-08', null), note('2026-12-01', '2026-12-08')])).toBeNull();
  });
});
