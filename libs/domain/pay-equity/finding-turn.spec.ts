import { OPEN_FINDING_STATES, PAY_FINDING_LIFECYCLE, type PayFindingStatus } from './finding-lifecycle';
import { turnOf } from './finding-turn';

const STATES = Object.keys(PAY_FINDING_LIFECYCLE) as PayFindingStatus[];

describe('turnOf', () => {
  it('gives each open finding to somebody, and a finding that is over to nobody', () => {
    const withTurn = STATES.filter((status) => turnOf({ status, referralAnswer: null }) !== null);
    expect(withTurn.sort()).toEqual([...OPEN_FINDING_STATES, 'REFERRED'].sort());
  });

  it.each([
    ['DETECTED', null, 'OFFICE'],
    ['NO_RESPONSE', null, 'OFFICE'],
    ['AWAITING_CLIENT_CONSENT', null, 'CLIENT'],
    ['NOTIFIED', null, 'ENTERPRISE'],
    ['REMEDY_PENDING', null, 'ENTERPRISE'],
    ['ESCALATED', null, 'OFFICE'],
    ['ESCALATED', 'ASKED', 'CLIENT'],
    ['ESCALATED', 'DECLINED', 'OFFICE'],
    ['ESCALATED', 'GIVEN', 'OFFICE'],
    ['REFERRED', 'GIVEN', 'AUTHORITY'],
  ] as const)('of one that is %s with the referral %s gives %s', (status, referralAnswer, turn) => {
    expect(turnOf({ status, referralAnswer })).toBe(turn);
  });
});
