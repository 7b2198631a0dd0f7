import { mayBecome, pairsOf } from '../common/lifecycle';
import { ERASURE_LIFECYCLE, erasureDueOn, legalHold } from './erasure-lifecycle';

const ALLOWED = new Set(['REQUESTED > CONFIRMED', 'REQUESTED > WITHDRAWN', 'CONFIRMED > ERASED']);

describe('the lifecycle of a wish to be erased', () => {
  it.each(pairsOf(ERASURE_LIFECYCLE))('from %s to %s is as the table says', (from, to) => {
    expect(mayBecome(ERASURE_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });

  it('has fifteen days', () => {
    expect(erasureDueOn('2026-03-01')).toBe('2026-03-16');
  });
});

describe('a legal hold', () => {
  it('is none without an open finding', () => {
    expect(legalHold([])).toBeNull();
  });

  it('is as old as the oldest finding', () => {
    expect(legalHold(['2026-03-02', '2026-02-28', '2026-03-01'])).toEqual({ openFindings: 3, since: '2026-02-28' });
  });
});
