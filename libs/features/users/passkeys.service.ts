import { Injectable } from '@nestjs/common';
import type { WebAuthnCredential } from '@simplewebauthn/server';
import type { FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#domain/common/actor';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { Audit } from '#platform/audit/audit';
import { Passkeys } from '#platform/auth/passkeys';
import { RelyingParties } from '#platform/auth/relying-party';
import { SecondFactors } from '#platform/auth/second-factor';
import type { Tx } from '#platform/database/transaction';
import { LastSecondStep } from './last-second-step';

/** Why a passkey was not set up, asked or taken away. */
export type PasskeyCode =
  | 'PASSKEYS_NOT_HERE'
  | 'PASSKEY_WRONG'
  | 'REQUIRED'
  | 'OUT_OF_RANGE'
  | 'TOO_MANY'
  | 'NOT_FOUND'
  | 'WRONG_STATE'
  | 'LAST_SECOND_STEP';

/** A passkey that was kept; null = no codes were made with it. */
export interface AddedPasskey {
  readonly id: string;
  readonly recoveryCodes: string[] | null;
}

const LONGEST_NAME = 40;
const MOST = 10;

/** One's own passkeys: set up and taken away under a fresh proof of identity, and used as one. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly parties: RelyingParties,
    private readonly last: LastSecondStep,
    private readonly factors: SecondFactors,
    private readonly audit: Audit,
  ) {}

  /** What the browser needs to make a new passkey. */
  async beginSetUp(tx: Tx, request: FastifyRequest): Promise<Outcome<{ id: string; request: string }, PasskeyCode>> {
    const party = this.parties.of(request);
    if (party === null) return refused(refusal('PASSKEYS_NOT_HERE'));
    const id = accountOf(tx.actor);
    const [row] = await tx.query<{ name: string }>('select display_name as name from membership where id = $1', [
      tx.actor.membershipId,
    ]);
    return done({ id, request: await this.passkeys.setUpRequest(tx, party, id, row?.name || '同工') });
  }

  /** What the browser needs to prove by a passkey who is at work. */
  async beginProof(tx: Tx, request: FastifyRequest): Promise<Outcome<{ id: string; request: string }, PasskeyCode>> {
    const party = this.parties.of(request);
    if (party === null) return refused(refusal('PASSKEYS_NOT_HERE'));
    const id = accountOf(tx.actor);
    if ((await this.passkeys.list(tx, id)).length === 0) return refused(refusal('WRONG_STATE'));
    return done({ id, request: await this.passkeys.useRequest(tx, party, { purpose: 'PROOF', accountId: id }) });
  }

  /** The passkey that a browser made; null where its answer does not hold. Uses the challenge up: call it outside a transaction. */
  async madeBy(actor: Actor, request: FastifyRequest, answer: string): Promise<WebAuthnCredential | null> {
    const party = this.parties.of(request);
    return party === null ? null : this.passkeys.madeBy(party, accountOf(actor), answer);
  }

  /** Whether one of her passkeys answered. Uses the challenge up: call it outside a transaction. */
  async proves(actor: Actor, request: FastifyRequest, answer: string): Promise<boolean> {
    const party = this.parties.of(request);
    if (party === null) return false;
    const accountId = accountOf(actor);
    return (await this.passkeys.answeredBy(party, { purpose: 'PROOF', accountId }, answer)) === accountId;
  }

  /**
   * Keeps a new passkey under a name of its owner's choice. The first one comes with ten recovery codes, shown once, for
   * the day on which the device is lost; not for clients, to whom their caseworker hands a new code.
   */
  async add(tx: Tx, made: WebAuthnCredential | null, name: string): Promise<Outcome<AddedPasskey, PasskeyCode>> {
    const named = name.trim();
    if (named === '') return refused(refusal('REQUIRED', ['name']));
    if ([...named].length > LONGEST_NAME) return refused(refusal('OUT_OF_RANGE', ['name'], { most: LONGEST_NAME }));
    if (made === null) return refused(refusal('PASSKEY_WRONG', ['answer']));
    const [row] = await tx.query<{ added: boolean }>('select auth.add_passkey($1, $2, $3, $4, $5, $6) as added', [
      uuidv7(),
      made.id,
      Buffer.from(made.publicKey),
      made.counter,
      made.transports ?? [],
      named,
    ]);
    if (row?.added !== true) return refused(refusal('TOO_MANY', [], { most: MOST }));
    const recoveryCodes = await this.recoveryCodes(tx);
    await this.recorded(tx, 'account.passkey-added');
    return done({ id: accountOf(tx.actor), recoveryCodes });
  }

  /** Takes one of one's own passkeys away. */
  async remove(tx: Tx, id: string): Promise<Outcome<{ id: string }, PasskeyCode>> {
    await this.last.hold(tx);
    const [row] = await tx.query<{ removed: boolean }>('select auth.remove_passkey($1) as removed', [id]);
    if (row?.removed !== true) return refused(refusal('NOT_FOUND', ['id']));
    if (await this.last.isGone(tx)) return refused(refusal('LAST_SECOND_STEP', ['id']));
    return this.recorded(tx, 'account.passkey-removed');
  }

  private async recoveryCodes(tx: Tx): Promise<string[] | null> {
    if (tx.actor.role === Role.CLIENT) return null;
    const { codes, hashes } = this.factors.newRecoveryCodes(accountOf(tx.actor));
    const [row] = await tx.query<{ given: boolean }>('select auth.give_recovery_codes($1::bytea[]) as given', [hashes]);
    return row?.given === true ? codes : null;
  }

  private async recorded(tx: Tx, action: string): Promise<Outcome<{ id: string }, never>> {
    const id = accountOf(tx.actor);
    await this.audit.record(tx, { action, subjectType: 'user_account', subjectId: id, fields: ['passkey'] });
    return done({ id });
  }
}

const accountOf = ({ accountId }: Actor): string => accountId ?? '';
