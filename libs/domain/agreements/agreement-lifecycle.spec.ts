import { mayBecome, pairsOf } from '../common/lifecycle';
import { AGREEMENT_LIFECYCLE } from './agreement-lifecycle';

const ALLOWED = new Set([
  'DRAFT > SIGNED_BY_ENTERPRISE',
  'SIGNED_BY_ENTERPRISE > ACTIVE',
  'ACTIVE > EXPIRED',
  'ACTIVE > TERMINATED',
  'ACTIVE > SUSPENDED',
  'SUSPENDED > ACTIVE',
]);

describe('a cooperation agreement', () => {
  it('has a table for every step of the specification', () => {
    const inTable = pairsOf(AGREEMENT_LIFECYCLE).filter(([from, to]) => mayBecome(AGREEMENT_LIFECYCLE, from, to));
    expect(new Set(inTable.map(([from, to]) => `${from} > ${to}`))).toEqual(ALLOWED);
  });

  it.each(pairsOf(AGREEMENT_LIFECYCLE))('from %s to %s goes only where the specification says', (from, to) => {
    expect(mayBecome(AGREEMENT_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
