import { addDays, type Day } from '../common/day';
import type { AgreementStatus } from './agreement-lifecycle';

/** Days before its end from which an agreement counts as expiring. */
export const EXPIRING_WITHIN_DAYS = 90;

/** The part of an agreement that its term is judged by; effectiveTo is the last day inside. */
export interface AgreementTerm {
  readonly status: AgreementStatus;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day;
}

/** Says whether the day lies inside the agreement's term, both ends included. */
export const isInTerm = (term: AgreementTerm, day: Day): boolean =>
  term.effectiveFrom <= day && day <= term.effectiveTo;

/** Says whether the agreement carries new acts today: publishing, proposing, sending, offering. */
export const isInForce = (term: AgreementTerm, today: Day): boolean =>
  term.status === 'ACTIVE' && isInTerm(term, today);

/** Says whether an active agreement ends within 90 days. */
export const isExpiring = (term: AgreementTerm, today: Day): boolean =>
  term.status === 'ACTIVE' && today <= term.effectiveTo && term.effectiveTo <= addDays(today, EXPIRING_WITHIN_DAYS);
