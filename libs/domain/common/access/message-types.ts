import { aboutClient, FILE, NOBODY } from './policy-cells';
import type { TypePolicy } from './policy-type';
import { Scope } from './scope';

/** The part of the policy matrix about messages to clients and what they chose about them. */
export const MESSAGE_TYPES: Readonly<Record<string, TypePolicy>> = {
  client_message: { about: aboutClient, read: FILE, write: NOBODY, create: NOBODY },
  contact_choice: {
    about: aboutClient,
    read: FILE,
    write: { CLIENT: Scope.OWN_FILE, CASEWORKER: Scope.CASELOAD },
    create: { CLIENT: Scope.OWN_FILE, CASEWORKER: Scope.CASELOAD },
  },
};
