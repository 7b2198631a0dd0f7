import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { openCountyKeys, wrapCountyKey, type CountyKeys, type WrappedKey } from '#platform/crypto/county-keys';
import { ENCRYPTED_COLUMNS } from '../encrypted-columns';
import { giveClientKeys, rewrapClientKeys } from './rewrap-client-keys';
import { countUnderOldKeys, resealColumn } from './reseal-columns';
import { moveContents } from './move-contents';
import { openTransactionsEnded } from './open-transactions';
import type { Rotation, RotationTools } from './rotation';

/** What was done in one county. */
export interface RotationReport {
  /** Version of the data key from now on. */
  readonly version: number;
  /** True where an earlier rotation that had been broken off was finished, and no further key was made. */
  readonly resumed: boolean;
  readonly clientKeys: number;
  readonly fields: number;
  readonly files: number;
  readonly dropped: readonly number[];
}

/** Another rotation of the same county is under way. */
export class RotationRunning extends Error {
  override readonly name = 'RotationRunning';
}

/** Of two rotations of a county, the second is refused; the lock ends with the connection. */
const ROTATION_LOCK = 421_223;

/**
 * Gives a county a new data key: wraps the clients' keys under it, seals every field of the county's key anew, moves
 * fields of clients from before there were clients' keys under those, and drops the old versions. Every batch is one
 * transaction and says of itself what is left, so that it may be killed anywhere and started again. API and worker go
 * on: they read their keys in each transaction, and before a step that relies on it, all transactions that were open
 * before have ended. Throws {@link RotationRunning}.
 */
export async function rotateCountyKeys(tools: RotationTools, countyId: string): Promise<RotationReport> {
  const { client } = tools;
  const { rows } = await client.query<{ isFree: boolean }>(
    'select pg_try_advisory_lock($1, hashtext($2)) as "isFree"',
    [ROTATION_LOCK, countyId],
  );
  if (rows[0]?.isFree !== true) throw new RotationRunning('Another rotation of this county is under way.');
  try {
    return await rotate(tools, countyId);
  } finally {
    await client.query('select pg_advisory_unlock($1, hashtext($2))', [ROTATION_LOCK, countyId]);
  }
}

async function rotate(tools: RotationTools, countyId: string): Promise<RotationReport> {
  const { client } = tools;
  const { isNew, keys } = await newestKeys(tools, countyId);
  const rotation: Rotation = { ...tools, countyId, keys };
  await openTransactionsEnded(client); // whoever seals from now on seals under the newest key
  await giveClientKeys(rotation);
  const clientKeys = await rewrapClientKeys(rotation);
  let fields = 0;
  for (const column of ENCRYPTED_COLUMNS) fields += await resealColumn(rotation, column);
  const files = await moveContents(rotation);
  await openTransactionsEnded(client); // nobody still holds a value from before
  const dropped = await dropOldKeys(rotation);
  return { version: keys.dataVersion, resumed: !isNew, clientKeys, fields, files, dropped };
}

/** The county's keys, with a new data key unless an earlier rotation is unfinished. */
async function newestKeys(
  { client, masterKey }: RotationTools,
  countyId: string,
): Promise<{ isNew: boolean; keys: CountyKeys }> {
  const stored = async (): Promise<WrappedKey[]> =>
    (
      await client.query<WrappedKey>('select purpose, version, wrapped from county_key where county_id = $1', [
        countyId,
      ])
    ).rows;
  const before = openCountyKeys(masterKey, countyId, await stored());
  if (before.data.size > 1) return { isNew: false, keys: before };
  const version = before.dataVersion + 1;
  await client.query(
    `insert into county_key (county_id, id, purpose, version, wrapped) values ($1, $2, 'DATA', $3, $4)`,
    [countyId, uuidv7(), version, wrapCountyKey(masterKey, countyId, version, randomBytes(32))],
  );
  return { isNew: true, keys: openCountyKeys(masterKey, countyId, await stored()) };
}

/** Drops every data key but the newest, in the transaction that saw that nothing is sealed under them. */
async function dropOldKeys({ client, countyId, keys }: Rotation): Promise<number[]> {
  await client.query('begin');
  try {
    const left = await countUnderOldKeys(client, countyId, keys.dataVersion);
    if (left > 0) throw new Error(`${left} values are still sealed under an old key: start again.`);
    const { rows } = await client.query<{ version: number }>(
      `delete from county_key where county_id = $1 and purpose = 'DATA' and version < $2 returning version`,
      [countyId, keys.dataVersion],
    );
    await client.query(
      `insert into audit_entry (id, county_id, occurred_at, actor_role, action, outcome, subject_type, subject_id, fields)
       values ($1, $2, now(), 'SYSTEM:rotate-keys', 'keys.rotated', 'ALLOWED', 'county', $2, '{}')`,
      [uuidv7(), countyId],
    );
    await client.query('commit');
    return rows.map(({ version }) => version).sort((one, other) => one - other);
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
