import { mayBecome, pairsOf } from './lifecycle';
import { RUN_LIFECYCLE } from './run-lifecycle';

const ALLOWED = new Set([
  'QUEUED > RUNNING',
  'QUEUED > FAILED',
  'RUNNING > DONE',
  'RUNNING > FAILED',
  'FAILED > QUEUED',
]);

describe('background work', () => {
  it('has a table for every step of the specification', () => {
    const inTable = pairsOf(RUN_LIFECYCLE).filter(([from, to]) => mayBecome(RUN_LIFECYCLE, from, to));
    expect(new Set(inTable.map(([from, to]) => `${from} > ${to}`))).toEqual(ALLOWED);
  });

  it.each(pairsOf(RUN_LIFECYCLE))('from %s to %s goes only where the specification says', (from, to) => {
    expect(mayBecome(RUN_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
