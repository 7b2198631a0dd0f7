import { mayBecome, pairsOf } from '../common/lifecycle';
import { CONSENT_LIFECYCLE } from './consent-lifecycle';

const ALLOWED = new Set(['ACTIVE > REVOKED', 'ACTIVE > EXPIRED']);

describe('a consent', () => {
  it('has a table for every step of the specification', () => {
    const inTable = pairsOf(CONSENT_LIFECYCLE).filter(([from, to]) => mayBecome(CONSENT_LIFECYCLE, from, to));
    expect(new Set(inTable.map(([from, to]) => `${from} > ${to}`))).toEqual(ALLOWED);
  });

  it.each(pairsOf(CONSENT_LIFECYCLE))('from %s to %s goes only where the specification says', (from, to) => {
    expect(mayBecome(CONSENT_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
