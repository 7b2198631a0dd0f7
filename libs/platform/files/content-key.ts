import { randomBytes } from 'node:crypto';
import { boundTo, seal, unseal, type FieldPlace } from '../crypto/envelope';

const KEY_BYTES = 32;
/** What stands for the key version in the bound text of a content: every content has a key of its own. */
const OWN_KEY = 'f1';

/** A new key for the content of one file; it is kept sealed in the file's row, so that a rotation leaves the content alone. */
export const newContentKey = (): Buffer => randomBytes(KEY_BYTES);

/** Where the content of a file is sealed for. */
export const contentPlace = (fileId: string): FieldPlace => ({ table: 'file', column: 'content', rowId: fileId });

/** Seals a file's content under its own key. */
export const sealContent = (key: Buffer, countyId: string, fileId: string, plain: Buffer): Buffer =>
  seal(key, plain, boundTo(countyId, contentPlace(fileId), OWN_KEY));

/** Opens a file's content; throws where key, file or a single bit differs. */
export const openContent = (key: Buffer, countyId: string, fileId: string, sealed: Buffer): Buffer =>
  unseal(key, sealed, boundTo(countyId, contentPlace(fileId), OWN_KEY));
