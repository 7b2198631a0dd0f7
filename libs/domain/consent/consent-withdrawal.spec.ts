import type { ConsentPurpose, FieldGroup } from './consent-codes';
import { endsWith, putsForward, type Withdrawable } from './consent-withdrawal';

const grant = (id: string, purpose: ConsentPurpose, groups: FieldGroup[], recipientId = 'yunxi'): Withdrawable => ({
  id,
  purpose,
  fieldGroups: groups,
  recipientId,
});

const LIVE = [
  grant('card', 'SHARE_PROFILE', ['PROFILE']),
  grant('needs', 'SHARE_PROFILE', ['WORK_NEEDS']),
  grant('name', 'SHARE_IDENTITY', ['IDENTITY']),
  grant('pay', 'PAYROLL_CHECK', ['IDENTITY', 'PAY']),
  grant('pay again', 'PAYROLL_CHECK', ['PAY']),
  grant('verify', 'EMPLOYER_VERIFY', ['IDENTITY']),
  grant('card elsewhere', 'SHARE_PROFILE', ['PROFILE'], 'qinghe'),
];

const ended = (id: string): string[] =>
  endsWith(LIVE.find((one) => one.id === id) ?? (LIVE[0] as Withdrawable), LIVE).map((one) => one.id);

describe('a consent that is taken back', () => {
  it.each(['card', 'name'])('ends everything by which that enterprise sees a candidate: %s', (id) => {
    expect(ended(id)).toEqual(['card', 'needs', 'name']);
  });

  it('ends alone where it is about what a workplace would have to arrange', () => {
    expect(ended('needs')).toEqual(['needs']);
  });

  it('ends its doubles as well, and nothing of another purpose', () => {
    expect(ended('pay')).toEqual(['pay', 'pay again']);
    expect(ended('verify')).toEqual(['verify']);
  });

  it('ends nothing at another recipient', () => expect(ended('card elsewhere')).toEqual(['card elsewhere']));

  it('takes back open referrals only where it is about being put forward', () => {
    expect(LIVE.filter(putsForward).map(({ id }) => id)).toEqual(['card', 'name', 'card elsewhere']);
  });
});
