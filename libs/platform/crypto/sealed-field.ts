import type { CountyKeys } from './county-keys';
import { boundTo, seal, unseal, type FieldPlace } from './envelope';

const VERSION_BYTES = 2;
/** Set in the two bytes of the key version: sealed under the client's own key, not under the county's. */
const CLIENT_KEY = 0x8000;
/** Version of the keys of clients: a client's key is wrapped anew at a rotation, and stays the same key. */
const CLIENT_KEY_VERSION = 1;

/** Under which key a field is sealed: the county's of a version, or the client's own. */
export type SealedUnder = { readonly key: 'COUNTY'; readonly version: number } | { readonly key: 'CLIENT' };

/** Reads from a sealed field under which key it is. */
export function sealedUnder(sealed: Buffer): SealedUnder {
  const version = sealed.readUInt16BE(0);
  if (version < CLIENT_KEY) return { key: 'COUNTY', version };
  if (version - CLIENT_KEY !== CLIENT_KEY_VERSION)
    throw new Error('This field was sealed under an unknown version of a client’s key.');
  return { key: 'CLIENT' };
}

/** Seals under the newest data key of the county: two bytes of key version, then the sealed value. */
export function sealUnderCounty(keys: CountyKeys, countyId: string, place: FieldPlace, plain: Buffer): Buffer {
  const key = keys.data.get(keys.dataVersion);
  if (key === undefined) throw new Error('The county has no data key.');
  const bound = boundTo(countyId, place, keys.dataVersion);
  return Buffer.concat([versionBytes(keys.dataVersion), seal(key, plain, bound)]);
}

/** Seals under the key of the client whom a field belongs to. */
export function sealUnderClient(key: Buffer, countyId: string, place: FieldPlace, plain: Buffer): Buffer {
  const bound = boundTo(countyId, place, `c${CLIENT_KEY_VERSION}`);
  return Buffer.concat([versionBytes(CLIENT_KEY + CLIENT_KEY_VERSION), seal(key, plain, bound)]);
}

/** Opens what one of the two above made; throws where key, place or a single bit differs. */
export function openSealed(key: Buffer, countyId: string, place: FieldPlace, sealed: Buffer): Buffer {
  const under = sealedUnder(sealed);
  const version = under.key === 'COUNTY' ? under.version : `c${CLIENT_KEY_VERSION}`;
  return unseal(key, sealed.subarray(VERSION_BYTES), boundTo(countyId, place, version));
}

/** SQL over a sealed column: the version of the county's key it is sealed under; null under a client's own key, or where nothing stands. */
export const countyKeyVersionSql = (column: string): string =>
  `case when octet_length(${column}) > ${VERSION_BYTES} and get_byte(${column}, 0) < ${CLIENT_KEY >> 8}
        then get_byte(${column}, 0) * 256 + get_byte(${column}, 1) end`;

function versionBytes(version: number): Buffer {
  const bytes = Buffer.alloc(VERSION_BYTES);
  bytes.writeUInt16BE(version);
  return bytes;
}
