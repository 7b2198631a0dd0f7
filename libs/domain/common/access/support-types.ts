import { aboutClient, BREAK_GLASS, FILE, NOBODY } from './policy-cells';
import type { TypePolicy } from './policy-type';
import { Scope } from './scope';

const { CASELOAD, MENTORED, OWN_FILE } = Scope;

const ofMentor = { client: 'client_id', member: 'mentor_membership_id' } as const;

/** The part of the policy matrix about help beside work: what a client asks other offices for, and her mentor. */
export const SUPPORT_TYPES: Readonly<Record<string, TypePolicy>> = {
  aid_request: { about: aboutClient, read: FILE, single: BREAK_GLASS, write: { CASEWORKER: CASELOAD } },
  mentor_pairing: {
    about: ofMentor,
    read: { ...FILE, MENTOR: MENTORED },
    single: BREAK_GLASS,
    write: { CLIENT: OWN_FILE, CASEWORKER: CASELOAD },
    create: { CASEWORKER: CASELOAD },
  },
  mentor_note: {
    about: ofMentor,
    read: { CLIENT: OWN_FILE, MENTOR: MENTORED },
    write: NOBODY,
    create: { MENTOR: MENTORED },
  },
};
