import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { done, refusal, refused, settled, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { MembershipStatus } from '#domain/users/membership-lifecycle';
import { Audit } from '#platform/audit/audit';
import { Passwords } from '#platform/auth/passwords';
import type { Tx } from '#platform/database/transaction';
import {
  againstAddress,
  againstLogin,
  againstName,
  againstPlace,
  plainAddress,
  plainLogin,
  type MemberCode,
} from './member-rules';
import { MembersRepository } from './members.repository';
import { PasswordLinks } from './password-link.service';

/** A role in an organisation. */
export interface NewMembership {
  readonly role: Role;
  readonly organisationId: string;
}

/** A new member. */
export interface NewMember extends NewMembership {
  readonly login: string;
  readonly displayName: string;
  readonly workEmail?: string | null;
}

/** What changes about a member; absent = unchanged. */
export interface MemberEdit {
  readonly displayName?: string;
  readonly workEmail?: string | null;
}

type Answer = Promise<Outcome<{ id: string }, MemberCode>>;

const CODE_HOURS = 72;

/** Invites, changes and ends members of the county. */
@Injectable()
export class MembersService {
  constructor(
    private readonly members: MembersRepository,
    private readonly passwords: Passwords,
    private readonly links: PasswordLinks,
    private readonly audit: Audit,
  ) {}

  /** Makes account and membership, which waits for its owner: by the link in a mail, or without an address by the code. */
  async invite(tx: Tx, member: NewMember, oneTimeCode: string): Answer {
    const workEmail = plainAddress(member.workEmail);
    const against = [
      ...againstLogin(member.login),
      ...againstName(member.displayName),
      ...againstAddress(workEmail),
      ...(await againstPlace(tx, this.members, member)),
    ];
    if (against.length > 0) return refused(...against);
    const account = { id: uuidv7(), login: plainLogin(member.login), displayName: member.displayName.trim() };
    const hasCode = workEmail === null;
    await this.members.createAccount(tx, {
      ...account,
      passwordHash: hasCode ? await this.passwords.hash(oneTimeCode) : null,
      validHours: hasCode ? CODE_HOURS : null,
    });
    const { displayName } = account;
    const id = await this.insert(tx, member, { accountId: account.id, displayName, workEmail, status: 'PENDING' });
    if (!hasCode) await this.links.send(tx, account.id, 'INVITATION');
    return this.recorded(tx, 'member.invited', id, ['role']);
  }

  /** One more role for somebody who is here already; nobody gives one to herself. */
  async add(tx: Tx, memberId: string, membership: NewMembership): Answer {
    const member = await this.members.byId(tx, memberId);
    if (member === null) return refused(refusal('NOT_FOUND', ['memberId']));
    if (await this.members.isActor(tx, memberId)) return refused(refusal('OWN_MEMBERSHIP', ['memberId']));
    if (member.status === 'ENDED') return refused(refusal('WRONG_STATE', ['memberId']));
    const place = settled(await againstPlace(tx, this.members, membership), null);
    if (!place.ok) return place;
    const id = await this.insert(tx, membership, member);
    return this.recorded(tx, 'member.role-added', id, ['role']);
  }

  /** Changes name and address, if nobody changed the member since `expectedVersion`. */
  async change(tx: Tx, id: string, expectedVersion: number, edit: MemberEdit): Answer {
    const member = await this.members.byId(tx, id);
    if (member === null) return refused(refusal('NOT_FOUND', ['id']));
    const workEmail = edit.workEmail === undefined ? undefined : plainAddress(edit.workEmail);
    const against = [
      ...(edit.displayName === undefined ? [] : againstName(edit.displayName)),
      ...againstAddress(workEmail ?? null),
    ];
    if (against.length > 0) return refused(...against);
    const changes = {
      ...(edit.displayName === undefined ? {} : { displayName: edit.displayName.trim() }),
      ...(workEmail === undefined ? {} : { workEmail }),
    };
    if (!(await this.members.update(tx, id, expectedVersion, changes)))
      return refused(refusal('STALE_VERSION', ['expectedVersion'], { currentVersion: member.version }));
    return this.recorded(tx, 'member.changed', id, Object.keys(changes));
  }

  /** Ends a membership; its sessions are dead at once. Nobody ends her own, nor that of a caseworker who still looks after clients; a county keeps an administrator. */
  async end(tx: Tx, id: string): Answer {
    if (id === tx.actor.membershipId) return refused(refusal('OWN_MEMBERSHIP', ['id']));
    const member = await this.members.byId(tx, id);
    if (member === null) return refused(refusal('NOT_FOUND', ['id']));
    if (member.role === Role.ADMINISTRATOR && (await this.members.otherAdministrators(tx, member.accountId)) === 0)
      return refused(refusal('LAST_ADMINISTRATOR', ['id']));
    const clients = await this.members.caseloadSize(tx, id);
    if (clients > 0) return refused(refusal('HAS_CLIENTS', ['id'], { clients }));
    if (!(await this.members.end(tx, id))) return refused(refusal('WRONG_STATE', ['id']));
    return this.recorded(tx, 'member.ended', id);
  }

  private async insert(
    tx: Tx,
    { role, organisationId }: NewMembership,
    of: {
      readonly accountId: string;
      readonly displayName: string;
      readonly workEmail: string | null;
      readonly status: MembershipStatus;
    },
  ): Promise<string> {
    const id = uuidv7();
    const { accountId, displayName, workEmail, status } = of;
    await this.members.insert(tx, {
      countyId: tx.actor.countyId,
      id,
      accountId,
      organisationId,
      role,
      displayName,
      workEmail,
      status,
      createdAt: tx.now,
    });
    return id;
  }

  private async recorded(
    tx: Tx,
    action: string,
    id: string,
    fields: string[] = [],
  ): Promise<Outcome<{ id: string }, never>> {
    await this.audit.record(tx, { action, subjectType: 'membership', subjectId: id, fields });
    return done({ id });
  }
}
