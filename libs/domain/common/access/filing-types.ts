import { aboutClient } from './policy-cells';
import type { TypePolicy } from './policy-type';
import { Scope } from './scope';

const { CASELOAD, OWN_FILE } = Scope;

/** What is kept for filings with an authority: herself, and who files for her. No team, and no file opened for a reason. */
export const FILING_TYPES: Readonly<Record<string, TypePolicy>> = {
  identity_number: {
    about: aboutClient,
    read: { CLIENT: OWN_FILE, CASEWORKER: CASELOAD },
    write: { CASEWORKER: CASELOAD },
  },
};
