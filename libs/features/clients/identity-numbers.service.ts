import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  identityNumberRefusal,
  keptUntil,
  maskedIdentityNumber,
  normaliseIdentityNumber,
  type FilingPurpose,
  type IdentityNumberCode,
} from '#domain/common/identity-number';
import { dayOf, type Day } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Audit } from '#platform/audit/audit';
import type { ClientFieldPlace } from '#platform/crypto/client-keys';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import { ClientsRepository, type ClientRow } from './clients.repository';
import { mayEditClient } from './clients.policy';
import { IdentityNumbersRepository, type StoredIdentityNumber } from './identity-numbers.repository';

/** A client's number as it stands on a page. */
export interface MaskedIdentityNumber {
  readonly version: number;
  readonly masked: string;
  readonly purpose: FilingPurpose;
  readonly recordedAt: Date;
  readonly recordedByName: string | null;
  /** Last day; null while the filing is under way. */
  readonly keptUntil: Day | null;
}

/** A number as it is given. */
export interface GivenIdentityNumber {
  readonly number: string;
  readonly purpose: FilingPurpose;
  /** Version of the number that is replaced; null where there is none yet. */
  readonly expectedVersion: number | null;
}

/** Why nothing was done about a number. */
export type NumberRefusalCode = IdentityNumberCode | 'NOT_FOUND' | 'STALE_VERSION' | 'WRONG_STATE';

type Result = Outcome<{ id: string }, NumberRefusalCode>;

const place = (row: Pick<StoredIdentityNumber, 'id' | 'clientId'>): ClientFieldPlace => ({
  table: 'identity_number',
  column: 'number_enc',
  rowId: row.id,
  clientId: row.clientId,
});

const stale = (currentVersion: number) => refused(refusal('STALE_VERSION', ['expectedVersion'], { currentVersion }));

/** Keeps the numbers of clients' identity cards for as long as a filing needs them. The id of each result is the client's. */
@Injectable()
export class IdentityNumbersService {
  constructor(
    private readonly numbers: IdentityNumbersRepository,
    private readonly clients: ClientsRepository,
    private readonly crypto: FieldCrypto,
    private readonly audit: Audit,
  ) {}

  /** The visible numbers of these clients, masked, by client. */
  async masked(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, MaskedIdentityNumber>> {
    const rows = await this.numbers.ofClients(tx, clientIds);
    const masked = rows.map(async (row) => {
      const number = await this.crypto.decrypt(tx, place(row), row.numberEnc);
      const kept = row.settledOn === null ? null : keptUntil(row.settledOn);
      return [row.clientId, { ...row, masked: maskedIdentityNumber(number), keptUntil: kept }] as const;
    });
    return new Map(await Promise.all(masked));
  }

  /** The whole number of a client, null in it where none is kept; null where she is not the actor's. The look stands in the audit trail. */
  async whole(tx: Tx, clientId: string): Promise<{ readonly number: string | null } | null> {
    const [client] = await this.clients.byIds(tx, [clientId]);
    if (client === undefined) return null;
    const [row] = await this.numbers.ofClients(tx, [clientId]);
    if (row === undefined) return { number: null };
    await this.record(tx, 'identity_number.shown', clientId);
    return { number: await this.crypto.decrypt(tx, place(row), row.numberEnc) };
  }

  /** Enters a client's number, or another one in its place. */
  async enter(tx: Tx, clientId: string, given: GivenIdentityNumber): Promise<Result> {
    const client = await this.ownClient(tx, clientId);
    if (client === null) return refused(refusal('NOT_FOUND', ['id']));
    const number = normaliseIdentityNumber(given.number);
    const code = identityNumberRefusal(number, client.birthYear, dayOf(tx.now));
    if (code !== null) return refused(refusal(code, ['number']));
    const [before] = await this.numbers.ofClients(tx, [clientId]);
    if ((before?.version ?? null) !== given.expectedVersion) return stale(before?.version ?? 0);
    const id = before?.id ?? uuidv7();
    const facts = {
      numberEnc: await this.crypto.encrypt(tx, place({ id, clientId }), number),
      purpose: given.purpose,
      recordedByMembershipId: tx.actor.membershipId ?? '',
      recordedAt: tx.now,
      settledOn: null,
    };
    if (before === undefined) {
      const { countyId } = tx.actor;
      await this.numbers.insert(tx, { ...facts, countyId, id, clientId, createdAt: tx.now });
    } else if (!(await this.numbers.update(tx, id, before.version, facts))) return stale(before.version);
    return this.noted(tx, 'identity_number.entered', clientId);
  }

  /** The filing is settled: the number goes thirty days later. */
  async settle(tx: Tx, clientId: string, expectedVersion: number): Promise<Result> {
    return this.change(tx, clientId, expectedVersion, async (row) => {
      if (row.settledOn !== null) return refused(refusal('WRONG_STATE', ['id']));
      const isSettled = await this.numbers.update(tx, row.id, row.version, { settledOn: dayOf(tx.now) });
      return isSettled ? this.noted(tx, 'identity_number.settled', clientId) : stale(row.version);
    });
  }

  /** Takes the number away at once. */
  async remove(tx: Tx, clientId: string, expectedVersion: number): Promise<Result> {
    return this.change(tx, clientId, expectedVersion, async (row) => {
      const isRemoved = await this.numbers.remove(tx, row.id, row.version);
      return isRemoved ? this.noted(tx, 'identity_number.removed', clientId) : stale(row.version);
    });
  }

  private async change(
    tx: Tx,
    clientId: string,
    expectedVersion: number,
    act: (row: StoredIdentityNumber) => Promise<Result>,
  ): Promise<Result> {
    const client = await this.ownClient(tx, clientId);
    const [row] = client === null ? [] : await this.numbers.ofClients(tx, [clientId]);
    if (row === undefined) return refused(refusal('NOT_FOUND', ['id']));
    return row.version === expectedVersion ? act(row) : stale(row.version);
  }

  private async ownClient(tx: Tx, clientId: string): Promise<ClientRow | null> {
    const [client] = await this.clients.byIds(tx, [clientId]);
    return client !== undefined && mayEditClient(tx.actor, client) ? client : null;
  }

  private async noted(tx: Tx, action: string, clientId: string): Promise<Result> {
    await this.record(tx, action, clientId);
    return done({ id: clientId });
  }

  private record(tx: Tx, action: string, clientId: string): Promise<void> {
    return this.audit.record(tx, {
      action,
      subjectType: 'client',
      subjectId: clientId,
      fields: ['identityNumber'],
    });
  }
}
