import DataLoader from 'dataloader';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database/transaction';
import { newClientKey, openClientKey, type WrappedClientKey } from './client-keys';
import { openCountyKeys, type CountyKeys, type WrappedKey } from './county-keys';

/** A client's key as a transaction knows it: opened, destroyed, or not there (a client from before there were such keys). */
export type KnownClientKey = Buffer | 'DESTROYED' | 'NONE';

/**
 * The opened keys of one transaction, and no longer: a rotation that runs meanwhile can rely on it that whoever began
 * after it sees the new key. Keys of clients asked for in the same turn are read with one query.
 */
export class TransactionKeys {
  private opened: Promise<CountyKeys> | null = null;
  private readonly unsaved = new Map<string, WrappedClientKey>();
  private readonly clients = new DataLoader<string, KnownClientKey>((ids) => this.readClients(ids));

  constructor(
    private readonly tx: Tx,
    private readonly master: () => Buffer,
  ) {}

  /** The keys of the actor's county. */
  county(): Promise<CountyKeys> {
    this.opened ??= this.readCounty();
    return this.opened;
  }

  /** The county's keys with this version among them: read again where the version is younger than the first look. */
  async countyWith(version: number): Promise<CountyKeys> {
    const keys = await this.county();
    if (keys.data.has(version)) return keys;
    this.opened = this.readCounty();
    return this.opened;
  }

  /** The key of one client. */
  client(clientId: string): Promise<KnownClientKey> {
    return this.clients.load(clientId);
  }

  /** Makes keys for new clients; they are kept by `keepClients` once the clients' rows are written. */
  async makeClients(clientIds: readonly string[]): Promise<void> {
    const keys = await this.county();
    for (const clientId of clientIds) {
      const { key, ...wrapped } = newClientKey(keys, this.tx.actor.countyId, clientId);
      this.unsaved.set(clientId, wrapped);
      this.clients.clear(clientId).prime(clientId, key);
    }
  }

  /** Writes the keys of new clients. Throws where one was not made in this transaction. */
  async keepClients(clientIds: readonly string[]): Promise<void> {
    if (clientIds.length === 0) return;
    const rows = clientIds.map((clientId) => this.unsaved.get(clientId));
    if (rows.includes(undefined)) throw new Error('A key is kept by the transaction that made it.');
    await this.tx.query(
      `insert into client_key (county_id, id, client_id, county_key_version, wrapped, created_at)
       select $1, k.id, k.client_id, k.version, k.wrapped, $2
         from unnest($3::uuid[], $4::uuid[], $5::integer[], $6::bytea[]) as k (id, client_id, version, wrapped)`,
      [
        this.tx.actor.countyId,
        this.tx.now,
        clientIds.map(() => uuidv7()),
        clientIds,
        rows.map((row) => row?.countyKeyVersion),
        rows.map((row) => row?.wrapped),
      ],
    );
  }

  private async readClients(ids: readonly string[]): Promise<KnownClientKey[]> {
    const rows = await this.tx.query<WrappedClientKey>(
      `select client_id as "clientId", county_key_version as "countyKeyVersion", wrapped
         from client_key where county_id = $1 and client_id = any($2::uuid[])`,
      [this.tx.actor.countyId, ids],
    );
    const byClient = new Map<string, KnownClientKey>();
    for (const row of rows) {
      const keys = await this.countyWith(row.countyKeyVersion);
      byClient.set(row.clientId, openClientKey(keys, this.tx.actor.countyId, row) ?? 'DESTROYED');
    }
    return ids.map((id) => byClient.get(id) ?? 'NONE');
  }

  private async readCounty(): Promise<CountyKeys> {
    const { countyId } = this.tx.actor;
    const rows = await this.tx.query<WrappedKey>(
      'select purpose, version, wrapped from county_key where county_id = $1',
      [countyId],
    );
    return openCountyKeys(this.master(), countyId, rows);
  }
}
