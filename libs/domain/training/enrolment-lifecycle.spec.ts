import { mayBecome, pairsOf } from '../common/lifecycle';
import { ENROLMENT_LIFECYCLE } from './enrolment-lifecycle';

const ALLOWED = new Set([
  'REQUESTED > CONFIRMED',
  'REQUESTED > WAITLISTED',
  'WAITLISTED > CONFIRMED',
  'CONFIRMED > ATTENDING',
  'CONFIRMED > NO_SHOW',
  'ATTENDING > COMPLETED',
  'ATTENDING > DROPPED',
]);

describe('an enrolment', () => {
  it('has a table for every step of the specification', () => {
    const inTable = pairsOf(ENROLMENT_LIFECYCLE).filter(([from, to]) => mayBecome(ENROLMENT_LIFECYCLE, from, to));
    expect(new Set(inTable.map(([from, to]) => `${from} > ${to}`))).toEqual(ALLOWED);
  });

  it.each(pairsOf(ENROLMENT_LIFECYCLE))('from %s to %s goes only where the specification says', (from, to) => {
    expect(mayBecome(ENROLMENT_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
