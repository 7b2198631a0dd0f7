import { aboutClient, BREAK_GLASS, FILE } from './policy-cells';
import type { TypePolicy } from './policy-type';
import { Scope } from './scope';

const { CASELOAD } = Scope;

/** The part of the policy matrix about help beside work: what a client asks other offices for. */
export const SUPPORT_TYPES: Readonly<Record<string, TypePolicy>> = {
  aid_request: { about: aboutClient, read: FILE, single: BREAK_GLASS, write: { CASEWORKER: CASELOAD } },
};
