import type { ConsentPurpose, FieldGroup } from './consent-codes';
import { CORE_PURPOSES } from './consent-scopes';

/** The part of a grant by which a withdrawal is judged. */
export interface Withdrawable {
  readonly id: string;
  readonly recipientId: string;
  readonly purpose: ConsentPurpose;
  readonly fieldGroups: readonly FieldGroup[];
}

/** True where a client is put forward by this grant: to take it back is to stop being put forward there. */
export const putsForward = ({ purpose, fieldGroups }: Pick<Withdrawable, 'purpose' | 'fieldGroups'>): boolean =>
  CORE_PURPOSES.includes(purpose) && !fieldGroups.includes('WORK_NEEDS');

/**
 * The live grants that end with one that is taken back. A grant by which she is put forward takes everything by which
 * that enterprise sees her as a candidate; any other scope ends alone, with its doubles for the same recipient, purpose
 * and fields: what she refuses beside the core never costs her the core (privacy.md P5).
 */
export function endsWith<G extends Withdrawable>(withdrawn: Withdrawable, live: readonly G[]): G[] {
  const sameRecipient = live.filter(({ recipientId }) => recipientId === withdrawn.recipientId);
  if (putsForward(withdrawn)) return sameRecipient.filter(({ purpose }) => CORE_PURPOSES.includes(purpose));
  return sameRecipient.filter(
    ({ purpose, fieldGroups }) =>
      purpose === withdrawn.purpose && fieldGroups.some((group) => withdrawn.fieldGroups.includes(group)),
  );
}
