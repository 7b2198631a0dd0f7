import type { Outcome } from '../common/outcome';
import { MIN_COMPARATORS } from './comparator-selection';
import { MIN_COHORT_CLIENTS, type PersonMonths } from './enterprise-tests';
import type { ClientRegressionCode } from './statistics/client-regression';

/** Why an enterprise's month has no cohort or no regression. */
export const UNTESTED_REASONS = [
  'NOT_DECLARED',
  'TOO_FEW_CLIENTS',
  'TOO_FEW_COLLEAGUES',
  'NO_COMMON_POST',
  'TOO_FEW_PEOPLE',
  'NOT_COMPUTABLE',
] as const;
export type UntestedReason = (typeof UNTESTED_REASONS)[number];

/** Why there is no cohort test over these people, given that there is none. */
export function whyNoCohort(people: readonly PersonMonths[]): UntestedReason {
  const clients = people.filter(({ isClient }) => isClient).length;
  if (people.length === 0) return 'NOT_DECLARED';
  if (clients < MIN_COHORT_CLIENTS) return 'TOO_FEW_CLIENTS';
  return people.length - clients < MIN_COMPARATORS ? 'TOO_FEW_COLLEAGUES' : 'NO_COMMON_POST';
}

const REGRESSION: Readonly<Record<ClientRegressionCode, UntestedReason>> = {
  TOO_FEW_CLIENTS: 'TOO_FEW_CLIENTS',
  TOO_FEW_OTHERS: 'TOO_FEW_COLLEAGUES',
  TOO_FEW_ROWS: 'TOO_FEW_PEOPLE',
  TOO_FEW_DEGREES_OF_FREEDOM: 'TOO_FEW_PEOPLE',
  GROUP_EMPTY: 'TOO_FEW_CLIENTS',
  OTHERS_EMPTY: 'TOO_FEW_COLLEAGUES',
  GROUP_NOT_SEPARABLE: 'NOT_COMPUTABLE',
  PAY_DOES_NOT_VARY: 'NOT_COMPUTABLE',
};

/** Why there is no regression over these people; null where there is one. */
export function whyNoRegression(
  people: readonly PersonMonths[],
  outcome: Outcome<unknown, ClientRegressionCode>,
): UntestedReason | null {
  if (outcome.ok) return null;
  if (people.length === 0) return 'NOT_DECLARED';
  const [refusal] = outcome.refusals;
  return refusal === undefined ? 'NOT_COMPUTABLE' : REGRESSION[refusal.code];
}
