import type { Role } from '#domain/common/role';
import { FOLLOW_UP_FIELDS } from './follow-up-fields';
import { MESSAGE_FIELDS } from './message-fields';
import { PAY_FINDING_FIELDS } from './pay-finding-fields';
import { PAYROLL_FIELDS } from './payroll-fields';
import { SUPPORT_FIELDS } from './support-fields';

/** Who may ask for the root fields of the features that list theirs in files of their own. */
export const FEATURE_FIELDS: Readonly<Record<string, readonly Role[]>> = {
  ...PAY_FINDING_FIELDS,
  ...PAYROLL_FIELDS,
  ...SUPPORT_FIELDS,
  ...MESSAGE_FIELDS,
  ...FOLLOW_UP_FIELDS,
};
