import { mayBecome, pairsOf } from '../common/lifecycle';
import { BATCH_LIFECYCLE } from './batch-lifecycle';

const ALLOWED = new Set([
  'COLLECTING > SOLVED',
  'COLLECTING > DISCARDED',
  'SOLVED > IN_REVIEW',
  'SOLVED > DISCARDED',
  'IN_REVIEW > APPROVED',
  'IN_REVIEW > DISCARDED',
  'APPROVED > COMMITTED',
  'APPROVED > DISCARDED',
]);

describe('a group-placement batch', () => {
  it('has a table for every step of the specification', () => {
    const inTable = pairsOf(BATCH_LIFECYCLE).filter(([from, to]) => mayBecome(BATCH_LIFECYCLE, from, to));
    expect(new Set(inTable.map(([from, to]) => `${from} > ${to}`))).toEqual(ALLOWED);
  });

  it.each(pairsOf(BATCH_LIFECYCLE))('from %s to %s goes only where the specification says', (from, to) => {
    expect(mayBecome(BATCH_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
