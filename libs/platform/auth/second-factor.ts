import { createHmac, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { Clock } from '../clock/clock';
import { seal, unseal } from '../crypto/envelope';
import type { Queryable } from '../database/queryable';

interface FactorRow {
  readonly secret_enc: Buffer;
  readonly is_confirmed: boolean;
}

/** Whether an account has a second factor. */
export interface FactorState {
  readonly isOn: boolean;
  /** Recovery codes that were not used. */
  readonly codesLeft: number;
}

const STEP_SECONDS = 30;
/** Clocks of phones may be a step fast or slow. */
const WINDOW = 1;
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;

/** A code of 12 characters without look-alikes, about 58 bits, in three groups. */
export function newOneTimeCode(): string {
  const signs = Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length)));
  return [0, 4, 8].map((start) => signs.slice(start, start + 4).join('')).join('-');
}

/** Authenticator apps (TOTP: six digits, 30 seconds, RFC 6238) and recovery codes; each code opens once. */
@Injectable()
export class SecondFactors {
  /** `key` seals the secrets and the recovery codes. */
  constructor(
    private readonly clock: Clock,
    private readonly key: () => Buffer,
  ) {}

  /** Whether a second factor is asked for. */
  async state(db: Queryable, accountId: string): Promise<FactorState> {
    const row = await this.row(db, accountId);
    const [codes] = await db.query<{ left: number }>('select auth.recovery_codes_left($1) as left', [accountId]);
    return { isOn: row?.is_confirmed ?? false, codesLeft: codes?.left ?? 0 };
  }

  /** True when the code is the app's, or an unused recovery code; it is used up then. */
  async opens(db: Queryable, accountId: string, code: string): Promise<boolean> {
    const plain = code.replace(/[\s-]/g, '').toUpperCase();
    if (/^\d{6}$/.test(plain)) return this.usesStep(db, accountId, plain);
    const [row] = await db.query<{ used: boolean }>('select auth.use_recovery_code($1, $2) as used', [
      accountId,
      this.recoveryHash(accountId, plain),
    ]);
    return row?.used ?? false;
  }

  /** A new secret: sealed for the database, and as the text and address that an app reads. */
  newSecret(
    accountId: string,
    label: string,
  ): { readonly sealed: Buffer; readonly text: string; readonly uri: string } {
    const secret = new Secret({ size: SECRET_BYTES });
    return {
      sealed: seal(this.key(), Buffer.from(secret.bytes), boundTo(accountId)),
      text: secret.base32,
      uri: totpOf(secret, label).toString(),
    };
  }

  /** Ten new recovery codes, and what the database keeps of them. */
  newRecoveryCodes(accountId: string): { readonly codes: string[]; readonly hashes: Buffer[] } {
    const codes = Array.from({ length: RECOVERY_CODES }, newOneTimeCode);
    return { codes, hashes: codes.map((one) => this.recoveryHash(accountId, one)) };
  }

  /** Fingerprint of a recovery code; 32 bytes. */
  recoveryHash(accountId: string, code: string): Buffer {
    const plain = code.replace(/[\s-]/g, '').toUpperCase();
    return createHmac('sha256', this.key()).update(`recovery\0${accountId}\0${plain}`).digest();
  }

  /** Checks the app's code, also while the factor is not yet confirmed, and uses its step up. */
  async usesStep(db: Queryable, accountId: string, code: string): Promise<boolean> {
    const row = await this.row(db, accountId);
    if (row === null) return false;
    const secret = unseal(this.key(), row.secret_enc, boundTo(accountId));
    const totp = totpOf(new Secret({ buffer: new Uint8Array(secret).buffer }), '');
    const timestamp = this.clock.now().getTime();
    const delta = totp.validate({ token: code, window: WINDOW, timestamp });
    if (delta === null) return false;
    const step = Math.floor(timestamp / 1_000 / STEP_SECONDS) + delta;
    const [used] = await db.query<{ used: boolean }>('select auth.use_code_step($1, $2) as used', [accountId, step]);
    return used?.used ?? false;
  }

  private async row(db: Queryable, accountId: string): Promise<FactorRow | null> {
    const [row] = await db.query<FactorRow>('select * from auth.second_factor($1)', [accountId]);
    return row ?? null;
  }
}

const boundTo = (accountId: string): string => `second-factor|${accountId}`;

const totpOf = (secret: Secret, label: string): TOTP =>
  new TOTP({ issuer: '同工 Tonggong', label, secret, digits: 6, period: STEP_SECONDS, algorithm: 'SHA1' });
