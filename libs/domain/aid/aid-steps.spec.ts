import { mayBecome, pairsOf } from '../common/lifecycle';
import { AID_LIFECYCLE, AID_STATES } from './aid-lifecycle';
import { checkedLook, checkedOpen, checkedStep, isLookDue, turnOf } from './aid-steps';

const ALLOWED = new Set([
  'NOTED > REFERRED',
  'NOTED > WITHDRAWN',
  'REFERRED > GRANTED',
  'REFERRED > NOT_GRANTED',
  'REFERRED > WITHDRAWN',
  'NOT_GRANTED > REFERRED',
]);

const codes = (outcome: ReturnType<typeof checkedLook>): readonly string[] =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

describe('an aid request', () => {
  it.each(pairsOf(AID_LIFECYCLE))('from %s to %s goes only where the table says so', (from, to) => {
    expect(mayBecome(AID_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
    expect(checkedStep(from, to).ok).toBe(ALLOWED.has(`${from} > ${to}`));
  });

  it.each(AID_STATES.map((status) => [status, status === 'NOTED' || status === 'REFERRED'] as const))(
    'that is %s is looked at again: %s',
    (status, isOpen) => expect(checkedOpen(status).ok).toBe(isOpen),
  );

  it.each([
    ['NOTED', '2026-12-31', 'CASEWORKER'],
    ['REFERRED', '2026-12-02', 'OFFICE'],
    ['REFERRED', '2026-12-01', 'CASEWORKER'],
    ['REFERRED', '2026-11-30', 'CASEWORKER'],
    ['GRANTED', null, 'NOBODY'],
    ['NOT_GRANTED', null, 'NOBODY'],
    ['WITHDRAWN', null, 'NOBODY'],
  ] as const)('that is %s with a look on %s waits for %s on 1 December', (status, nextLookOn, turn) => {
    expect(turnOf({ status, nextLookOn }, '2026-12-01')).toBe(turn);
  });

  it('is due on the day of its look and after it, never before', () => {
    const due = (nextLookOn: string | null): boolean => isLookDue({ nextLookOn }, '2026-12-01');
    expect([due('2026-11-30'), due('2026-12-01'), due('2026-12-02'), due(null)]).toEqual([true, true, false, false]);
  });

  it.each([
    ['2026-11-30', ['DAY_IN_PAST']],
    ['2026-12-01', []],
    ['2027-06-01', []],
    ['2027-06-02', ['LOOK_TOO_FAR']],
  ])('is looked at next on %s: %j', (day, expected) => {
    expect(codes(checkedLook(day, '2026-12-01', ['nextLookOn']))).toEqual(expected);
  });
});
