import type pg from 'pg';
import { openClientKey, type WrappedClientKey } from '#platform/crypto/client-keys';
import {
  countyKeyVersionSql,
  openSealed,
  sealedUnder,
  sealUnderClient,
  sealUnderCounty,
} from '#platform/crypto/sealed-field';
import { ENCRYPTED_COLUMNS, type EncryptedColumn } from '../encrypted-columns';
import type { Rotation } from './rotation';

interface SealedRow {
  readonly id: string;
  readonly clientId: string | null;
  readonly sealed: Buffer;
}

/** Values of a column that do not lie where they belong: under an old key, or a client's under the county's key. */
const stale = ({ column, owner }: EncryptedColumn, newest: string): string => {
  const version = countyKeyVersionSql(`t."${column}"`);
  return `${version} is not null and (${version} < ${newest}${owner === null ? '' : ` or t."${owner}" is not null`})`;
};

/** Seals what is stale in a column anew, in order of id; gives how many values. A value that somebody changes meanwhile is left to the next look. */
export async function resealColumn(rotation: Rotation, place: EncryptedColumn): Promise<number> {
  const { client, countyId, keys, batchSize, onBatch } = rotation;
  const { table, column, owner } = place;
  let resealed = 0;
  for (let after: string | null = null; ;) {
    const { rows }: { rows: SealedRow[] } = await client.query<SealedRow>(
      `select t.id, ${owner === null ? 'null::uuid' : `t."${owner}"`} as "clientId", t."${column}" as sealed from "${table}" t
        where t.county_id = $1 and ($2::uuid is null or t.id > $2) and ${stale(place, '$3')} order by t.id limit $4`,
      [countyId, after, keys.dataVersion, batchSize],
    );
    if (rows.length === 0) return resealed;
    const renewed = await renewedValues(rotation, place, rows);
    const { rowCount } = await client.query(
      `update "${table}" t set "${column}" = r.renewed
         from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as r (id, before, renewed)
        where t.county_id = $1 and t.id = r.id and t."${column}" = r.before`,
      [countyId, rows.map(({ id }) => id), rows.map(({ sealed }) => sealed), renewed],
    );
    resealed += rowCount ?? 0;
    after = rows.at(-1)?.id ?? null;
    onBatch(`${table}.${column}`, resealed);
  }
}

async function renewedValues(
  rotation: Rotation,
  place: EncryptedColumn,
  rows: readonly SealedRow[],
): Promise<Buffer[]> {
  const { keys, countyId } = rotation;
  const clientKeys = await clientKeysOf(rotation, rows);
  return rows.map(({ id, clientId, sealed }) => {
    const at = { table: place.table, column: place.column, rowId: id };
    const under = sealedUnder(sealed);
    const old = under.key === 'COUNTY' ? keys.data.get(under.version) : undefined;
    if (old === undefined)
      throw new Error(`A value of ${place.table}.${place.column} is sealed under a key that is gone.`);
    const plain = openSealed(old, countyId, at, sealed);
    if (clientId === null) return sealUnderCounty(keys, countyId, at, plain);
    const own = clientKeys.get(clientId);
    if (own === undefined) throw new Error('A client has no key.');
    return sealUnderClient(own, countyId, at, plain);
  });
}

async function clientKeysOf(
  { client, countyId, keys }: Rotation,
  rows: readonly SealedRow[],
): Promise<ReadonlyMap<string, Buffer>> {
  const ids = [...new Set(rows.flatMap(({ clientId }) => (clientId === null ? [] : [clientId])))];
  if (ids.length === 0) return new Map();
  const stored = await client.query<WrappedClientKey>(
    `select client_id as "clientId", county_key_version as "countyKeyVersion", wrapped
       from client_key where county_id = $1 and client_id = any($2::uuid[])`,
    [countyId, ids],
  );
  return new Map(
    stored.rows.flatMap((row) => {
      const key = openClientKey(keys, countyId, row);
      return key === null ? [] : [[row.clientId, key] as const];
    }),
  );
}

/** How many values and clients' keys of a county are still sealed under a data key older than `newest`. */
export async function countUnderOldKeys(client: pg.Client, countyId: string, newest: number): Promise<number> {
  const parts = [
    `select count(*) from client_key t where t.county_id = $1 and t.wrapped is not null and t.county_key_version < $2`,
    `select count(*) from file t where t.county_id = $1 and t.key_enc is null and t.erased_at is null`,
    ...ENCRYPTED_COLUMNS.map(
      (place) => `select count(*) from "${place.table}" t where t.county_id = $1 and ${stale(place, '$2')}`,
    ),
  ];
  const { rows } = await client.query<{ n: number }>(
    `select sum(n)::integer as n from (${parts.map((part) => `select (${part}) as n`).join(' union all ')}) counted`,
    [countyId, newest],
  );
  return rows[0]?.n ?? 0;
}
