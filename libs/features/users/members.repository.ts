import { Injectable } from '@nestjs/common';
import type { MembershipStatus } from '#domain/users/membership-lifecycle';
import type { Role } from '#domain/common/role';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/database/page';
import { Membership } from './membership.entity';

/** A member as administrators see her: never a client, whose accounts belong to the caseworkers. */
export interface MemberRow {
  readonly id: string;
  readonly accountId: string;
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly status: MembershipStatus;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly organisationKind: string;
}

const COLUMNS = `m.id, m.account_id as "accountId", l.login, m.display_name as "displayName", m.role, m.status,
  m.organisation_id as "organisationId", o.name as "organisationName", o.kind as "organisationKind"`;

const FROM = `membership m
  join organisation o on o.county_id = m.county_id and o.id = m.organisation_id
  join auth.member_logins() l on l.membership_id = m.id
 where m.role <> 'CLIENT'`;

/** Every query about members, by name; only administrators see rows. */
@Injectable()
export class MembersRepository {
  /** One page in order of login, with one row more than asked for. */
  async page(tx: Tx, request: PageRequest): Promise<Page<MemberRow>> {
    const [count] = await tx.query<{ n: number }>(`select count(*)::int as n from ${FROM}`);
    const rows = await tx.query<MemberRow>(
      `select ${COLUMNS} from ${FROM} and ($1::text is null or (l.login, m.id) > ($1, $2::uuid)) order by l.login, m.id limit $3`,
      [request.after?.sortKey ?? null, request.after?.id ?? null, request.limit + 1],
    );
    return { rows, totalCount: count?.n ?? 0 };
  }

  /** One member, or null where there is none. */
  async byId(tx: Tx, id: string): Promise<MemberRow | null> {
    const [row] = await tx.query<MemberRow>(`select ${COLUMNS} from ${FROM} and m.id = $1`, [id]);
    return row ?? null;
  }

  /** Whether an organisation is there for the actor. */
  async organisationKind(tx: Tx, organisationId: string): Promise<string | null> {
    const [row] = await tx.query<{ kind: string }>('select kind from organisation where id = $1 and is_active', [
      organisationId,
    ]);
    return row?.kind ?? null;
  }

  /** Makes an account with a one-time code; a taken login violates user_account_login_key. */
  async createAccount(
    tx: Tx,
    account: { id: string; login: string; displayName: string; passwordHash: string; expiresAt: Date },
  ): Promise<void> {
    await tx.query('select auth.create_account($1, $2, $3, $4, $5)', [
      account.id,
      account.login,
      account.displayName,
      account.passwordHash,
      account.expiresAt,
    ]);
  }

  /** How many clients with an open entry she looks after. */
  async caseloadSize(tx: Tx, id: string): Promise<number> {
    const [row] = await tx.query<{ clients: number }>('select app.caseload_size($1) as clients', [id]);
    return row?.clients ?? 0;
  }

  async insert(tx: Tx, membership: Partial<Membership>): Promise<void> {
    await tx.manager.insert(Membership, membership);
  }

  /** Ends a membership, and with it its sessions; false where it was not active. */
  async end(tx: Tx, id: string): Promise<boolean> {
    const ended = await tx.query(
      `update membership set status = 'ENDED', ended_at = $2, version = version + 1 where id = $1 and status <> 'ENDED' and role <> 'CLIENT' returning id`,
      [id, tx.now],
    );
    return ended.length > 0; // auth.session asks for an active membership each time: open sessions are dead from here on
  }
}
