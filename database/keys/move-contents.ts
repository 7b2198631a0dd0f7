import { v7 as uuidv7 } from 'uuid';
import { openClientKey, type WrappedClientKey } from '#platform/crypto/client-keys';
import { openSealed, sealedUnder, sealUnderClient, sealUnderCounty } from '#platform/crypto/sealed-field';
import { contentPlace, newContentKey, sealContent } from '#platform/files/content-key';
import type { Rotation } from './rotation';

interface OldFile {
  readonly id: string;
  readonly storageKey: string;
  readonly clientId: string | null;
}

/**
 * Gives a key of its own to the content of every file that lies under the county's key; gives how many. The new content
 * is stored under a new name before the row points to it and the old one goes after that: a kill in between leaves a
 * file that no row names, never a row without its file.
 */
export async function moveContents(rotation: Rotation): Promise<number> {
  const { client, countyId, onBatch } = rotation;
  const { rows } = await client.query<OldFile>(
    `select id, storage_key as "storageKey", client_id as "clientId" from file
      where county_id = $1 and key_enc is null and erased_at is null order by id`,
    [countyId],
  );
  for (const [index, file] of rows.entries()) {
    await moveContent(rotation, file);
    onBatch('file contents', index + 1);
  }
  return rows.length;
}

async function moveContent(rotation: Rotation, file: OldFile): Promise<void> {
  const { client, countyId, keys, store } = rotation;
  const sealed = await store.get(file.storageKey);
  const under = sealedUnder(sealed);
  const old = under.key === 'COUNTY' ? keys.data.get(under.version) : undefined;
  if (old === undefined) throw new Error('The content of a file is sealed under a key that is gone.');
  const key = newContentKey();
  const storageKey = uuidv7();
  await store.put(
    storageKey,
    sealContent(key, countyId, file.id, openSealed(old, countyId, contentPlace(file.id), sealed)),
  );
  const { rowCount } = await client.query(
    `update file set storage_key = $3, key_enc = $4
      where county_id = $1 and id = $2 and key_enc is null and erased_at is null`,
    [countyId, file.id, storageKey, await sealedKey(rotation, file, key)],
  );
  await store.remove(rowCount === 1 ? file.storageKey : storageKey);
}

async function sealedKey({ client, countyId, keys }: Rotation, file: OldFile, key: Buffer): Promise<Buffer> {
  const place = { table: 'file', column: 'key_enc', rowId: file.id };
  if (file.clientId === null) return sealUnderCounty(keys, countyId, place, key);
  const { rows } = await client.query<WrappedClientKey>(
    `select client_id as "clientId", county_key_version as "countyKeyVersion", wrapped
       from client_key where county_id = $1 and client_id = $2`,
    [countyId, file.clientId],
  );
  const own = rows[0] === undefined ? null : openClientKey(keys, countyId, rows[0]);
  if (own === null) throw new Error('A file is about a client without a key.');
  return sealUnderClient(own, countyId, place, key);
}
