import { mayBecome, pairsOf } from '../common/lifecycle';
import { MEMBERSHIP_LIFECYCLE } from './membership-lifecycle';

const ALLOWED = new Set(['PENDING > ACTIVE', 'PENDING > ENDED', 'ACTIVE > ENDED']);

describe('a membership', () => {
  it('has a table for every step of the specification', () => {
    const inTable = pairsOf(MEMBERSHIP_LIFECYCLE).filter(([from, to]) => mayBecome(MEMBERSHIP_LIFECYCLE, from, to));
    expect(new Set(inTable.map(([from, to]) => `${from} > ${to}`))).toEqual(ALLOWED);
  });

  it.each(pairsOf(MEMBERSHIP_LIFECYCLE))('from %s to %s goes only where the specification says', (from, to) => {
    expect(mayBecome(MEMBERSHIP_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
