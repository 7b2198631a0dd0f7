import type { Lifecycle } from '../common/lifecycle';

/** The states of a cooperation agreement; "expiring" is derived, see agreement-term. */
export const AgreementStatus = {
  DRAFT: 'DRAFT',
  SIGNED_BY_ENTERPRISE: 'SIGNED_BY_ENTERPRISE',
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
  EXPIRED: 'EXPIRED',
  TERMINATED: 'TERMINATED',
} as const;

/** One of the states of a cooperation agreement. */
export type AgreementStatus = (typeof AgreementStatus)[keyof typeof AgreementStatus];

/** What an agreement may become; a suspended one goes on only through ACTIVE, its renewal is a new linked agreement. */
export const AGREEMENT_LIFECYCLE: Lifecycle<AgreementStatus> = {
  DRAFT: ['SIGNED_BY_ENTERPRISE'],
  SIGNED_BY_ENTERPRISE: ['ACTIVE'],
  ACTIVE: ['EXPIRED', 'TERMINATED', 'SUSPENDED'],
  SUSPENDED: ['ACTIVE'],
  EXPIRED: [],
  TERMINATED: [],
};
