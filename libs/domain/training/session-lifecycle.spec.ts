import { mayBecome, pairsOf } from '../common/lifecycle';
import { SESSION_LIFECYCLE } from './session-lifecycle';

const ALLOWED = new Set([
  'PLANNED > OPEN',
  'PLANNED > CANCELLED',
  'OPEN > RUNNING',
  'OPEN > CANCELLED',
  'RUNNING > COMPLETED',
  'RUNNING > CANCELLED',
]);

describe('a course session', () => {
  it('has a table for every step of the specification', () => {
    const inTable = pairsOf(SESSION_LIFECYCLE).filter(([from, to]) => mayBecome(SESSION_LIFECYCLE, from, to));
    expect(new Set(inTable.map(([from, to]) => `${from} > ${to}`))).toEqual(ALLOWED);
  });

  it.each(pairsOf(SESSION_LIFECYCLE))('from %s to %s goes only where the specification says', (from, to) => {
    expect(mayBecome(SESSION_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
