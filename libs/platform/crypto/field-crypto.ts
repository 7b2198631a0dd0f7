import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction';
import { openCountyKeys, type CountyKeys, type WrappedKey } from './county-keys';
import { blindIndex, boundTo, seal, unseal, type FieldPlace } from './envelope';

const VERSION_BYTES = 2;

/** Encrypts single fields under the county's key and makes blind indexes; opened keys stay in this process's memory. */
@Injectable()
export class FieldCrypto {
  private readonly keysByCounty = new Map<string, Promise<CountyKeys>>();

  /** `master` gives the wrapping key; it is asked for when the first county key is opened. */
  constructor(private readonly master: () => Buffer) {}

  /** Encrypts text for one place; the result opens only there. */
  async encrypt(tx: Tx, place: FieldPlace, plain: string): Promise<Buffer> {
    return this.encryptBytes(tx, place, Buffer.from(plain, 'utf8'));
  }

  /** Encrypts bytes for one place. */
  async encryptBytes(tx: Tx, place: FieldPlace, plain: Buffer): Promise<Buffer> {
    return encryptWith(await this.keys(tx), tx.actor.countyId, place, plain);
  }

  /** Decrypts text; throws where the bytes were not encrypted for this place. */
  async decrypt(tx: Tx, place: FieldPlace, bytes: Buffer): Promise<string> {
    return (await this.decryptBytes(tx, place, bytes)).toString('utf8');
  }

  /** Decrypts bytes. */
  async decryptBytes(tx: Tx, place: FieldPlace, bytes: Buffer): Promise<Buffer> {
    const keys = await this.keys(tx);
    const version = bytes.readUInt16BE(0);
    const key = keys.data.get(version);
    if (key === undefined) throw new Error('This field was encrypted under a key that is gone.');
    return unseal(key, bytes.subarray(VERSION_BYTES), boundTo(tx.actor.countyId, place, version));
  }

  /** The fingerprint under which `value` is found in `column` ('client.phone') of the actor's county. */
  async blindIndex(tx: Tx, column: string, value: string): Promise<Buffer> {
    return blindIndex((await this.keys(tx)).blindIndex, column, value);
  }

  private keys(tx: Tx): Promise<CountyKeys> {
    const { countyId } = tx.actor;
    const known = this.keysByCounty.get(countyId);
    if (known !== undefined) return known;
    const loading = this.load(tx);
    this.keysByCounty.set(countyId, loading);
    loading.catch(() => this.keysByCounty.delete(countyId)); // the caller sees the error; the next call tries again
    return loading;
  }

  private async load(tx: Tx): Promise<CountyKeys> {
    const rows = await tx.query<WrappedKey>('select purpose, version, wrapped from county_key');
    return openCountyKeys(this.master(), tx.actor.countyId, rows);
  }
}

/** Encrypts under opened keys: two bytes of key version, then the sealed value. For bulk work outside a transaction. */
export function encryptWith(keys: CountyKeys, countyId: string, place: FieldPlace, plain: Buffer): Buffer {
  const key = keys.data.get(keys.dataVersion);
  if (key === undefined) throw new Error('The county has no data key.');
  const version = Buffer.alloc(VERSION_BYTES);
  version.writeUInt16BE(keys.dataVersion);
  return Buffer.concat([version, seal(key, plain, boundTo(countyId, place, keys.dataVersion))]);
}
