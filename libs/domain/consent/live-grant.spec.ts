import { isLive, latestValidTo, type Grant } from './live-grant';

const aGrant = (changes: Partial<Grant> = {}): Grant => ({
  recipientId: 'yunxi',
  purpose: 'SHARE_PROFILE',
  fieldGroups: ['PROFILE'],
  validFrom: '2026-07-01',
  validTo: '2026-08-07',
  status: 'ACTIVE',
  ...changes,
});
const wanted = { recipientId: 'yunxi', purpose: 'SHARE_PROFILE', fieldGroup: 'PROFILE' } as const;

describe('isLive', () => {
  it.each(['2026-07-01', '2026-08-07'])('opens its group on %s', (today) =>
    expect(isLive(aGrant(), wanted, today)).toBe(true),
  );
  it.each(['2026-06-30', '2026-08-08'])('opens nothing on %s', (today) =>
    expect(isLive(aGrant(), wanted, today)).toBe(false),
  );
  it.each([
    ['another recipient', { recipientId: 'qinghe' }],
    ['another purpose', { purpose: 'SHARE_IDENTITY' }],
    ['another group', { fieldGroups: ['IDENTITY'] }],
    ['a revoked grant', { status: 'REVOKED' }],
    ['an expired grant', { status: 'EXPIRED' }],
  ] as const)('opens nothing for %s', (_, changes) => {
    expect(isLive(aGrant(changes), wanted, '2026-07-08')).toBe(false);
  });
});

describe('latestValidTo', () => {
  it('ends a consent a year less a day after it began', () => {
    expect(latestValidTo('2026-07-08')).toBe('2027-07-07');
    expect(latestValidTo('2024-02-29')).toBe('2025-02-27');
  });
});
