import { mayBecome, pairsOf } from '../common/lifecycle';
import { SLOT_LIFECYCLE } from './slot-lifecycle';

const ALLOWED = new Set([
  'OPEN > HELD',
  'OPEN > FILLED',
  'OPEN > WITHDRAWN',
  'HELD > OPEN',
  'HELD > FILLED',
  'FILLED > OPEN',
  'WITHDRAWN > OPEN',
]);

describe('a job slot', () => {
  it('has a table for every step of the specification', () => {
    const inTable = pairsOf(SLOT_LIFECYCLE).filter(([from, to]) => mayBecome(SLOT_LIFECYCLE, from, to));
    expect(new Set(inTable.map(([from, to]) => `${from} > ${to}`))).toEqual(ALLOWED);
  });

  it.each(pairsOf(SLOT_LIFECYCLE))('from %s to %s goes only where the specification says', (from, to) => {
    expect(mayBecome(SLOT_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
