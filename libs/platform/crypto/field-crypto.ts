import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction';
import type { ClientFieldPlace } from './client-keys';
import { blindIndex, type FieldPlace } from './envelope';
import { openSealed, sealedUnder, sealUnderClient, sealUnderCounty } from './sealed-field';
import { TransactionKeys, type KnownClientKey } from './transaction-keys';

/** The key of a client is not, or no longer, open to whoever acts: a consent may end between two statements. */
export class ClientKeyHidden extends Error {
  override readonly name = 'ClientKeyHidden';

  constructor() {
    super('This field is sealed under a client’s key that is not there.');
  }
}

/** The client's key was destroyed: nothing of or about her is written or read any more. */
export class ClientErased extends Error {
  override readonly name = 'ClientErased';

  constructor() {
    super('The key of this client was destroyed.');
  }
}

/**
 * Encrypts single fields and makes blind indexes. A field of or about a client (`clientId` in its place) is sealed under
 * her own key, everything else under the county's. Opened keys live as long as the transaction. Fields of many clients
 * asked for at once (Promise.all) open their keys with one query.
 */
@Injectable()
export class FieldCrypto {
  private readonly opened = new WeakMap<Tx, TransactionKeys>();

  /** `master` gives the wrapping key; it is asked for when the first county key is opened. */
  constructor(private readonly master: () => Buffer) {}

  /** Encrypts text for one place; the result opens only there. Throws {@link ClientErased} where the client's key is destroyed. */
  async encrypt(tx: Tx, place: FieldPlace | ClientFieldPlace, plain: string): Promise<Buffer> {
    return this.encryptBytes(tx, place, Buffer.from(plain, 'utf8'));
  }

  /** Encrypts bytes for one place. */
  async encryptBytes(tx: Tx, place: FieldPlace | ClientFieldPlace, plain: Buffer): Promise<Buffer> {
    const { countyId } = tx.actor;
    const key = await this.clientKey(tx, place);
    if (key === 'DESTROYED') throw new ClientErased();
    if (Buffer.isBuffer(key)) return sealUnderClient(key, countyId, place, plain);
    return sealUnderCounty(await this.keys(tx).county(), countyId, place, plain);
  }

  /**
   * Decrypts text; throws where the bytes were not encrypted for this place. What was emptied, or lay under the key of a
   * client who was erased, is empty text: lists that hold something of hers go on.
   */
  async decrypt(tx: Tx, place: FieldPlace | ClientFieldPlace, bytes: Buffer): Promise<string> {
    if (bytes.length === 0) return '';
    if (sealedUnder(bytes).key === 'CLIENT' && (await this.clientKey(tx, place)) === 'DESTROYED') return '';
    return (await this.decryptBytes(tx, place, bytes)).toString('utf8');
  }

  /** Decrypts bytes. */
  async decryptBytes(tx: Tx, place: FieldPlace | ClientFieldPlace, bytes: Buffer): Promise<Buffer> {
    return openSealed(await this.keyOf(tx, place, bytes), tx.actor.countyId, place, bytes);
  }

  /** The fingerprint under which `value` is found in `column` ('client.phone') of the actor's county. */
  async blindIndex(tx: Tx, column: string, value: string): Promise<Buffer> {
    return blindIndex((await this.keys(tx).county()).blindIndex, column, value);
  }

  /** Makes keys for clients who are about to be written; call `keepClientKeys` after their rows. */
  makeClientKeys(tx: Tx, clientIds: readonly string[]): Promise<void> {
    return this.keys(tx).makeClients(clientIds);
  }

  /** Keeps the keys of clients whose rows were written in this transaction. */
  keepClientKeys(tx: Tx, clientIds: readonly string[]): Promise<void> {
    return this.keys(tx).keepClients(clientIds);
  }

  private async keyOf(tx: Tx, place: FieldPlace | ClientFieldPlace, bytes: Buffer): Promise<Buffer> {
    const under = sealedUnder(bytes);
    if (under.key === 'COUNTY') {
      const key = (await this.keys(tx).countyWith(under.version)).data.get(under.version);
      if (key === undefined) throw new Error('This field was encrypted under a key that is gone.');
      return key;
    }
    const key = await this.clientKey(tx, place);
    if (key === 'DESTROYED') throw new ClientErased();
    if (!Buffer.isBuffer(key)) throw new ClientKeyHidden();
    return key;
  }

  private async clientKey(tx: Tx, place: FieldPlace | ClientFieldPlace): Promise<KnownClientKey> {
    return 'clientId' in place ? this.keys(tx).client(place.clientId) : 'NONE';
  }

  private keys(tx: Tx): TransactionKeys {
    const known = this.opened.get(tx);
    if (known !== undefined) return known;
    const keys = new TransactionKeys(tx, this.master);
    this.opened.set(tx, keys);
    return keys;
  }
}
