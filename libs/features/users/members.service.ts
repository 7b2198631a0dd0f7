import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { done, refusal, refused, settled, type Outcome, type Refusal } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { Audit } from '#platform/audit/audit';
import { Passwords } from '#platform/auth/passwords';
import type { Tx } from '#platform/database/transaction';
import { MembersRepository } from './members.repository';

/** Why a member was not invited or ended. */
export type MemberCode =
  | 'REQUIRED'
  | 'OUT_OF_RANGE'
  | 'MALFORMED_LOGIN'
  | 'ROLE_NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'WRONG_STATE'
  | 'OWN_MEMBERSHIP'
  | 'HAS_CLIENTS';

/** A new member. */
export interface NewMember {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly organisationId: string;
}

const LOGIN = /^[a-z0-9][a-z0-9._-]{2,39}$/;
const CODE_HOURS = 72;

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

/** Invites and ends members of the county. */
@Injectable()
export class MembersService {
  constructor(
    private readonly members: MembersRepository,
    private readonly passwords: Passwords,
    private readonly audit: Audit,
  ) {}

  /** Makes account and membership; the code opens the account for 72 hours and is shown once. */
  async invite(tx: Tx, member: NewMember, oneTimeCode: string): Promise<Outcome<{ id: string }, MemberCode>> {
    const checked = await this.check(tx, member);
    if (!checked.ok) return checked;
    const { role } = member;
    const account = { id: uuidv7(), login: member.login.trim().toLowerCase(), displayName: member.displayName.trim() };
    const expiresAt = new Date(tx.now.getTime() + CODE_HOURS * 3_600_000);
    await this.members.createAccount(tx, {
      ...account,
      passwordHash: await this.passwords.hash(oneTimeCode),
      expiresAt,
    });
    const id = uuidv7();
    await this.members.insert(tx, {
      countyId: tx.actor.countyId,
      id,
      accountId: account.id,
      organisationId: member.organisationId,
      role,
      displayName: account.displayName,
      status: 'ACTIVE',
      createdAt: tx.now,
    });
    await this.audit.record(tx, {
      action: 'member.invited',
      subjectType: 'membership',
      subjectId: id,
      fields: ['role'],
    });
    return done({ id });
  }

  /** Ends a membership; its sessions are dead at once. Nobody ends her own, nor that of a caseworker who still looks after clients. */
  async end(tx: Tx, id: string): Promise<Outcome<{ id: string }, MemberCode>> {
    if (id === tx.actor.membershipId) return refused(refusal('OWN_MEMBERSHIP', ['id']));
    if ((await this.members.byId(tx, id)) === null) return refused(refusal('NOT_FOUND', ['id']));
    const clients = await this.members.caseloadSize(tx, id);
    if (clients > 0) return refused(refusal('HAS_CLIENTS', ['id'], { clients }));
    if (!(await this.members.end(tx, id))) return refused(refusal('WRONG_STATE', ['id']));
    await this.audit.record(tx, { action: 'member.ended', subjectType: 'membership', subjectId: id });
    return done({ id });
  }

  private async check(
    tx: Tx,
    { login, displayName, role, organisationId }: NewMember,
  ): Promise<Outcome<null, MemberCode>> {
    const kind = await this.members.organisationKind(tx, organisationId);
    const refusals: Refusal<MemberCode>[] = [
      ...(LOGIN.test(login.trim().toLowerCase()) ? [] : [refusal('MALFORMED_LOGIN' as const, ['input', 'login'])]),
      ...(displayName.trim() === '' ? [refusal('REQUIRED' as const, ['input', 'displayName'])] : []),
      ...(displayName.trim().length > 40
        ? [refusal('OUT_OF_RANGE' as const, ['input', 'displayName'], { most: 40 })]
        : []),
      ...(kind === null ? [refusal('NOT_FOUND' as const, ['input', 'organisationId'])] : []),
      ...(role === Role.CLIENT || (kind !== null && KIND_OF[role] !== kind)
        ? [refusal('ROLE_NOT_ALLOWED' as const, ['input', 'role'])]
        : []),
    ];
    return settled(refusals, null);
  }
}
