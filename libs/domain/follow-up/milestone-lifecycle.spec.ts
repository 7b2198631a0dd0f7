import { mayBecome, pairsOf } from '../common/lifecycle';
import { MILESTONE_LIFECYCLE } from './milestone-lifecycle';

const ALLOWED = new Set([
  'SCHEDULED > DUE',
  'SCHEDULED > DONE',
  'SCHEDULED > CANCELLED',
  'SCHEDULED > COVERED',
  'SCHEDULED > DECLINED',
  'DUE > DONE',
  'DUE > SNOOZED',
  'DUE > UNREACHED',
  'DUE > CANCELLED',
  'DUE > COVERED',
  'DUE > DECLINED',
  'SNOOZED > DUE',
  'SNOOZED > DONE',
  'SNOOZED > UNREACHED',
  'SNOOZED > CANCELLED',
  'SNOOZED > COVERED',
  'SNOOZED > DECLINED',
]);

describe('a follow-up milestone', () => {
  it('has a table for every step of the specification', () => {
    const inTable = pairsOf(MILESTONE_LIFECYCLE).filter(([from, to]) => mayBecome(MILESTONE_LIFECYCLE, from, to));
    expect(new Set(inTable.map(([from, to]) => `${from} > ${to}`))).toEqual(ALLOWED);
  });

  it.each(pairsOf(MILESTONE_LIFECYCLE))('from %s to %s goes only where the specification says', (from, to) => {
    expect(mayBecome(MILESTONE_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
