import { mayBecome, statesOf, type Lifecycle } from '../common/lifecycle';
import type { Role } from '../common/role';

/** The states of a referral. */
export const ReferralStatus = {
  PROPOSED: 'PROPOSED',
  CONSENTED: 'CONSENTED',
  SENT: 'SENT',
  VIEWED: 'VIEWED',
  INVITED: 'INVITED',
  INTERVIEW: 'INTERVIEW',
  OFFERED: 'OFFERED',
  ACCEPTED: 'ACCEPTED',
  POOLED: 'POOLED',
  DECLINED_BY_CLIENT: 'DECLINED_BY_CLIENT',
  DECLINED_BY_ENTERPRISE: 'DECLINED_BY_ENTERPRISE',
  EXPIRED: 'EXPIRED',
  WITHDRAWN: 'WITHDRAWN',
  OBSOLETE: 'OBSOLETE',
} as const;

/** One of the states of a referral. */
export type ReferralStatus = (typeof ReferralStatus)[keyof typeof ReferralStatus];

/** What a referral may become. */
export const REFERRAL_LIFECYCLE: Lifecycle<ReferralStatus> = {
  PROPOSED: ['CONSENTED', 'DECLINED_BY_CLIENT', 'WITHDRAWN', 'OBSOLETE', 'EXPIRED'],
  CONSENTED: ['SENT', 'DECLINED_BY_CLIENT', 'WITHDRAWN', 'OBSOLETE', 'EXPIRED'],
  SENT: ['VIEWED', 'DECLINED_BY_ENTERPRISE', 'DECLINED_BY_CLIENT', 'WITHDRAWN', 'OBSOLETE', 'EXPIRED'],
  VIEWED: ['INVITED', 'POOLED', 'DECLINED_BY_ENTERPRISE', 'DECLINED_BY_CLIENT', 'WITHDRAWN', 'OBSOLETE', 'EXPIRED'],
  INVITED: ['INTERVIEW', 'DECLINED_BY_CLIENT', 'DECLINED_BY_ENTERPRISE', 'WITHDRAWN', 'OBSOLETE', 'EXPIRED'],
  INTERVIEW: ['OFFERED', 'POOLED', 'DECLINED_BY_ENTERPRISE', 'DECLINED_BY_CLIENT', 'WITHDRAWN', 'OBSOLETE', 'EXPIRED'],
  OFFERED: ['ACCEPTED', 'DECLINED_BY_CLIENT', 'DECLINED_BY_ENTERPRISE', 'WITHDRAWN', 'OBSOLETE', 'EXPIRED'],
  ACCEPTED: [],
  POOLED: ['PROPOSED', 'WITHDRAWN', 'EXPIRED'],
  DECLINED_BY_CLIENT: ['PROPOSED'],
  DECLINED_BY_ENTERPRISE: ['PROPOSED'],
  EXPIRED: ['PROPOSED'],
  WITHDRAWN: ['PROPOSED'],
  OBSOLETE: ['PROPOSED'],
};

/** Who may bring a referral into a state; an empty list means that only a job or another act does. */
export const REFERRAL_MOVERS: Readonly<Record<ReferralStatus, readonly Role[]>> = {
  PROPOSED: ['CASEWORKER'],
  CONSENTED: ['CLIENT', 'CASEWORKER'],
  SENT: ['CASEWORKER'],
  VIEWED: ['ENTERPRISE_HR'],
  INVITED: ['ENTERPRISE_HR'],
  INTERVIEW: ['CLIENT'],
  OFFERED: ['ENTERPRISE_HR'],
  ACCEPTED: ['CLIENT', 'CASEWORKER'],
  POOLED: ['ENTERPRISE_HR'],
  DECLINED_BY_CLIENT: ['CLIENT'],
  DECLINED_BY_ENTERPRISE: ['ENTERPRISE_HR'],
  EXPIRED: [],
  WITHDRAWN: ['CASEWORKER'],
  OBSOLETE: [],
};

/** The states to which this role may bring a referral from where it stands. */
export const nextStatesFor = (role: Role, status: ReferralStatus): readonly ReferralStatus[] =>
  REFERRAL_LIFECYCLE[status].filter((next) => REFERRAL_MOVERS[next].includes(role));

/** The states in which an answer, a step or an offer is still awaited. */
export const OPEN_REFERRAL_STATES: readonly ReferralStatus[] = statesOf(REFERRAL_LIFECYCLE).filter((status) =>
  mayBecome(REFERRAL_LIFECYCLE, status, 'OBSOLETE'),
);

/** The states in which the enterprise sees a card. */
export const STATES_SHOWN_TO_ENTERPRISE: readonly ReferralStatus[] = [
  'SENT',
  'VIEWED',
  'INVITED',
  'INTERVIEW',
  'OFFERED',
  'ACCEPTED',
  'POOLED',
];

/** The states in which the card may be a name, given a live grant (from ACCEPTED on: the contract). */
export const STATES_WITH_IDENTITY: readonly ReferralStatus[] = ['INTERVIEW', 'OFFERED', 'ACCEPTED'];

/** The states that rest on the consent to be put forward: from the client's yes until a contract is what it rests on. */
export const STATES_ON_CONSENT: readonly ReferralStatus[] = [
  'CONSENTED',
  ...STATES_SHOWN_TO_ENTERPRISE.filter((status) => status !== 'ACCEPTED'),
];

/** The state in which a referral holds a slot. */
export const holdsSlot = (status: ReferralStatus): boolean => status === 'OFFERED';

/** The states on the way to a contract: a slot that a batch holds for the referral stays held as long as its time runs. */
export const keepsHold = (status: ReferralStatus): boolean => status === 'ACCEPTED' || ON_THE_WAY.includes(status);

const ON_THE_WAY: readonly ReferralStatus[] = OPEN_REFERRAL_STATES.filter((status) => status !== 'POOLED');
