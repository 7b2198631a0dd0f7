import type { FindingClass } from './pay-codes';

/** What a screen calls a failed rule: 待核实, 已核实 or 与约定不符. */
export type FindingLabel = 'TO_VERIFY' | 'CONFIRMED' | 'NOT_AS_AGREED';

/** The word for a failed rule: one that rests on the law is "to be verified" until a person confirmed it; one on an agreement always "not as agreed". */
export function findingLabel(findingClass: FindingClass, isConfirmed: boolean): FindingLabel {
  if (findingClass === 'AGREEMENT') return 'NOT_AS_AGREED';
  return isConfirmed ? 'CONFIRMED' : 'TO_VERIFY';
}
