import { mayBecome, pairsOf } from '../common/lifecycle';
import { PLACEMENT_LIFECYCLE } from './placement-lifecycle';

const ALLOWED = new Set([
  'PLANNED > PROBATION',
  'PLANNED > ACTIVE',
  'PLANNED > CANCELLED',
  'PROBATION > ACTIVE',
  'PROBATION > ENDED',
  'ACTIVE > PAUSED',
  'ACTIVE > ENDED',
  'PAUSED > ACTIVE',
  'PAUSED > ENDED',
  'ENDED > PROBATION',
  'ENDED > ACTIVE',
  'ENDED > PAUSED',
]);

describe('a placement', () => {
  it('has a table for every step of the specification', () => {
    const inTable = pairsOf(PLACEMENT_LIFECYCLE).filter(([from, to]) => mayBecome(PLACEMENT_LIFECYCLE, from, to));
    expect(new Set(inTable.map(([from, to]) => `${from} > ${to}`))).toEqual(ALLOWED);
  });

  it.each(pairsOf(PLACEMENT_LIFECYCLE))('from %s to %s goes only where the specification says', (from, to) => {
    expect(mayBecome(PLACEMENT_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
