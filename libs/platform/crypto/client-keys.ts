import { randomBytes } from 'node:crypto';
import { boundTo, seal, unseal, type FieldPlace } from './envelope';
import type { CountyKeys } from './county-keys';

/** A client's key as it is stored. */
export interface WrappedClientKey {
  readonly clientId: string;
  readonly countyKeyVersion: number;
  /** Null once destroyed. */
  readonly wrapped: Buffer | null;
}

const KEY_BYTES = 32;

/** The text a wrapped client key is bound to: county|table|column|client|version of the county's key. */
const boundKey = (countyId: string, clientId: string, countyKeyVersion: number): string =>
  boundTo(countyId, { table: 'client_key', column: 'wrapped', rowId: clientId }, countyKeyVersion);

/** Makes a key for a client, wrapped under the newest data key of her county. */
export function newClientKey(keys: CountyKeys, countyId: string, clientId: string): WrappedClientKey & { key: Buffer } {
  const key = randomBytes(KEY_BYTES);
  return { ...wrapClientKey(keys, countyId, clientId, key), key };
}

/** Wraps a client's key under the newest data key of her county. */
export function wrapClientKey(keys: CountyKeys, countyId: string, clientId: string, key: Buffer): WrappedClientKey {
  const version = keys.dataVersion;
  const wrapping = keys.data.get(version);
  if (wrapping === undefined) throw new Error('The county has no data key.');
  return { clientId, countyKeyVersion: version, wrapped: seal(wrapping, key, boundKey(countyId, clientId, version)) };
}

/** Opens a client's key; null once it is destroyed. Throws where it was wrapped under a key that `keys` does not hold. */
export function openClientKey(keys: CountyKeys, countyId: string, stored: WrappedClientKey): Buffer | null {
  if (stored.wrapped === null) return null;
  const wrapping = keys.data.get(stored.countyKeyVersion);
  if (wrapping === undefined) throw new Error('This client’s key was wrapped under a key that is gone.');
  return unseal(wrapping, stored.wrapped, boundKey(countyId, stored.clientId, stored.countyKeyVersion));
}

/** A place of a field that belongs to one client: what stands there is sealed under her own key. */
export interface ClientFieldPlace extends FieldPlace {
  readonly clientId: string;
}
