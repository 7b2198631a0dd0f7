import type { FindingRowFragment } from '@contract/gql';

/** The word for a finding: to be verified until a person confirmed it, never more than not as agreed where it rests on an agreement. */
export function verdictStateOf({ verdict, label }: Pick<FindingRowFragment, 'verdict' | 'label'>) {
  if (verdict !== 'VIOLATION') return verdict;
  if (label === 'NOT_AS_AGREED') return 'VIOLATION_AGREEMENT';
  return label === 'CONFIRMED' ? 'VIOLATION_CONFIRMED' : verdict;
}
