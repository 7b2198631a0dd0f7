import { mayBecome, pairsOf } from '../common/lifecycle';
import { POSITION_LIFECYCLE } from './position-lifecycle';

const ALLOWED = new Set([
  'DRAFT > UNDER_REVIEW',
  'UNDER_REVIEW > PUBLISHED',
  'UNDER_REVIEW > RETURNED',
  'RETURNED > UNDER_REVIEW',
  'PUBLISHED > CLOSED',
  'PUBLISHED > STALE',
  'STALE > PUBLISHED',
]);

describe('a position', () => {
  it('has a table for every step of the specification', () => {
    const inTable = pairsOf(POSITION_LIFECYCLE).filter(([from, to]) => mayBecome(POSITION_LIFECYCLE, from, to));
    expect(new Set(inTable.map(([from, to]) => `${from} > ${to}`))).toEqual(ALLOWED);
  });

  it.each(pairsOf(POSITION_LIFECYCLE))('from %s to %s goes only where the specification says', (from, to) => {
    expect(mayBecome(POSITION_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
