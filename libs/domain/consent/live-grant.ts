import { addDays, addMonths, type Day } from '../common/day';
import type { ConsentPurpose, FieldGroup } from './consent-codes';
import type { ConsentStatus } from './consent-lifecycle';

/** The longest a consent may last, in months (privacy design rule: at most a year, then asked anew). */
export const CONSENT_MAX_MONTHS = 12;

/** The part of a grant by which a disclosure is judged; validTo is the last day inside. */
export interface Grant {
  readonly recipientId: string;
  readonly purpose: ConsentPurpose;
  readonly fieldGroups: readonly FieldGroup[];
  readonly validFrom: Day;
  readonly validTo: Day;
  readonly status: ConsentStatus;
}

/** The last day that a consent given on this day may cover. */
export const latestValidTo = (validFrom: Day): Day => addDays(addMonths(validFrom, CONSENT_MAX_MONTHS), -1);

/** Says whether the grant opens this group of fields to this recipient for this purpose today. */
export function isLive(
  grant: Grant,
  wanted: { recipientId: string; purpose: ConsentPurpose; fieldGroup: FieldGroup },
  today: Day,
): boolean {
  return (
    grant.status === 'ACTIVE' &&
    grant.validFrom <= today &&
    today <= grant.validTo &&
    grant.recipientId === wanted.recipientId &&
    grant.purpose === wanted.purpose &&
    grant.fieldGroups.includes(wanted.fieldGroup)
  );
}
