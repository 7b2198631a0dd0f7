import fc from 'fast-check';
import { calendar2026 } from '../calendar/calendar-2026.fixture';
import { availabilityOf, CARD_CODE_ALPHABET, cardCodeFrom, commuteBandOf } from './blind-card';
import { hasLapsed, type LapseFacts } from './referral-lapse';

describe('cardCodeFrom', () => {
  it('makes four characters that nobody mistakes for others', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        fc.pre(bytes.filter((byte) => byte < 252).length >= 4);
        expect(cardCodeFrom(bytes)).toMatch(/^[2-9B-HJKMNP-TV-Z]{4}$/);
      }),
    );
    expect(CARD_CODE_ALPHABET).not.toMatch(/[01AEILOU]/);
  });

  it('skips bytes that would favour some characters', () => {
    expect(cardCodeFrom([252, 255, 0, 27, 28, 251])).toBe('2Z2Z');
  });

  it('throws on too few bytes, since that is a bug', () => expect(() => cardCodeFrom([1, 2, 3])).toThrow());
});

describe('commuteBandOf', () => {
  it.each([
    [0, 'NEAR'],
    [20, 'NEAR'],
    [21, 'MIDDLE'],
    [40, 'MIDDLE'],
    [41, 'FAR'],
    [null, 'FAR'],
  ])('%s minutes is %s', (minutes, band) => expect(commuteBandOf(minutes)).toBe(band));
});

describe('availabilityOf', () => {
  it.each([
    [null, 'NOW'],
    ['2026-07-08', 'NOW'],
    ['2026-07-09', 'TWO_WEEKS'],
    ['2026-07-22', 'TWO_WEEKS'],
    ['2026-07-23', 'ONE_MONTH'],
    ['2026-08-08', 'ONE_MONTH'],
    ['2026-08-09', 'LATER'],
  ])('from %s on is %s', (from, band) => expect(availabilityOf(from, '2026-07-08')).toBe(band));
});

describe('hasLapsed', () => {
  const calendar = calendar2026();
  const facts = (changes: Partial<LapseFacts>): LapseFacts => ({
    status: 'SENT',
    answerDueOn: '2026-07-08',
    respondBy: '2026-07-08',
    invitedFor: new Date('2026-07-01T06:00:00Z'),
    slotHeldUntil: new Date('2026-07-08T02:00:00Z'),
    ...changes,
  });

  it.each(['PROPOSED', 'CONSENTED', 'SENT', 'VIEWED', 'INVITED', 'INTERVIEW'] as const)(
    'lapses a referral that is %s when its last day is over, not on it',
    (status) => {
      expect(hasLapsed(facts({ status }), new Date('2026-07-08T15:59:59Z'), calendar)).toBe(false);
      expect(hasLapsed(facts({ status }), new Date('2026-07-08T16:00:00Z'), calendar)).toBe(true);
    },
  );

  it('lapses an offer at the instant its hold ends', () => {
    expect(hasLapsed(facts({ status: 'OFFERED' }), new Date('2026-07-08T01:59:59Z'), calendar)).toBe(false);
    expect(hasLapsed(facts({ status: 'OFFERED' }), new Date('2026-07-08T02:00:00Z'), calendar)).toBe(true);
  });

  it.each(['ACCEPTED', 'POOLED', 'DECLINED_BY_CLIENT'] as const)('leaves %s alone', (status) => {
    expect(hasLapsed(facts({ status }), new Date('2027-01-01T00:00:00Z'), calendar)).toBe(false);
  });

  it.each(['PROPOSED', 'SENT', 'INVITED', 'OFFERED'] as const)('leaves %s alone while it has no last day', (status) => {
    const open = facts({ status, answerDueOn: null, respondBy: null, invitedFor: null, slotHeldUntil: null });
    expect(hasLapsed(open, new Date('2027-01-01T00:00:00Z'), calendar)).toBe(false);
  });
});
