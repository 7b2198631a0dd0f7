import { aboutClient, FILE, NOBODY, platform, STAFF_OF_FILE } from './policy-cells';
import type { TypePolicy } from './policy-type';
import { Scope } from './scope';

const { COUNTY, TEAM, AUTHORED } = Scope;

/** The part of the policy matrix about group placement: supervisors conduct a batch, a caseworker has the rows of her own clients. */
export const PLACEMENT_BATCH_TYPES: Readonly<Record<string, TypePolicy>> = {
  placement_batch: {
    about: { author: 'prepared_by_membership_id' },
    read: { CASEWORKER: COUNTY, SUPERVISOR: COUNTY },
    write: { SUPERVISOR: COUNTY },
    create: { SUPERVISOR: AUTHORED },
  },
  batch_solve: {
    about: { author: 'requested_by_membership_id' },
    read: { CASEWORKER: COUNTY, SUPERVISOR: COUNTY },
    write: { SUPERVISOR: COUNTY },
    create: { SUPERVISOR: AUTHORED },
  },
  batch_instance: platform({ SUPERVISOR: COUNTY }, NOBODY, { SUPERVISOR: COUNTY }),
  batch_assignment: { about: aboutClient, read: FILE, write: STAFF_OF_FILE },
  batch_override: {
    about: { client: 'client_id', author: 'made_by_membership_id' },
    read: STAFF_OF_FILE,
    write: { SUPERVISOR: TEAM },
    create: { SUPERVISOR: AUTHORED },
  },
};
