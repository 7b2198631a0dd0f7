import { randomBytes } from 'node:crypto';
import { seal, unseal } from './envelope';

/** What a county key is for. */
export type KeyPurpose = 'DATA' | 'BLIND_INDEX';

/** One wrapped key as it is stored. */
export interface WrappedKey {
  readonly purpose: KeyPurpose;
  readonly version: number;
  readonly wrapped: Buffer;
}

/** The opened keys of one county. */
export interface CountyKeys {
  readonly dataVersion: number;
  readonly data: ReadonlyMap<number, Buffer>;
  readonly blindIndex: Buffer;
}

const boundKey = (countyId: string, purpose: KeyPurpose, version: number): string =>
  `${countyId}|${purpose}|${version}`;

/** Makes the first pair of keys of a county, wrapped under the master key. */
export function newCountyKeys(master: Buffer, countyId: string): WrappedKey[] {
  return (['DATA', 'BLIND_INDEX'] as const).map((purpose) => ({
    purpose,
    version: 1,
    wrapped: seal(master, randomBytes(32), boundKey(countyId, purpose, 1)),
  }));
}

/** Wraps a data key of a county under the master key. */
export const wrapCountyKey = (master: Buffer, countyId: string, version: number, key: Buffer): Buffer =>
  seal(master, key, boundKey(countyId, 'DATA', version));

/** Opens a county's keys; throws where one is missing or was wrapped under another master key. */
export function openCountyKeys(master: Buffer, countyId: string, rows: readonly WrappedKey[]): CountyKeys {
  const data = new Map<number, Buffer>();
  let blindIndex: Buffer | null = null;
  for (const row of rows) {
    const key = unseal(master, row.wrapped, boundKey(countyId, row.purpose, row.version));
    if (row.purpose === 'DATA') data.set(row.version, key);
    else blindIndex = key;
  }
  if (data.size === 0 || blindIndex === null) throw new Error('The county has no keys.');
  return { dataVersion: Math.max(...data.keys()), data, blindIndex };
}
