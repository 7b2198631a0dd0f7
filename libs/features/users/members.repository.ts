import { Injectable } from '@nestjs/common';
import type { MembershipStatus } from '#domain/users/membership-lifecycle';
import type { Role } from '#domain/common/role';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/database/page';
import { Membership } from './membership.entity';
import type { AccountStatus } from './user-account.entity';

/** A member as administrators see her: never a client, whose accounts belong to the caseworkers. */
export interface MemberRow {
  readonly id: string;
  readonly version: number;
  readonly accountId: string;
  readonly login: string;
  readonly displayName: string;
  readonly workEmail: string | null;
  readonly role: Role;
  readonly status: MembershipStatus;
  readonly accountStatus: AccountStatus;
  readonly providerLinkedAt: Date | null;
  readonly isOwn: boolean;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly organisationKind: string;
}

/** What the list is narrowed to; null = not at all. */
export interface MemberCriteria {
  readonly search: string | null;
  readonly role: Role | null;
  readonly status: MembershipStatus | null;
}

const COLUMNS = `m.id, m.version, m.account_id as "accountId", l.login, m.display_name as "displayName",
  m.work_email as "workEmail", m.role, m.status, l.account_status as "accountStatus",
  p.linked_at as "providerLinkedAt", m.account_id = (select app.account()) as "isOwn", m.organisation_id as "organisationId",
  o.name as "organisationName", o.kind as "organisationKind"`;

const FROM = `membership m
  join organisation o on o.county_id = m.county_id and o.id = m.organisation_id
  join auth.member_logins() l on l.membership_id = m.id
  left join auth.member_provider_links() p on p.membership_id = m.id
 where m.county_id = $1 and m.role <> 'CLIENT'`;

const NARROWED = `${FROM} and ($2::text is null or position(lower($2) in lower(m.display_name)) > 0 or position(lower($2) in l.login) > 0)
  and ($3::text is null or m.role = $3) and ($4::text is null or m.status = $4)`;

/** Every query about members, by name; only administrators see rows. */
@Injectable()
export class MembersRepository {
  /** One page in order of login, with one row more than asked for. */
  async page(tx: Tx, { search, role, status }: MemberCriteria, request: PageRequest): Promise<Page<MemberRow>> {
    const asked = [tx.actor.countyId, search, role, status];
    const [count] = await tx.query<{ n: number }>(`select count(*)::int as n from ${NARROWED}`, asked);
    const rows = await tx.query<MemberRow>(
      `select ${COLUMNS} from ${NARROWED} and ($5::text is null or (l.login, m.id) > ($5, $6::uuid)) order by l.login, m.id limit $7`,
      [...asked, request.after?.sortKey ?? null, request.after?.id ?? null, request.limit + 1],
    );
    return { rows, totalCount: count?.n ?? 0 };
  }

  /** One member, or null where there is none. */
  async byId(tx: Tx, id: string): Promise<MemberRow | null> {
    const [row] = await tx.query<MemberRow>(`select ${COLUMNS} from ${FROM} and m.id = $2`, [tx.actor.countyId, id]);
    return row ?? null;
  }

  /** Whether an organisation is there for the actor. */
  async organisationKind(tx: Tx, organisationId: string): Promise<string | null> {
    const [row] = await tx.query<{ kind: string }>(
      'select kind from organisation where county_id = $2 and id = $1 and is_active',
      [organisationId, tx.actor.countyId],
    );
    return row?.kind ?? null;
  }

  /** Makes an account, with a one-time code where there is one; a taken login violates user_account_login_key. */
  async createAccount(
    tx: Tx,
    account: { id: string; login: string; displayName: string; passwordHash: string | null; validHours: number | null },
  ): Promise<void> {
    await tx.query('select auth.create_account($1, $2, $3, $4, now() + make_interval(hours => $5::int))', [
      account.id,
      account.login,
      account.displayName,
      account.passwordHash,
      account.validHours, // by the clock that lets it run out
    ]);
  }

  /** How many clients with an open entry she looks after. */
  async caseloadSize(tx: Tx, id: string): Promise<number> {
    const [row] = await tx.query<{ clients: number }>('select app.caseload_size($1) as clients', [id]);
    return row?.clients ?? 0;
  }

  /** Whether a member is the actor herself, by this account or by another one of hers. */
  async isActor(tx: Tx, id: string): Promise<boolean> {
    const [row] = await tx.query<{ same: boolean }>('select app.person_of($1) = app.person_of($2) as same', [
      id,
      tx.actor.membershipId,
    ]);
    return row?.same ?? false;
  }

  async insert(tx: Tx, membership: Partial<Membership>): Promise<void> {
    await tx.manager.insert(Membership, membership);
  }

  /** Writes changes if the row still has the expected version; false where somebody was faster. */
  async update(tx: Tx, id: string, expectedVersion: number, changes: Partial<Membership>): Promise<boolean> {
    const { affected } = await tx.manager.update(
      Membership,
      { countyId: tx.actor.countyId, id, version: expectedVersion },
      { ...changes, version: expectedVersion + 1 },
    );
    return affected === 1;
  }

  /** Ends a membership, and with it its sessions; false where it was not active. */
  async end(tx: Tx, id: string): Promise<boolean> {
    const ended = await tx.query(
      `update membership set status = 'ENDED', ended_at = $2, version = version + 1 where county_id = $3 and id = $1 and status <> 'ENDED' and role <> 'CLIENT' returning id`,
      [id, tx.now, tx.actor.countyId],
    );
    return ended.length > 0; // auth.session asks for an active membership each time: open sessions are dead from here on
  }

  /**
   * Administrators of the county who can sign in, other than by this account. Their rows stay locked until the end of
   * the transaction: two who end each other at once come one after the other.
   */
  async otherAdministrators(tx: Tx, accountId: string): Promise<number> {
    const rows = await tx.query<{ account_id: string; account_status: AccountStatus }>(
      `select m.account_id, l.account_status
         from (select id, account_id from membership
                where county_id = $1 and role = 'ADMINISTRATOR' and status = 'ACTIVE' order by id for update) m
         join auth.member_logins() l on l.membership_id = m.id`,
      [tx.actor.countyId],
    );
    const able = rows.filter((one) => one.account_id !== accountId && one.account_status === 'ACTIVE');
    return new Set(able.map((one) => one.account_id)).size;
  }
}
