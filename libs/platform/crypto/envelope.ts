import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const INDEX_BYTES = 16;

/**
 * Seals bytes with AES-256-GCM under a random nonce. Layout: format 1 byte, nonce 12, tag 16, ciphertext. `bound` is
 * authenticated but not stored: a ciphertext moved to another row, column or county does not open.
 */
export function seal(key: Buffer, plain: Buffer, bound: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([FORMAT]), nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what {@link seal} made; throws where key, place or a single bit differs. */
export function unseal(key: Buffer, sealed: Buffer, bound: string): Buffer {
  if (sealed[0] !== FORMAT) throw new Error('This ciphertext has an unknown format.');
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

/**
 * A keyed fingerprint of a value for exact look-ups: HMAC-SHA-256 of column and normalised value, 16 bytes. Case,
 * width, blanks and hyphens do not count.
 */
export function blindIndex(key: Buffer, column: string, value: string): Buffer {
  const normalised = value.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return createHmac('sha256', key).update(`${column}\0${normalised}`).digest().subarray(0, INDEX_BYTES);
}

/** Where an encrypted value stands: part of what it is bound to. */
export interface FieldPlace {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** The text a field's ciphertext is bound to: county|table|column|row|key version. */
export const boundTo = (countyId: string, place: FieldPlace, keyVersion: number | string): string =>
  [countyId, place.table, place.column, place.rowId, keyVersion].join('|');
