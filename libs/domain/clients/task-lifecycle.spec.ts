import { mayBecome, pairsOf } from '../common/lifecycle';
import { TASK_LIFECYCLE } from './task-lifecycle';

const ALLOWED = new Set(['OPEN > DONE', 'OPEN > DROPPED']);

describe('a task', () => {
  it('has a table for every step of the specification', () => {
    const inTable = pairsOf(TASK_LIFECYCLE).filter(([from, to]) => mayBecome(TASK_LIFECYCLE, from, to));
    expect(new Set(inTable.map(([from, to]) => `${from} > ${to}`))).toEqual(ALLOWED);
  });

  it.each(pairsOf(TASK_LIFECYCLE))('from %s to %s goes only where the specification says', (from, to) => {
    expect(mayBecome(TASK_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
