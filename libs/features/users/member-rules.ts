import { refusal, type Refusal } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import type { Tx } from '#platform/database/transaction';
import type { MembersRepository } from './members.repository';

/** Why something was not done with a member. */
export type MemberCode =
  | 'REQUIRED'
  | 'OUT_OF_RANGE'
  | 'MALFORMED_LOGIN'
  | 'MALFORMED_ADDRESS'
  | 'ROLE_NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'WRONG_STATE'
  | 'STALE_VERSION'
  | 'OWN_MEMBERSHIP'
  | 'LAST_ADMINISTRATOR'
  | 'HAS_CLIENTS'
  | 'ADDRESS_REQUIRED';

const LOGIN = /^[a-z0-9][a-z0-9._-]{2,39}$/;
const ADDRESS = /^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,189}$/;
const LONGEST_NAME = 40;

/** Which kind of organisation each role belongs to. */
const KIND_OF: Readonly<Record<Exclude<Role, 'CLIENT'>, string>> = {
  CASEWORKER: 'EMPLOYMENT_OFFICE',
  SUPERVISOR: 'EMPLOYMENT_OFFICE',
  ADMINISTRATOR: 'EMPLOYMENT_OFFICE',
  FUND_OFFICER: 'EMPLOYMENT_OFFICE',
  FINANCE_OFFICER: 'EMPLOYMENT_OFFICE',
  AUDITOR: 'EMPLOYMENT_OFFICE',
  MENTOR: 'EMPLOYMENT_OFFICE',
  ENTERPRISE_HR: 'ENTERPRISE',
  TRAINER: 'TRAINING_BASE',
  BASE_MANAGER: 'TRAINING_BASE',
};

/** One writing of a login. */
export const plainLogin = (login: string): string => login.trim().toLowerCase();

/** An address without outer blanks; null for an empty one. */
export const plainAddress = (address: string | null | undefined): string | null => address?.trim() || null;

/** Reasons against a login. */
export const againstLogin = (login: string): Refusal<MemberCode>[] =>
  LOGIN.test(plainLogin(login)) ? [] : [refusal('MALFORMED_LOGIN' as const, ['input', 'login'])];

/** Reasons against a name. */
export function againstName(name: string): Refusal<MemberCode>[] {
  const field = ['input', 'displayName'];
  if (name.trim() === '') return [refusal('REQUIRED' as const, field)];
  return name.trim().length > LONGEST_NAME ? [refusal('OUT_OF_RANGE' as const, field, { most: LONGEST_NAME })] : [];
}

/** Reasons against an address for mail. */
export const againstAddress = (address: string | null): Refusal<MemberCode>[] =>
  address === null || ADDRESS.test(address) ? [] : [refusal('MALFORMED_ADDRESS' as const, ['input', 'workEmail'])];

/** Reasons against a role in an organisation. */
export async function againstPlace(
  tx: Tx,
  members: MembersRepository,
  { role, organisationId }: { readonly role: Role; readonly organisationId: string },
): Promise<Refusal<MemberCode>[]> {
  const kind = await members.organisationKind(tx, organisationId);
  return [
    ...(kind === null ? [refusal('NOT_FOUND' as const, ['input', 'organisationId'])] : []),
    ...(role === Role.CLIENT || (kind !== null && KIND_OF[role] !== kind)
      ? [refusal('ROLE_NOT_ALLOWED' as const, ['input', 'role'])]
      : []),
  ];
}
