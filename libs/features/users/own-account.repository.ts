import { Injectable } from '@nestjs/common';
import { limitsOf, sessionHash } from '#platform/auth/sessions';
import type { Role } from '#domain/common/role';
import type { Tx } from '#platform/database/transaction';

/** An open sign-in of one's own. */
export interface OwnSessionRow {
  readonly id: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly isCurrent: boolean;
  readonly role: Role;
  readonly organisationName: string;
}

/** Every query about one's own account, by name; the functions ask the transaction who acts. */
@Injectable()
export class OwnAccountRepository {
  /** The open sessions of the actor's account, latest used first. */
  sessions(tx: Tx, sid: string): Promise<OwnSessionRow[]> {
    return tx.query<OwnSessionRow>(
      `select id, started_at as "startedAt", last_seen_at as "lastSeenAt", is_current as "isCurrent", role,
              organisation_name as "organisationName" from auth.own_sessions($1)`,
      [sessionHash(sid)],
    );
  }

  /** Ends one of them; false where it is not open or not one's own. */
  async endSession(tx: Tx, id: string): Promise<boolean> {
    const [row] = await tx.query<{ ended: boolean }>('select auth.end_own_session($1) as ended', [id]);
    return row?.ended ?? false;
  }

  /** Ends all but this one; gives how many. */
  async endOtherSessions(tx: Tx, sid: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>('select auth.end_other_sessions($1) as n', [sessionHash(sid)]);
    return row?.n ?? 0;
  }

  /** The oldest link to a sign-in provider; null where there is none. */
  async providerLink(tx: Tx): Promise<{ linkedAt: Date; lastUsedAt: Date | null } | null> {
    const [row] = await tx.query<{ linkedAt: Date; lastUsedAt: Date | null }>(
      'select linked_at as "linkedAt", last_used_at as "lastUsedAt" from auth.own_provider_links() limit 1',
    );
    return row ?? null;
  }

  /** The argon2id hash of one's own password; null where none was set. */
  async passwordHash(tx: Tx): Promise<string | null> {
    const [row] = await tx.query<{ hash: string | null }>('select auth.own_password_hash() as hash');
    return row?.hash ?? null;
  }

  /** Sets one's own password, for good. */
  async setPassword(tx: Tx, passwordHash: string): Promise<void> {
    await tx.query('select auth.set_password($1, $2)', [tx.actor.accountId, passwordHash]);
  }

  /** Notes that the session's holder just proved who she is; false where it is not open or not one's own. */
  async renewProof(tx: Tx, sid: string): Promise<boolean> {
    const [row] = await tx.query<{ renewed: boolean }>('select auth.renew_proof($1) as renewed', [sessionHash(sid)]);
    return row?.renewed ?? false;
  }

  /** Lets the session go on under another active membership of the account; false where that is none. */
  async switchMembership(tx: Tx, sid: string, membershipId: string, role: Role): Promise<boolean> {
    const { idle, absolute } = limitsOf(role);
    const [row] = await tx.query<{ switched: boolean }>(
      'select auth.switch_session($1, $2, $3::interval, $4::interval) as switched',
      [sessionHash(sid), membershipId, idle, absolute],
    );
    return row?.switched ?? false;
  }
}
