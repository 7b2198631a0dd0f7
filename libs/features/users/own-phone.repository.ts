import { Injectable } from '@nestjs/common';
import { Role } from '#domain/common/role';
import { limitsOf, sessionHash } from '#platform/auth/sessions';
import type { Tx } from '#platform/database/transaction';

/** What others know about a client that looks like digits. */
export interface KnownNumbers {
  readonly birthYear: number | null;
  readonly fileNumber: string;
  /** Fingerprint of the last four digits of her phone number. */
  readonly phoneTail: Buffer | null;
}

/** Every query about a client's own phone, by name; the functions ask the transaction who acts. */
@Injectable()
export class OwnPhoneRepository {
  /** The numbers in her own file. */
  async knownNumbers(tx: Tx): Promise<KnownNumbers | null> {
    const [row] = await tx.query<KnownNumbers>(
      'select birth_year as "birthYear", file_number as "fileNumber", phone_tail_bidx as "phoneTail" from client where id = $1',
      [tx.actor.clientId],
    );
    return row ?? null;
  }

  /** What the session proves: a first sign-in, or digits given within five minutes; null = nothing. */
  async proof(tx: Tx, sid: string): Promise<'FIRST' | 'FRESH' | null> {
    const [row] = await tx.query<{ proof: 'FIRST' | 'FRESH' | null }>('select auth.phone_proof($1) as proof', [
      sessionHash(sid),
    ]);
    return row?.proof ?? null;
  }

  /** Ends the first sign-in with a choice made: other sessions and phones of the account are out. */
  async endFirst(tx: Tx, sid: string): Promise<void> {
    await tx.query('select auth.end_first_sign_in($1)', [sessionHash(sid)]);
  }

  async choosePin(tx: Tx, sid: string, phone: Buffer, pinHash: string): Promise<boolean> {
    return this.said(tx, 'select auth.choose_pin($1, $2, $3) as said', [sessionHash(sid), phone, pinHash]);
  }

  /** Sets one's own password, for good. */
  async setPassword(tx: Tx, passwordHash: string): Promise<void> {
    await tx.query('select auth.set_password($1, $2)', [tx.actor.accountId, passwordHash]);
  }

  /** Sets the session's limits to 30 days, or to those of every client. */
  async remember(tx: Tx, sid: string, phone: Buffer, isRemembered: boolean): Promise<boolean> {
    const { idle, absolute } = isRemembered ? { idle: '30 days', absolute: '30 days' } : limitsOf(Role.CLIENT);
    return this.said(tx, 'select auth.remember_phone($1, $2, $3, $4::interval, $5::interval) as said', [
      sessionHash(sid),
      phone,
      isRemembered,
      idle,
      absolute,
    ]);
  }

  async forget(tx: Tx, phone: Buffer): Promise<boolean> {
    return this.said(tx, 'select auth.forget_phone($1) as said', [phone]);
  }

  private async said(tx: Tx, sql: string, parameters: readonly unknown[]): Promise<boolean> {
    const [row] = await tx.query<{ said: boolean }>(sql, parameters);
    return row?.said ?? false;
  }
}
