import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { DataSource } from 'typeorm';
import { poolOf, type Queryable } from '../database/queryable';
import { readPasskeyAnswer, type PasskeyAnswer } from './passkey-answer';
import type { RelyingParty } from './relying-party';

/** A passkey as its owner sees it. */
export interface OwnPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  /** Null = never yet. */
  readonly lastUsedAt: Date | null;
}

/** What a challenge is for; signing in by a passkey alone knows no account beforehand. */
export type PasskeyUse =
  | { readonly purpose: 'SIGN_IN'; readonly accountId: null }
  | { readonly purpose: 'SECOND_STEP' | 'PROOF'; readonly accountId: string };

interface ListedRow {
  readonly id: string;
  readonly credential_id: string;
  readonly transports: string[];
  readonly name: string;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
}

interface PasskeyRow {
  readonly account_id: string;
  readonly account_status: string;
  readonly public_key: Buffer;
  readonly counter: string;
}

const TIMEOUT_MS = 300_000;

/**
 * Passkeys (WebAuthn): what is asked of a browser, and whether its answer holds. User verification is always required,
 * so that a passkey stands for something one has and something one knows or is. Challenges are used up over the pool,
 * before anything else is looked at: a transaction that is rolled back must not bring one back.
 */
@Injectable()
export class Passkeys {
  private readonly pool: Queryable;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /** The passkeys of an account, oldest first. */
  async list(db: Queryable, accountId: string): Promise<OwnPasskey[]> {
    const rows = await this.rowsOf(db, accountId);
    return rows.map(({ id, name, created_at: createdAt, last_used_at: lastUsedAt }) => ({
      id,
      name,
      createdAt,
      lastUsedAt,
    }));
  }

  /** What a browser needs to make a new passkey, as WebAuthn's JSON; `name` is what the device shows. */
  async setUpRequest(db: Queryable, party: RelyingParty, accountId: string, name: string): Promise<string> {
    const known = await this.rowsOf(db, accountId);
    const options = await generateRegistrationOptions({
      rpName: '同工 Tonggong',
      rpID: party.id,
      userName: name,
      userID: bytesOf(accountId),
      challenge: await this.newChallenge(db, accountId, 'SET_UP'),
      timeout: TIMEOUT_MS,
      attestationType: 'none',
      excludeCredentials: known.map(credentialOf),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return JSON.stringify(options);
  }

  /** What a browser needs to answer by a passkey, as WebAuthn's JSON. */
  async useRequest(db: Queryable, party: RelyingParty, { purpose, accountId }: PasskeyUse): Promise<string> {
    const known = accountId === null ? [] : await this.rowsOf(db, accountId);
    const options = await generateAuthenticationOptions({
      rpID: party.id,
      challenge: await this.newChallenge(db, accountId, purpose),
      timeout: TIMEOUT_MS,
      userVerification: 'required',
      allowCredentials: known.map(credentialOf),
    });
    return JSON.stringify(options);
  }

  /** The same for somebody at the door, where no transaction is open. */
  requestAtDoor(party: RelyingParty, use: PasskeyUse): Promise<string> {
    return this.useRequest(this.pool, party, use);
  }

  /** The new passkey in a browser's answer; null where the answer does not hold. */
  async madeBy(party: RelyingParty, accountId: string, answer: string): Promise<WebAuthnCredential | null> {
    const read = readPasskeyAnswer(answer);
    if (read === null || !(await this.useChallenge(read, accountId, 'SET_UP'))) return null;
    const verified = await held(() =>
      verifyRegistrationResponse({
        response: read.response as unknown as RegistrationResponseJSON,
        ...expectationsOf(party, read),
      }),
    );
    return verified?.registrationInfo?.credential ?? null;
  }

  /** Whose passkey answered; null where the answer does not hold for this use, or a copy of the passkey is about. */
  async answeredBy(party: RelyingParty, use: PasskeyUse, answer: string): Promise<string | null> {
    const read = readPasskeyAnswer(answer);
    if (read === null || !(await this.useChallenge(read, use.accountId, use.purpose))) return null;
    const found = await this.found(read.credentialId);
    if (found === null || !isAllowed(use, found.account_id, read)) return null;
    const credential = {
      id: read.credentialId,
      publicKey: new Uint8Array(found.public_key),
      counter: Number(found.counter),
    };
    const verified = await held(() =>
      verifyAuthenticationResponse({
        response: read.response as unknown as AuthenticationResponseJSON,
        credential,
        ...expectationsOf(party, read),
      }),
    );
    if (verified?.verified !== true) return null;
    const [row] = await this.pool.query<{ used: boolean }>('select auth.use_passkey($1, $2) as used', [
      read.credentialId,
      verified.authenticationInfo.newCounter,
    ]);
    return row?.used === true ? found.account_id : null;
  }

  /** The account of the passkey that an answer names, and its state; it says nothing about whether the answer holds. */
  async ownerOf(answer: string): Promise<{ credentialId: string; accountId: string | null; isActive: boolean } | null> {
    const read = readPasskeyAnswer(answer);
    if (read === null) return null;
    const found = await this.found(read.credentialId);
    return {
      credentialId: read.credentialId,
      accountId: found?.account_id ?? null,
      isActive: found?.account_status === 'ACTIVE',
    };
  }

  private async found(credentialId: string): Promise<PasskeyRow | null> {
    const [row] = await this.pool.query<PasskeyRow>('select * from auth.passkey($1)', [credentialId]);
    return row ?? null;
  }

  private rowsOf(db: Queryable, accountId: string): Promise<ListedRow[]> {
    return db.query<ListedRow>('select * from auth.passkeys($1)', [accountId]);
  }

  private async newChallenge(
    db: Queryable,
    accountId: string | null,
    purpose: string,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const challenge = new Uint8Array(randomBytes(32));
    await db.query('select auth.new_challenge($1, $2, $3)', [hashOf(challenge), accountId, purpose]);
    return challenge;
  }

  private async useChallenge(
    { challenge }: PasskeyAnswer,
    accountId: string | null,
    purpose: string,
  ): Promise<boolean> {
    const [row] = await this.pool.query<{ used: boolean }>('select auth.use_challenge($1, $2, $3) as used', [
      hashOf(Buffer.from(challenge, 'base64url')),
      accountId,
      purpose,
    ]);
    return row?.used ?? false;
  }
}

const hashOf = (challenge: Uint8Array): Buffer => createHash('sha256').update(challenge).digest();

const bytesOf = (accountId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex'));

const credentialOf = ({ credential_id: id, transports }: ListedRow) => ({ id, transports });

const expectationsOf = ({ id, origin }: RelyingParty, { challenge }: PasskeyAnswer) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: id,
  requireUserVerification: true,
});

/** Who signs in by a passkey alone must be named by the passkey, too; everybody else is known beforehand. */
const isAllowed = (use: PasskeyUse, owner: string, { userHandle }: PasskeyAnswer): boolean =>
  use.accountId === null
    ? Buffer.from(bytesOf(owner)).equals(Buffer.from(userHandle ?? '', 'base64url'))
    : use.accountId === owner;

/** The library throws a plain Error for whatever is wrong with an answer; nothing in here reads or writes anything. */
async function held<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
