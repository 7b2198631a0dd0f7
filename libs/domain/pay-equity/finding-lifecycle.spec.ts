import { mayBecome, pairsOf } from '../common/lifecycle';
import { PAY_FINDING_LIFECYCLE } from './finding-lifecycle';

const ALLOWED = new Set([
  'DETECTED > TRIAGE',
  'DETECTED > SUPERSEDED',
  'TRIAGE > DISMISSED',
  'TRIAGE > AWAITING_CLIENT_CONSENT',
  'TRIAGE > SUPERSEDED',
  'AWAITING_CLIENT_CONSENT > NOTIFIED',
  'AWAITING_CLIENT_CONSENT > CLOSED',
  'AWAITING_CLIENT_CONSENT > SUPERSEDED',
  'NOTIFIED > RESPONDED',
  'NOTIFIED > NO_RESPONSE',
  'NOTIFIED > SUPERSEDED',
  'RESPONDED > UNDER_REVIEW',
  'RESPONDED > SUPERSEDED',
  'NO_RESPONSE > UNDER_REVIEW',
  'NO_RESPONSE > SUPERSEDED',
  'UNDER_REVIEW > REMEDY_PENDING',
  'UNDER_REVIEW > RESOLVED_EXPLAINED',
  'UNDER_REVIEW > DISMISSED_FALSE_POSITIVE',
  'UNDER_REVIEW > ESCALATED',
  'UNDER_REVIEW > SUPERSEDED',
  'REMEDY_PENDING > RESOLVED_PAID',
  'REMEDY_PENDING > ESCALATED',
  'REMEDY_PENDING > SUPERSEDED',
  'RESOLVED_PAID > CLOSED',
  'RESOLVED_EXPLAINED > CLOSED',
  'DISMISSED > CLOSED',
  'DISMISSED_FALSE_POSITIVE > CLOSED',
  'ESCALATED > REMEDY_PENDING',
  'ESCALATED > RESOLVED_PAID',
  'ESCALATED > RESOLVED_EXPLAINED',
  'ESCALATED > REFERRED',
  'ESCALATED > SUPERSEDED',
  'REFERRED > CLOSED',
]);

describe('a pay finding', () => {
  it('has a table for every step of the specification', () => {
    const inTable = pairsOf(PAY_FINDING_LIFECYCLE).filter(([from, to]) => mayBecome(PAY_FINDING_LIFECYCLE, from, to));
    expect(new Set(inTable.map(([from, to]) => `${from} > ${to}`))).toEqual(ALLOWED);
  });

  it.each(pairsOf(PAY_FINDING_LIFECYCLE))('from %s to %s goes only where the specification says', (from, to) => {
    expect(mayBecome(PAY_FINDING_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
