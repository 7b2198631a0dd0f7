import { mayBecome, pairsOf } from '../common/lifecycle';
import { ENTRY_LIFECYCLE } from './entry-lifecycle';

const ALLOWED = new Set([
  'ACTIVE > PAUSED',
  'ACTIVE > CLOSED',
  'PAUSED > ACTIVE',
  'PAUSED > CLOSED',
  'CLOSED > ACTIVE',
]);

describe('a programme entry', () => {
  it('has a table for every step of the specification', () => {
    const inTable = pairsOf(ENTRY_LIFECYCLE).filter(([from, to]) => mayBecome(ENTRY_LIFECYCLE, from, to));
    expect(new Set(inTable.map(([from, to]) => `${from} > ${to}`))).toEqual(ALLOWED);
  });

  it.each(pairsOf(ENTRY_LIFECYCLE))('from %s to %s goes only where the specification says', (from, to) => {
    expect(mayBecome(ENTRY_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
