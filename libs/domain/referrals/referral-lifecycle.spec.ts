import { mayBecome, pairsOf } from '../common/lifecycle';
import { nextStatesFor, OPEN_REFERRAL_STATES, REFERRAL_LIFECYCLE } from './referral-lifecycle';

const ALLOWED = new Set([
  'PROPOSED > CONSENTED',
  'PROPOSED > DECLINED_BY_CLIENT',
  'PROPOSED > WITHDRAWN',
  'PROPOSED > OBSOLETE',
  'PROPOSED > EXPIRED',
  'CONSENTED > SENT',
  'CONSENTED > DECLINED_BY_CLIENT',
  'CONSENTED > WITHDRAWN',
  'CONSENTED > OBSOLETE',
  'CONSENTED > EXPIRED',
  'SENT > VIEWED',
  'SENT > DECLINED_BY_ENTERPRISE',
  'SENT > DECLINED_BY_CLIENT',
  'SENT > WITHDRAWN',
  'SENT > OBSOLETE',
  'SENT > EXPIRED',
  'VIEWED > INVITED',
  'VIEWED > POOLED',
  'VIEWED > DECLINED_BY_ENTERPRISE',
  'VIEWED > DECLINED_BY_CLIENT',
  'VIEWED > WITHDRAWN',
  'VIEWED > OBSOLETE',
  'VIEWED > EXPIRED',
  'INVITED > INTERVIEW',
  'INVITED > DECLINED_BY_CLIENT',
  'INVITED > DECLINED_BY_ENTERPRISE',
  'INVITED > WITHDRAWN',
  'INVITED > OBSOLETE',
  'INVITED > EXPIRED',
  'INTERVIEW > OFFERED',
  'INTERVIEW > POOLED',
  'INTERVIEW > DECLINED_BY_ENTERPRISE',
  'INTERVIEW > DECLINED_BY_CLIENT',
  'INTERVIEW > WITHDRAWN',
  'INTERVIEW > OBSOLETE',
  'INTERVIEW > EXPIRED',
  'OFFERED > ACCEPTED',
  'OFFERED > DECLINED_BY_CLIENT',
  'OFFERED > DECLINED_BY_ENTERPRISE',
  'OFFERED > WITHDRAWN',
  'OFFERED > OBSOLETE',
  'OFFERED > EXPIRED',
  'POOLED > PROPOSED',
  'POOLED > WITHDRAWN',
  'POOLED > EXPIRED',
  'DECLINED_BY_CLIENT > PROPOSED',
  'DECLINED_BY_ENTERPRISE > PROPOSED',
  'EXPIRED > PROPOSED',
  'WITHDRAWN > PROPOSED',
  'OBSOLETE > PROPOSED',
]);

describe('a referral', () => {
  it('has a table for every step of the specification', () => {
    const inTable = pairsOf(REFERRAL_LIFECYCLE).filter(([from, to]) => mayBecome(REFERRAL_LIFECYCLE, from, to));
    expect(new Set(inTable.map(([from, to]) => `${from} > ${to}`))).toEqual(ALLOWED);
  });

  it.each(pairsOf(REFERRAL_LIFECYCLE))('from %s to %s goes only where the specification says', (from, to) => {
    expect(mayBecome(REFERRAL_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});

describe('nextStatesFor', () => {
  it('lets the enterprise invite, keep or decline a candidate it has viewed', () => {
    expect(nextStatesFor('ENTERPRISE_HR', 'VIEWED')).toEqual(['INVITED', 'POOLED', 'DECLINED_BY_ENTERPRISE']);
  });

  it('lets only the client accept an invitation', () => {
    expect(nextStatesFor('CLIENT', 'INVITED')).toEqual(['INTERVIEW', 'DECLINED_BY_CLIENT']);
    expect(nextStatesFor('CASEWORKER', 'INVITED')).toEqual(['WITHDRAWN']);
  });

  it('gives an administrator nothing to do', () => {
    for (const [status] of pairsOf(REFERRAL_LIFECYCLE)) expect(nextStatesFor('ADMINISTRATOR', status)).toEqual([]);
  });
});

describe('OPEN_REFERRAL_STATES', () => {
  it('holds every state from the proposal to the offer', () => {
    const open = ['PROPOSED', 'CONSENTED', 'SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED'];
    expect(OPEN_REFERRAL_STATES).toEqual(open);
  });
});
