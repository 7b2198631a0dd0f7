import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { Audit } from '#platform/audit/audit';
import { Passwords } from '#platform/auth/passwords';
import { plainCode } from '#platform/auth/trainee-door';
import type { Tx } from '#platform/database/transaction';
import { Membership } from './membership.entity';

/** How a client signs in, as her caseworker sees it. */
export interface ClientSignInRow {
  readonly id: string;
  readonly login: string | null;
  readonly codeExpiresAt: Date | null;
  readonly lastSeenAt: Date | null;
}

const CODE_DIGITS = 12;
const VALID = '72 hours';
const LOGIN_DIGITS = 8;
const LOGIN_TRIES = 20;

/** Twelve digits in three groups: easy to read aloud and to type on any phone. */
export function newSignInCode(): string {
  const digits = Array.from({ length: CODE_DIGITS }, () => String(randomInt(10))).join('');
  return [0, 4, 8].map((start) => digits.slice(start, start + 4)).join(' ');
}

/** Lets a caseworker open the door to clients of her own caseload. */
@Injectable()
export class ClientSignInService {
  constructor(
    private readonly passwords: Passwords,
    private readonly audit: Audit,
  ) {}

  /** Issues a one-time code and ends the one before; makes account and membership where the client has none. */
  async issue(tx: Tx, clientId: string, code: string): Promise<Outcome<{ id: string }, 'NOT_FOUND' | 'NOT_ALLOWED'>> {
    const [client] = await tx.query<{ id: string }>(
      'select id from client where id = $1 and caseworker_membership_id = any ((select app.caseloads())::uuid[])',
      [clientId],
    );
    if (client === undefined) return refused(refusal('NOT_FOUND', ['clientId']));
    if (!(await this.hasMembership(tx, clientId))) await this.makeAccount(tx, clientId);
    const [row] = await tx.query<{ issued: boolean }>(
      'select auth.issue_sign_in_code($1, $2, $3::interval) as issued',
      [clientId, await this.passwords.hash(plainCode(code)), VALID],
    );
    if (row?.issued !== true) return refused(refusal('NOT_ALLOWED', ['clientId']));
    await this.audit.record(tx, { action: 'client.sign-in-code-issued', subjectType: 'client', subjectId: clientId });
    return done({ id: clientId });
  }

  /** How the client signs in; null where she is not in the actor's caseload. */
  async read(tx: Tx, clientId: string): Promise<ClientSignInRow | null> {
    const [row] = await tx.query<Omit<ClientSignInRow, 'id'>>(
      `select s.login, s.code_expires_at as "codeExpiresAt", s.last_seen_at as "lastSeenAt"
         from client c left join auth.client_sign_in(c.id) s on true
        where c.id = $1 and c.caseworker_membership_id = any ((select app.caseloads())::uuid[])`,
      [clientId],
    );
    return row === undefined ? null : { id: clientId, ...row };
  }

  private async hasMembership(tx: Tx, clientId: string): Promise<boolean> {
    const rows = await tx.query(`select id from membership where client_id = $1 and status <> 'ENDED'`, [clientId]);
    return rows.length > 0;
  }

  private async makeAccount(tx: Tx, clientId: string): Promise<void> {
    const accountId = uuidv7();
    await this.createAccount(tx, accountId);
    await tx.manager.insert(Membership, {
      countyId: tx.actor.countyId,
      id: uuidv7(),
      accountId,
      organisationId: tx.actor.organisationId ?? '',
      role: Role.CLIENT,
      clientId,
      displayName: '',
      status: 'ACTIVE',
      createdAt: tx.now,
    });
  }

  /** The login says nothing about her: eight digits by lot. */
  private async createAccount(tx: Tx, accountId: string): Promise<void> {
    for (let attempt = 0; attempt < LOGIN_TRIES; attempt += 1) {
      const login = String(randomInt(10 ** LOGIN_DIGITS)).padStart(LOGIN_DIGITS, '0');
      const [row] = await tx.query<{ made: boolean }>('select auth.create_client_account($1, $2) as made', [
        accountId,
        login,
      ]);
      if (row?.made === true) return;
    }
    throw new Error('No free login was drawn.');
  }
}
