import { mayBecome, statesOf } from '../common/lifecycle';
import {
  acceptInvitation,
  consent,
  declineByClient,
  declineByEnterprise,
  expire,
  pool,
  view,
  withdraw,
} from './referral-answers';
import { invite, type InvitationFacts } from './referral-invitation';
import { REFERRAL_LIFECYCLE } from './referral-lifecycle';

const STATES = statesOf(REFERRAL_LIFECYCLE);

describe.each([
  ['consent', consent, 'CONSENTED'],
  ['view', view, 'VIEWED'],
  ['acceptInvitation', acceptInvitation, 'INTERVIEW'],
  ['pool', pool, 'POOLED'],
  ['declineByEnterprise', declineByEnterprise, 'DECLINED_BY_ENTERPRISE'],
  ['declineByClient', declineByClient, 'DECLINED_BY_CLIENT'],
  ['withdraw', withdraw, 'WITHDRAWN'],
  ['expire', expire, 'EXPIRED'],
] as const)('%s', (_, step, to) => {
  it.each(STATES)('from %s follows the table', (from) => {
    const outcome = step(from);
    if (mayBecome(REFERRAL_LIFECYCLE, from, to)) expect(outcome).toEqual({ ok: true, value: { status: to } });
    else expect(outcome).toEqual({ ok: false, refusals: [{ code: 'WRONG_STATE', field: [], detail: { from, to } }] });
  });
});

describe('invite', () => {
  const now = new Date('2026-07-08T02:00:00Z');
  const inviting = (changes: Partial<InvitationFacts> = {}) =>
    invite({
      status: 'VIEWED',
      at: new Date('2026-07-10T06:00:00Z'),
      place: '厂区接待室',
      paidWorkSampleHours: null,
      now,
      ...changes,
    });
  const codesOf = (outcome: ReturnType<typeof invite>) => (outcome.ok ? [] : outcome.refusals.map((one) => one.code));

  it('invites a viewed candidate', () => expect(inviting()).toEqual({ ok: true, value: { status: 'INVITED' } }));

  it.each(['INVITED', 'INTERVIEW'] as const)('changes the time of one that is %s and leaves the state', (status) => {
    expect(inviting({ status })).toEqual({ ok: true, value: { status } });
  });

  it.each(['SENT', 'OFFERED', 'ACCEPTED', 'POOLED'] as const)('refuses one that is %s', (status) => {
    expect(codesOf(inviting({ status }))).toEqual(['WRONG_STATE']);
  });

  it('refuses a time in the past, to the second', () => {
    expect(codesOf(inviting({ at: new Date(now.getTime() - 1_000) }))).toEqual(['INVITATION_IN_PAST']);
    expect(inviting({ at: now }).ok).toBe(true);
  });

  it('refuses an invitation to nowhere', () => expect(codesOf(inviting({ place: ' ' }))).toEqual(['PLACE_REQUIRED']));

  it.each([
    [4, []],
    [5, ['WORK_SAMPLE_TOO_LONG']],
    [0, ['WORK_SAMPLE_OUT_OF_RANGE']],
    [1.5, ['WORK_SAMPLE_OUT_OF_RANGE']],
  ])('a paid work sample of %d hours gives %j', (paidWorkSampleHours, codes) => {
    expect(codesOf(inviting({ paidWorkSampleHours }))).toEqual(codes);
  });
});
