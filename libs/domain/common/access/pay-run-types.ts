import { aboutClient, FILE, NOBODY, platform } from './policy-cells';
import type { TypePolicy } from './policy-type';
import { Scope } from './scope';

const { COUNTY } = Scope;

/** The part of the policy matrix about the equal-pay run: jobs write it, the supervisor reads how it stands. */
export const PAY_RUN_TYPES: Readonly<Record<string, TypePolicy>> = {
  pay_check_run: platform({ CASEWORKER: COUNTY, SUPERVISOR: COUNTY }, NOBODY, { SUPERVISOR: COUNTY }),
  pay_check_result: { about: aboutClient, read: FILE, write: NOBODY },
  pay_check_part: platform({ SUPERVISOR: COUNTY }, NOBODY),
  pay_check_test: platform({ SUPERVISOR: COUNTY }, NOBODY),
  payroll_gap: platform({ CASEWORKER: COUNTY, SUPERVISOR: COUNTY }, NOBODY),
};
