import { isExpiring, isInForce, isInTerm, type AgreementTerm } from './agreement-term';

const aTerm = (changes: Partial<AgreementTerm> = {}): AgreementTerm => ({
  status: 'ACTIVE',
  effectiveFrom: '2025-04-01',
  effectiveTo: '2027-03-31',
  ...changes,
});

describe('the term of an agreement', () => {
  it('includes both of its ends', () => {
    expect(isInTerm(aTerm(), '2025-04-01')).toBe(true);
    expect(isInTerm(aTerm(), '2027-03-31')).toBe(true);
    expect(isInTerm(aTerm(), '2025-03-31')).toBe(false);
    expect(isInTerm(aTerm(), '2027-04-01')).toBe(false);
  });

  it('carries nothing new while it is suspended', () => {
    expect(isInForce(aTerm(), '2026-07-08')).toBe(true);
    expect(isInForce(aTerm({ status: 'SUSPENDED' }), '2026-07-08')).toBe(false);
  });

  it('is expiring from 90 days before its end', () => {
    expect(isExpiring(aTerm(), '2026-12-30')).toBe(false);
    expect(isExpiring(aTerm(), '2026-12-31')).toBe(true);
    expect(isExpiring(aTerm(), '2027-04-01')).toBe(false);
    expect(isExpiring(aTerm({ status: 'EXPIRED' }), '2027-03-01')).toBe(false);
  });
});
