import { ENTERPRISE, FILE, NOBODY, ofOrganisation } from './policy-cells';
import type { TypePolicy } from './policy-type';
import { Scope } from './scope';

const { COUNTY } = Scope;

/** The part of the policy matrix about declared payrolls: of a colleague's line the office sees nothing, only a job computes with it. */
export const PAYROLL_TYPES: Readonly<Record<string, TypePolicy>> = {
  payroll_upload: {
    about: ofOrganisation,
    read: { CASEWORKER: COUNTY, SUPERVISOR: COUNTY, ...ENTERPRISE },
    write: ENTERPRISE,
  },
  payroll_line: {
    about: { organisation: 'organisation_id', through: ['placement', 'placement_id'] },
    read: { ...FILE, ...ENTERPRISE },
    write: ENTERPRISE,
  },
  payroll_line_version: { about: ofOrganisation, read: ENTERPRISE, write: NOBODY, create: ENTERPRISE },
  payroll_mapping: { about: ofOrganisation, read: ENTERPRISE, write: ENTERPRISE },
};
