import { mayBecome, pairsOf } from '../common/lifecycle';
import { LISTED_TERM } from '#testing/listed-term';
import {
  checkedSentence,
  closesAt,
  EXPLANATION,
  isOpenAt,
  OPENING_MINUTES,
  openingReviewLifecycle,
} from './file-opening';

const codes = (text: string): string[] => {
  const outcome = checkedSentence(text, ['explanation']);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
};

describe('checkedSentence', () => {
  it.each([
    ['', ['REQUIRED']],
    ['   ', ['REQUIRED']],
    ['字'.repeat(EXPLANATION.least - 1), ['TOO_SHORT']],
    ['字'.repeat(EXPLANATION.least), []],
    ['字'.repeat(EXPLANATION.most), []],
    ['字'.repeat(EXPLANATION.most + 1), ['TOO_LONG']],
    [`本人来问岗位${LISTED_TERM}`, ['BANNED_TERM']],
  ])('takes or refuses a sentence by its length and words (%#)', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe('isOpenAt', () => {
  const openedAt = new Date('2026-11-30T02:00:00Z');

  it.each([
    [OPENING_MINUTES * 60_000 - 1, true],
    [OPENING_MINUTES * 60_000, false],
  ])('after %i ms: %s', (ms, isOpen) => {
    expect(isOpenAt({ closesAt: closesAt(openedAt) }, new Date(openedAt.getTime() + ms))).toBe(isOpen);
  });
});

describe('openingReviewLifecycle', () => {
  const allowed = ['PENDING>JUSTIFIED', 'PENDING>NOT_JUSTIFIED'];

  it.each(pairsOf(openingReviewLifecycle))('%s to %s', (from, to) => {
    expect(mayBecome(openingReviewLifecycle, from, to)).toBe(allowed.includes(`${from}>${to}`));
  });
});
